// The banner under the bar about the page's connection to the server. One is shown at a time.
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../words/icon'
import styles from './banner.module.css'

/** offline, restarting, unsaved: the strip inverts. back, moved: accent wash. saving, second tab: plain. refused: danger edge. removed: the
 * same, spoken at once. */
type BannerKind =
  | 'offline'
  | 'back'
  | 'refused'
  | 'saving'
  | 'unsaved'
  | 'restarting'
  | 'removed'
  | 'secondTab'
  | 'help'
  | 'moved'

const ICONS: Partial<Record<BannerKind, IconName>> = {
  offline: 'offline',
  unsaved: 'warning',
  back: 'check',
  refused: 'warning',
  removed: 'warning',
  help: 'help',
}

type BannerProps = {
  kind: BannerKind
  /** The first words, in bold. */
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
}

export function Banner({ kind, title, children, action }: BannerProps) {
  const icon = ICONS[kind]
  return (
    <div className={`tools unprinted ${styles.banner}`} data-kind={kind} role={kind === 'removed' ? 'alert' : 'status'}>
      {icon ? <Icon name={icon} /> : null}
      <p className={styles.words}>
        {title ? <b>{title}</b> : null} {children}
      </p>
      {action}
    </div>
  )
}

// The agenda to scale: the parts that are done, the current one with its progress, the parts ahead.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { VisuallyHidden } from '../page/visually-hidden'
import styles from './ribbon.module.css'

type RibbonItem = {
  label: string
  seconds: number
  state: 'done' | 'now' | 'ahead'
  /** The elapsed share of the current part, 0 to 1. */
  fraction?: number
}

type RibbonProps = {
  items: readonly RibbonItem[]
  /** Hides the labels visually, for a phone's head; screen readers still read them. */
  bare?: boolean
}

export function Ribbon({ items, bare }: RibbonProps) {
  const t = useTranslations('ui')
  const minutes = Math.round(items.reduce((sum, item) => sum + item.seconds, 0) / 60)
  return (
    <ol className={styles.ribbon} data-bare={bare || undefined} aria-label={t('ribbon.label', { minutes })}>
      {items.map((item, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts of an agenda may share a name; their order is their identity
          key={place}
          data-state={item.state}
          aria-current={item.state === 'now' ? 'step' : undefined}
          style={{ '--share': item.seconds, '--passed': `${(item.fraction ?? 0) * 100}%` } as CSSProperties}
        >
          <span className={`cut ${styles.label}`}>{item.label}</span>
          {item.state === 'done' ? <VisuallyHidden> {t('ribbon.done')}</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  )
}

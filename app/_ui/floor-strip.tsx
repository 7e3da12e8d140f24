// The table's edge with the three plates standing on it: who has the floor, for how long, who is next, and the one thing you can do.
// It is told all of it and decides nothing.

import { useTranslations } from 'next-intl'
import { type CSSProperties, Fragment, type ReactNode } from 'react'
import type { DelegationId } from '#simulation/kernel/ids'
import { delegationColours } from './delegation-colours'
import styles from './floor-strip.module.css'
import { Placard } from './placard'
import { Shape } from './shape'
import { TABLE_ORDER } from './table-order'

type FloorStripProps = {
  /** The delegation that speaks; none while the floor is open. */
  holder?: DelegationId | undefined
  title: ReactNode
  left?: { text: string; of: string } | undefined
  /** What remains of the time account, 0 to 1. */
  account?: number | undefined
  /** One or two quiet lines: who is next, or what to do meanwhile. */
  children?: ReactNode
  action?: ReactNode
  size?: 'room' | 'desk'
}

export function FloorStrip({ holder, title, left, account, children, action, size = 'room' }: FloorStripProps) {
  const t = useTranslations('ui')
  return (
    <div className={styles.frame}>
      <div className={`${styles.floor} ${delegationColours(holder)}`} data-size={size}>
        <div className={styles.stand}>
          {TABLE_ORDER.map((delegation) => (
            <span key={delegation} className={styles.plate} data-up={delegation === holder || undefined}>
              <Placard delegation={delegation} form={delegation === holder ? 'filled' : 'outline'} square />
            </span>
          ))}
        </div>
        <div className={styles.who}>
          <p className={styles.title}>{title}</p>
          {left ? (
            <p className={styles.left}>
              {t.rich('floor.left', { left: left.text, of: left.of, b: (text) => <b>{text}</b> })}
            </p>
          ) : null}
          {account === undefined ? null : <Account fraction={account} />}
          {children ? <div className={styles.lines}>{children}</div> : null}
        </div>
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
    </div>
  )
}

/** A delegation's time account as a bar in the colour around it. The figure stands beside it in words. */
export function Account({ fraction }: { fraction: number }) {
  const part = Math.min(1, Math.max(0, fraction))
  return (
    <span className={styles.account} aria-hidden="true">
      <span style={{ '--part': `${part * 100}%` } as CSSProperties} />
    </span>
  )
}

/** Who is next and with what intent. */
export function NextUp({ queue }: { queue: readonly { delegation: DelegationId; office: string; intent: string }[] }) {
  const t = useTranslations('ui')
  if (queue.length === 0) return null
  return (
    <p>
      {t('floor.next')}{' '}
      {queue.map((hand, place) => (
        <Fragment key={`${hand.delegation} ${hand.office}`}>
          {place > 0 ? ' · ' : null}
          <span className={styles.next}>
            <Shape delegation={hand.delegation} /> {hand.office}, {hand.intent}
          </span>
        </Fragment>
      ))}
    </p>
  )
}

// The strip of the floor: a placard for each delegation, who speaks and for how long, who is next, and the reader's one action. All of it
// comes in as props.

import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import styles from './floor-strip.module.css'
import { Placard } from './placard'

type FloorStripProps = {
  /** Everybody at the table. */
  delegations: readonly Delegation[]
  /** The delegation that speaks; undefined while nobody has the floor. */
  holder?: Delegation | undefined
  title: ReactNode
  left?: { text: string; of: string } | undefined
  /** The remaining share of the delegation's time account, 0 to 1. */
  account?: number | undefined
  /** One or two quiet lines: who is next, or what to do meanwhile. */
  children?: ReactNode
  action?: ReactNode
}

export function FloorStrip({ delegations, holder, title, left, account, children, action }: FloorStripProps) {
  const t = useTranslations('ui')
  return (
    <div className={styles.frame}>
      <div className={`fields ${styles.floor} ${delegationColours(holder)}`}>
        <div className={styles.stand} data-many={delegations.length > 4 || undefined}>
          {delegations.map((delegation) => (
            <span key={delegation.id} className={styles.plate} data-up={delegation.id === holder?.id || undefined}>
              <Placard delegation={delegation} form={delegation.id === holder?.id ? 'filled' : 'outline'} square />
            </span>
          ))}
        </div>
        <div className={styles.who}>
          <p className={styles.title}>{title}</p>
          {left ? (
            <p className={`hint ${styles.left}`}>
              {t.rich('floor.left', { left: left.text, of: left.of, b: (text) => <b>{text}</b> })}
            </p>
          ) : null}
          {account === undefined ? null : <Account fraction={account} />}
          {children ? <div className={`hint ${styles.lines}`}>{children}</div> : null}
        </div>
        {action ? <div className={`acts ${styles.action}`}>{action}</div> : null}
      </div>
    </div>
  )
}

/** A delegation's time account as a bar in its colour. Hidden from screen readers: the text beside it says the figure. */
export function Account({ fraction }: { fraction: number }) {
  const part = Math.min(1, Math.max(0, fraction))
  return (
    <span className={styles.account} aria-hidden="true">
      <span style={{ '--part': `${part * 100}%` } as CSSProperties} />
    </span>
  )
}

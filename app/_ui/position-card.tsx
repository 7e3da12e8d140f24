// A delegation's position on a round's axis: not filed, sealed, or revealed. A sealed card has no value prop, so the page cannot hold it.

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Chip } from './chip'
import { delegationColours } from './delegation-colours'
import type { Delegation } from './delegations'
import { Placard } from './placard'
import styles from './position-card.module.css'
import { Seal } from './seal'
import { signed } from './signed'

type PositionCardProps = { delegation: Delegation } & (
  | { state: 'drafting'; note?: ReactNode }
  | { state: 'sealed'; filedAt: string; note?: ReactNode }
  | {
      state: 'revealed'
      /** Null when the delegation did not file. */
      value: number | null
      text?: ReactNode
      redLine?: ReactNode
      /** When it was filed, which revision, its anchors. */
      meta?: ReactNode
      /** Plays the opening animation once, when it has just been revealed. */
      opening?: boolean
    }
)

export function PositionCard(props: PositionCardProps) {
  const t = useTranslations('ui')
  const { delegation } = props
  switch (props.state) {
    case 'drafting':
      return (
        <article className={styles.card}>
          <div className={styles.head}>
            <Placard delegation={delegation} />
            <b>{t('position.drafting')}</b>
            <span className={styles.space} />
            <Chip>{t('position.notFiled')}</Chip>
          </div>
          {props.note ? <p className={styles.note}>{props.note}</p> : null}
        </article>
      )
    case 'sealed':
      return (
        <article className={styles.sealed}>
          <Seal>
            <Placard delegation={delegation} />
            <b>{t('position.sealed', { time: props.filedAt })}</b>
            <span className={styles.note}>{props.note ?? t('position.until')}</span>
          </Seal>
        </article>
      )
    case 'revealed':
      return (
        <article
          className={`${styles.card} ${delegationColours(delegation)}`}
          data-revealed=""
          data-opening={props.opening || undefined}
        >
          <div className={styles.head}>
            <Placard delegation={delegation} size="lg" silent />
            <h3 className={styles.name}>{delegation.name}</h3>
            <span className={styles.space} />
            <span className={styles.value} data-none={props.value === null || undefined}>
              {props.value === null ? t('position.notFiled') : signed(props.value)}
            </span>
          </div>
          {props.text ? <p className={styles.text}>{props.text}</p> : null}
          {props.redLine ? (
            <RedLine>
              <b>{t('position.redLine')}</b> {props.redLine}
            </RedLine>
          ) : null}
          {props.meta ? <div className={styles.note}>{props.meta}</div> : null}
        </article>
      )
    default:
      return props satisfies never
  }
}

/** A delegation's red line, set off by a bar. */
export function RedLine({ children }: { children: ReactNode }) {
  return <p className={styles.redLine}>{children}</p>
}

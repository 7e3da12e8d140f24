'use client'
// The number of open brackets, with a link to each clause and its state, and the next action.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { agreedText, bracketTexts, openBrackets } from '#simulation/questions/communique'
import type { RoomState } from '#simulation/state/room-state'
import styles from './bracket-count.module.css'

type BracketCountProps = { state: RoomState; onClause: (key: string) => void; action?: ReactNode }

export function BracketCount({ state, onClause, action }: BracketCountProps) {
  const t = useTranslations('room.text')
  const { clauses } = state.plan.communique
  const open = openBrackets(state)
  return (
    <section className={styles.count} aria-label={t('brackets')}>
      <span className={styles.number} aria-hidden="true">
        <span>{open}</span>
      </span>
      <div className={styles.who}>
        <p className={styles.finding} role="status">
          {t('open', { open, agreed: clauses.length - open })}
        </p>
        <ol className={styles.clauses}>
          {clauses.map((plan, place) => {
            const clause = state.clauses[plan.key]
            if (!clause) return null
            const texts = bracketTexts(state.plan, clause).length
            return (
              <li key={plan.key}>
                <a
                  href={`#clause-${plan.key}`}
                  onClick={(event) => {
                    event.preventDefault()
                    onClause(plan.key)
                  }}
                >
                  <b>{place + 1}</b> {agreedText(clause) ? t('agreed') : t('texts', { count: texts })}
                </a>
              </li>
            )
          })}
        </ol>
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </section>
  )
}

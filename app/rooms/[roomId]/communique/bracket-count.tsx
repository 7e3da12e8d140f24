'use client'
// The number of clauses with an open bracket, with a link to each clause and its state, and the next action.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { openClauses } from '#simulation/questions/text'
import { bracketsIn } from '#simulation/reading/brackets'
import { clauseState } from '#simulation/reading/text-now'
import type { RoomState } from '#simulation/state/room-state'
import styles from './bracket-count.module.css'

type BracketCountProps = { state: RoomState; onClause: (key: string) => void; action?: ReactNode }

export function BracketCount({ state, onClause, action }: BracketCountProps) {
  const t = useTranslations('room.text')
  const { clauses, plan } = state
  const open = openClauses(state).length
  return (
    <section className={styles.count} aria-label={t('brackets')}>
      <span className={styles.number} aria-hidden="true">
        <span>{open}</span>
      </span>
      <div className={styles.who}>
        <p className={styles.finding} role="status">
          {t('open', { open, clean: clauses.length - open })}
        </p>
        <ol className={styles.clauses}>
          {clauses.map((clause, place) => (
            <li key={clause.key}>
              <a
                href={`#clause-${clause.key}`}
                onClick={(event) => {
                  event.preventDefault()
                  onClause(clause.key)
                }}
              >
                <b>{place + 1}</b> {t(`state.${clauseState(plan, clause)}`, { count: bracketsIn(plan, clause) })}
              </a>
            </li>
          ))}
        </ol>
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </section>
  )
}

// The joint text as it stood at one moment of a replay: each clause with what was in its brackets, and whose it was.
import { useTranslations } from 'next-intl'
import { ClauseWords } from '#record/words/clause-words'
import { openClauses } from '#simulation/questions/text'
import { clauseStretches } from '#simulation/reading/text/brackets'
import type { RoomState } from '#simulation/state/room-state'
import styles from './moment-view.module.css'

export function TextAt({ state }: { state: RoomState }) {
  const t = useTranslations('replay.text')
  const { plan, clauses } = state
  return (
    <section className={styles.text} aria-labelledby="text-at">
      <h3 id="text-at">{t('title', { open: openClauses(state).length, of: clauses.length })}</h3>
      <ol>
        {clauses.map((clause) => (
          <li key={clause.key}>
            <ClauseWords plan={plan} stretches={clauseStretches(plan, clause)} lead={<b>{clause.heading}.</b>} />
          </li>
        ))}
      </ol>
    </section>
  )
}

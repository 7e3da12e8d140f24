// What sides asked each other, guessed before and after, and said for each other, with what the side itself found of it.
import { useTranslations } from 'next-intl'
import { CaseList, useCaseTitle } from '#record/case-list'
import { Proof } from '#record/proof'
import { caseRows, casesFinding, hasCase, type JudgedGuess } from '#simulation/reading/positions/cases'
import { caseGrounds } from '#simulation/reading/positions/grounds'
import { unsigned } from '#ui/words/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import styles from './strategy-section.module.css'

/** How far a guess was off, in steps. */
const off = (guess: JudgedGuess | null) => (guess ? unsigned(guess.off) : '–')

export function CasesSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.cases')
  const says = useTranslations('debrief.proof')
  const between = useCaseTitle(state.plan)
  const rows = caseRows(state).filter(hasCase)
  if (rows.length === 0) return null
  const found = casesFinding(rows)
  return (
    <Part
      long
      title={found.of === 0 ? t('title') : t('found', found)}
      sub={t('sub')}
      proof={
        <Proof
          ways={['cameNearer', 'wentFurther', 'stayedAsFar', 'unknown']}
          says={says}
          grounds={caseGrounds(rows)}
          words={(row) => says('guess', { between: between(row), before: off(row.before), after: off(row.after) })}
          room={room.id}
        />
      }
    >
      <div className={`form ${styles.sheets}`}>
        {rows.map((row) => (
          <section key={`${row.by}/${row.of}`} aria-label={between(row)}>
            <h3>{between(row)}</h3>
            <CaseList state={state} row={row} />
          </section>
        ))}
      </div>
    </Part>
  )
}

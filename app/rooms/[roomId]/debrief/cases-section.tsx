// What sides asked each other, guessed before and after, and said for each other, with what the side itself found of it.
import { useTranslations } from 'next-intl'
import { CaseList, useCaseTitle } from '#record/case-list'
import { caseRows, casesFinding, hasCase } from '#simulation/reading/cases'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import styles from './strategy-section.module.css'

export function CasesSection({ back: { state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.cases')
  const between = useCaseTitle(state.plan)
  const rows = caseRows(state).filter(hasCase)
  if (rows.length === 0) return null
  const found = casesFinding(rows)
  return (
    <Part long title={found.of === 0 ? t('title') : t('found', found)} sub={t('sub')}>
      <div className={styles.sheets}>
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

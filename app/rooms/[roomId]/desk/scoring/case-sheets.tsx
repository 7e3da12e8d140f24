'use client'
// At the desk from the phase in which sides ask each other until the debrief: who has handed in what, each to be opened.
import { useTranslations } from 'next-intl'
import { CaseList, useCaseTitle } from '#record/case-list'
import { caseRows, casesBegun, casesCounted } from '#simulation/reading/positions/cases'
import { Button } from '#ui/controls/button'
import { Popover } from '#ui/over/popover'
import type { DeskView } from './desk-view'
import styles from './strategy-sheets.module.css'

export function CaseSheets({ desk: { state } }: { desk: DeskView }) {
  const t = useTranslations('desk.cases')
  const between = useCaseTitle(state.plan)
  if (!casesBegun(state) || state.unsealedAt !== null) return null
  const rows = caseRows(state)
  return (
    <Popover
      title={t('title')}
      side="top"
      trigger={
        <Button kind="quiet" size="dense">
          {t('count', casesCounted(rows))}
        </Button>
      }
    >
      <ul className={styles.sheets}>
        {rows.map((row) => {
          const { question, answer, guess, stated, score } = row
          const done = { question, answer, guess, case: stated, score }
          const steps = (['question', 'answer', 'guess', 'case', 'score'] as const).filter(
            (step) => done[step] !== null,
          )
          return (
            <li key={`${row.by}/${row.of}`}>
              {steps.length === 0 ? (
                <p>
                  {between(row)} <small>{t('nothing')}</small>
                </p>
              ) : (
                <details>
                  <summary>
                    {between(row)} <small>{steps.map((step) => t(`step.${step}`)).join(' · ')}</small>
                  </summary>
                  <CaseList state={state} row={row} />
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </Popover>
  )
}

'use client'
// The controls above the record: the number of entries, a switch for the scored subject alone, and undo.
import { useTranslations } from 'next-intl'
import type { Score } from '#marks/use-score.ts'
import { undoableStep } from '#simulation/reading/room/phase-end'
import { Kbd } from '#ui/words/kbd'
import type { DeskView } from '../scoring/desk-view'
import type { RecordParts } from './desk-parts'
import styles from './record-tools.module.css'

export function RecordTools({ desk, score, record }: { desk: DeskView; score: Score; record: RecordParts }) {
  const t = useTranslations('desk.record')
  const { state, ask } = desk
  const step = undoableStep(state)
  return (
    <span className={`tools ${styles.tools}`}>
      <span>{t('count', { count: record.shown.length })}</span>
      {score.subject ? (
        <button type="button" aria-pressed={record.only} onClick={() => record.onOnly(!record.only)}>
          {t('only')}
        </button>
      ) : null}
      {step ? (
        <button type="button" onClick={() => void ask({ type: 'undoLastStep' })}>
          {t('undo', { step: t(`steps.${step.label}`) })} <Kbd>U</Kbd>
        </button>
      ) : null}
    </span>
  )
}

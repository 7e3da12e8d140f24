// The debrief on the stage: one question at a time, over the gap of all rounds. Reflections are never shown here.
import { useTranslations } from 'next-intl'
import { gapByRound } from '#simulation/reading/log/gap'
import { gapLines } from '#simulation/reading/positions/gap-lines'
import { GapLines } from '#ui/charts/gap-lines'
import { partiesOf } from '#ui/words/delegations.ts'
import styles from './questions-scene.module.css'
import type { StageContext } from './stage-context'
import { Question } from './stage-parts'

export type DebriefQuestions = { questions: readonly string[]; place: number }

export function QuestionsScene({ on, asked: { questions, place } }: { on: StageContext; asked: DebriefQuestions }) {
  const t = useTranslations('stage.questions')
  const question = questions[place] ?? on.state.plan.seminarQuestion
  return (
    <div className={styles.scene}>
      <Question quiet={questions.length > 1 ? t('place', { number: place + 1, of: questions.length }) : undefined}>
        {question}
      </Question>
      {gapByRound(on.state).length > 1 ? (
        <div className={styles.lines}>
          <GapLines parties={partiesOf(on.state.plan)} rounds={gapLines(on.state)} size="stage" />
        </div>
      ) : null}
    </div>
  )
}

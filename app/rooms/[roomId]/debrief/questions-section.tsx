// The scenario's questions for the debrief, in its order.
import { useTranslations } from 'next-intl'
import { Cited } from '#record/cited'
import { gistsOf } from '#record/gists.ts'
import type { DebriefData, DebriefQuestion, EssayParagraph } from './debrief-data'
import { Part } from './part'
import styles from './questions-section.module.css'

type QuestionsSectionProps = {
  back: DebriefData
  questions: readonly DebriefQuestion[]
  essay: readonly EssayParagraph[]
}

export function QuestionsSection({ back: { state }, questions, essay }: QuestionsSectionProps) {
  const t = useTranslations('debrief.questions')
  const from = { plan: state.plan, gists: gistsOf(essay) }
  return (
    <Part long title={t('title')} sub={t('sub')}>
      <ol className={styles.questions}>
        {questions.map(({ key, ask, anchors }) => (
          <li key={key}>
            <span>
              {ask}{' '}
              {anchors.map((anchor) => (
                <span key={anchor} className={styles.anchor}>
                  <Cited anchor={anchor} from={from} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  )
}

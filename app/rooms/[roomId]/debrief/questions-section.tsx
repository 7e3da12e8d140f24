// What to talk about now: the scenario's first questions, in its order, each beside a figure of this room.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Cited } from '#record/words/cited'
import { gistsOf } from '#record/words/gists.ts'
import type { DebriefData, DebriefQuestion, EssayParagraph } from './debrief-data'
import { Part } from './part'
import styles from './questions-section.module.css'

type QuestionsSectionProps = {
  back: DebriefData
  questions: readonly DebriefQuestion[]
  essay: readonly EssayParagraph[]
  /** Beside the first question, the second and so on; a question may have none. */
  figures: readonly ReactNode[]
}

/** As many as a class has time for. */
const ASKED = 3

export function QuestionsSection({ back: { state }, questions, essay, figures }: QuestionsSectionProps) {
  const t = useTranslations('debrief.questions')
  const from = { plan: state.plan, gists: gistsOf(essay) }
  if (questions.length === 0) return null
  return (
    <Part long title={t('title')} sub={t('sub')}>
      <ol className={styles.questions}>
        {questions.slice(0, ASKED).map(({ key, ask, anchors }, place) => (
          <li key={key}>
            <div className={styles.asked}>
              <p className={styles.ask}>{ask}</p>
              {anchors.map((anchor) => (
                <span key={anchor} className={styles.anchor}>
                  <Cited anchor={anchor} from={from} />
                </span>
              ))}
            </div>
            {figures[place] ?? null}
          </li>
        ))}
      </ol>
    </Part>
  )
}

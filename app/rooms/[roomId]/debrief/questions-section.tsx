// The scenario's questions for the debrief, in its order.
import { useTranslations } from 'next-intl'
import { AnchorMark } from '#ui/anchor-mark'
import type { DebriefQuestion, EssayParagraph } from './debrief-data'
import { Part } from './part'
import styles from './questions-section.module.css'

type QuestionsSectionProps = { questions: readonly DebriefQuestion[]; essay: readonly EssayParagraph[] }

export function QuestionsSection({ questions, essay }: QuestionsSectionProps) {
  const t = useTranslations('debrief.questions')
  const gists = new Map(essay.map(({ id, gist }) => [id, gist]))
  return (
    <Part long title={t('title')} sub={t('sub')}>
      <ol className={styles.questions}>
        {questions.map(({ key, ask, anchors }) => (
          <li key={key}>
            <span>
              {ask}{' '}
              {anchors.map((anchor) => {
                const gist = gists.get(anchor)
                return (
                  <span key={anchor} className={styles.anchor}>
                    <AnchorMark anchor={anchor} {...(gist === undefined ? {} : { gist })} />
                  </span>
                )
              })}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  )
}

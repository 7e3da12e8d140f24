// What a student is asked about their words for research, once a debate is over; they can change their answer here.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/controls/submit-button'
import styles from './my.module.css'
import { giveWords } from './words-actions'

type OwnQuestion = { activityId: string; title: string; question: string; approval: string; answer: boolean | null }

export function WordsAsked({ asked }: { asked: readonly OwnQuestion[] }) {
  const t = useTranslations('research.own')
  return (
    <section className={styles.calendar} aria-labelledby="words">
      <h2 id="words">{t('title')}</h2>
      {asked.map(({ activityId, title, question, approval, answer }) => (
        <form key={activityId} action={giveWords} className={`fields ${styles.kinds}`}>
          <input type="hidden" name="activityId" value={activityId} />
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="approval" value={approval} />
          <h3>{title}</h3>
          <blockquote className={styles.question}>{question}</blockquote>
          {approval === '' ? null : <p>{t('approval', { number: approval })}</p>}
          <p>{t(answer === null ? 'open' : answer ? 'yes' : 'no')}</p>
          <p className="tools">
            {answer === true ? null : (
              <SubmitButton kind="plain" size="dense" name="yes" value="yes" aria-label={`${t('sayYes')}: ${title}`}>
                {t('sayYes')}
              </SubmitButton>
            )}
            {answer === false ? null : (
              <SubmitButton kind="plain" size="dense" name="yes" value="no" aria-label={`${t('sayNo')}: ${title}`}>
                {t('sayNo')}
              </SubmitButton>
            )}
          </p>
        </form>
      ))}
      <p>{t('later')}</p>
    </section>
  )
}

// What the instructor tells the students of a homework debate, and what they may use AI for: open until its reader ticks it, folded from then on.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/controls/submit-button'
import styles from './instructions.module.css'
import { tickInstructions } from './instructions-actions'

export type Instructions = {
  instructions: string
  aiUse: string
  isRead: boolean
}

export function Instructions({ activityId, written }: { activityId: string; written: Instructions }) {
  const t = useTranslations('homework-room.instructions')
  const { instructions, aiUse, isRead } = written
  return (
    <details className={styles.instructions} open={!isRead}>
      <summary>{t('title')}</summary>
      {instructions === '' ? null : <p className={styles.text}>{instructions}</p>}
      {aiUse === '' ? null : (
        <p className={styles.text}>
          <b>{t('ai')}</b> {aiUse}
        </p>
      )}
      {isRead ? null : (
        <form action={tickInstructions}>
          <input type="hidden" name="activityId" value={activityId} />
          <SubmitButton kind="plain" size="dense">
            {t(aiUse === '' ? 'read' : 'readAi')}
          </SubmitButton>
        </form>
      )}
    </details>
  )
}

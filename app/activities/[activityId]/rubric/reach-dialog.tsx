'use client'
// Asks whom a change of the rubric reaches, once levels were given, and lists whose sum would become another.
import { useTranslations } from 'next-intl'
import { REACHES, type Reach } from '#simulation/reading/log/rubric'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import styles from './rubric.module.css'
import type { RubricAnswer } from './rubric-actions'
import { ChangedSums } from './rubric-history'

export type ReachQuestion = Extract<RubricAnswer, { fault: 'reach' }>
type ReachDialogProps = {
  asked: ReachQuestion | null
  /** Students see each change at once. */
  releasedToAll: boolean
  onClose: () => void
  onChoose: (reach: Reach) => void
}

export function ReachDialog({ asked, releasedToAll, onClose, onChoose }: ReachDialogProps) {
  const t = useTranslations('grading.editor.reach')
  return (
    <Dialog
      title={t('title')}
      description={t('lead', { toAll: releasedToAll ? 'yes' : 'no' })}
      open={asked !== null}
      onClose={onClose}
    >
      {asked
        ? REACHES.map((reach) => {
            const bar = asked.bars[reach]
            return (
              <section key={reach} className={`line ${styles.reach}`}>
                <p>{bar ? t(`bar.${bar}`) : t(`${reach}Text`)}</p>
                {reach === 'all' && !bar ? <ChangedSums changed={asked.changed} /> : null}
                {bar ? null : <Button onClick={() => onChoose(reach)}>{t(reach)}</Button>}
              </section>
            )
          })
        : null}
    </Dialog>
  )
}

// What stands above a student's levels: why they changed, that they took no part, and the comment on all of them.
import { useTranslations } from 'next-intl'
import type { GradeNote, Grading } from '#simulation/reading/grades'
import styles from './own-marks.module.css'

type OwnNoteProps = Pick<Grading, 'noPart'> & { note: Omit<GradeNote, 'at'> | null; reason: string | null }

export function OwnNote({ note, reason, noPart }: OwnNoteProps) {
  const t = useTranslations('marks.own')
  return (
    <>
      {reason === null ? null : <p className={styles.question}>{t('reason', { reason })}</p>}
      {note?.tookNoPart ? <p>{t('noPart', { noPart })}</p> : null}
      {note?.comment ? (
        <div className={styles.comment}>
          <p className={styles.by}>
            <b>{t('instructor')}</b> · {t('whole')}
          </p>
          <p>{note.comment}</p>
        </div>
      ) : null}
    </>
  )
}

// A course's unpublished homework debates. One just discarded can be opened again, because its address holds all of it.

import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { newHomeworkPath } from '#paths'
import { Band } from '#ui/charts/band'
import { SubmitButton } from '#ui/controls/submit-button'
import styles from '../courses.module.css'
import { discardHomework } from './new-homework/unpublished-actions'

type UnpublishedDebatesProps = {
  course: { id: string; timeZone: string }
  drafts: readonly { id: string; title: string; address: string; savedAt: Date }[]
  /** The address of a debate that was just discarded. */
  discarded: string | null
}

export async function UnpublishedDebates({ course, drafts, discarded }: UnpublishedDebatesProps) {
  const t = await getTranslations('courses.course.drafts')
  const format = await getFormatter()
  if (drafts.length === 0 && discarded === null) return null
  return (
    <section className={styles.section} aria-labelledby="drafts-title">
      <Band level={2} title={<span id="drafts-title">{t('title')}</span>} detail={t('detail')} />
      {discarded === null ? null : (
        <p className={`lead ${styles.lead}`} role="status">
          {t('discarded')} <Link href={newHomeworkPath(course.id, discarded)}>{t('openAgain')}</Link>
        </p>
      )}
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className={styles.activity}>
            <h3>
              <Link href={newHomeworkPath(course.id, draft.address)}>{draft.title}</Link>
            </h3>
            <p className="faint">
              {t('saved', {
                when: format.dateTime(draft.savedAt, {
                  dateStyle: 'long',
                  timeStyle: 'short',
                  timeZone: course.timeZone,
                }),
              })}
            </p>
            <form action={discardHomework}>
              <input type="hidden" name="courseId" value={course.id} />
              <input type="hidden" name="draft" value={draft.id} />
              <SubmitButton kind="plain" size="dense">
                {t('discard', { title: draft.title })}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

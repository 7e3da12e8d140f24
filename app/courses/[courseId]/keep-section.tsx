// What can be done with a course or an activity as a whole: rename, repeat, archive, delete; and what was deleted and can be put back.
import { useFormatter, useTranslations } from 'next-intl'
import { repeatDebatePath } from '#paths'
import { LinkButton } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import styles from '../courses.module.css'
import {
  archiveThisActivity,
  deleteThisActivity,
  putActivityBack,
  renameThisActivity,
  repeatThisSeminar,
} from './activity-actions'
import {
  archiveThisCourse,
  deleteThisCourse,
  putCourseBack,
  renameThisCourse,
  repeatThisCourse,
} from './course-actions'
import { TitleForm } from './title-form'

type Of = { name: 'courseId' | 'activityId'; id: string }
type ActProps = {
  send: (form: FormData) => Promise<void>
  of: Of
  words: string
  heard?: string
  archived?: 'yes' | 'no'
}

function Act({ send, of, words, heard, archived }: ActProps) {
  return (
    <form action={send}>
      <input type="hidden" name={of.name} value={of.id} />
      {archived ? <input type="hidden" name="archived" value={archived} /> : null}
      <SubmitButton kind="plain" size="dense" aria-label={heard}>
        {words}
      </SubmitButton>
    </form>
  )
}

type KeepCourseProps = { course: { id: string; title: string }; isArchived: boolean; mayDelete: boolean }

export function KeepCourse({ course, isArchived, mayDelete }: KeepCourseProps) {
  const t = useTranslations('courses.keep')
  const of = { name: 'courseId', id: course.id } as const
  return (
    <details className={styles.keep}>
      <summary>{t('course')}</summary>
      <TitleForm send={renameThisCourse} of={of} title={course.title} />
      <div className="row">
        <Act send={repeatThisCourse} of={of} words={t('repeatCourse')} />
        <Act
          send={archiveThisCourse}
          of={of}
          archived={isArchived ? 'no' : 'yes'}
          words={t(isArchived ? 'unarchive' : 'archiveCourse')}
        />
        {mayDelete ? <Act send={deleteThisCourse} of={of} words={t('deleteCourse')} /> : null}
      </div>
      <p className="faint">{t('courseText')}</p>
    </details>
  )
}

type KeepActivityProps = {
  courseId: string
  /** The courses into which it can be repeated, this one among them. */
  into: readonly { id: string; title: string }[]
  activity: { id: string; title: string; kind: 'seminar' | 'homework'; isBrought: boolean; archivedAt: Date | null }
}

export function KeepActivity({ courseId, into, activity }: KeepActivityProps) {
  const t = useTranslations('courses.keep')
  const { id, title, archivedAt } = activity
  const of = { name: 'activityId', id } as const
  return (
    <details className={styles.keep}>
      <summary aria-label={t('activityFor', { title })}>{t('activity')}</summary>
      <TitleForm send={renameThisActivity} of={of} title={title} />
      {activity.kind === 'seminar' && !activity.isBrought ? (
        <form action={repeatThisSeminar} className={`row ${styles.rename}`}>
          <input type="hidden" name="activityId" value={id} />
          {into.length > 1 ? (
            <Field label={t('into')}>
              <Select
                name="into"
                defaultValue={courseId}
                options={into.map((one) => ({ value: one.id, label: one.title }))}
              />
            </Field>
          ) : (
            <input type="hidden" name="into" value={courseId} />
          )}
          <SubmitButton kind="plain" aria-label={t('repeatFor', { title })}>
            {t('repeat')}
          </SubmitButton>
        </form>
      ) : null}
      <div className="row">
        {activity.kind === 'homework' && !activity.isBrought ? (
          <LinkButton size="dense" href={repeatDebatePath(courseId, id)} aria-label={t('repeatFor', { title })}>
            {t('repeat')}
          </LinkButton>
        ) : null}
        <Act
          send={archiveThisActivity}
          of={of}
          archived={archivedAt ? 'no' : 'yes'}
          words={t(archivedAt ? 'unarchive' : 'archive')}
          heard={t(archivedAt ? 'unarchiveFor' : 'archiveFor', { title })}
        />
        <Act send={deleteThisActivity} of={of} words={t('delete')} heard={t('deleteFor', { title })} />
      </div>
      <p className="faint">{t('activityText')}</p>
    </details>
  )
}

type DeletedListProps = {
  deleted: readonly { id: string; title: string; until: Date }[]
  of: Of['name']
  timeZone: string
}

/** The undo of a deletion, for as long as there is one. */
export function DeletedList({ deleted, of, timeZone }: DeletedListProps) {
  const t = useTranslations('courses.keep')
  const format = useFormatter()
  if (deleted.length === 0) return null
  return (
    <ul className={styles.deleted} aria-label={t('deletedLabel')}>
      {deleted.map(({ id, title, until }) => (
        <li key={id}>
          <span role="status">
            {t('deleted', { title, date: format.dateTime(until, { dateStyle: 'long', timeZone }) })}
          </span>
          <Act
            send={of === 'courseId' ? putCourseBack : putActivityBack}
            of={{ name: of, id }}
            words={t('putBack')}
            heard={t('putBackFor', { title })}
          />
        </li>
      ))}
    </ul>
  )
}

// The written scenarios of a course's page: those to write on, those of others to play, and at the end those that are not offered any more.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { homeworkWithPath, offeredScenarioPath, seminarWithPath, writtenScenarioPath } from '#paths'
import { Band } from '#ui/charts/band'
import { SubmitButton } from '#ui/controls/submit-button'
import { When } from '#ui/words/when'
import styles from '../../courses.module.css'
import { shelveScenario } from './actions'

export type Listed = {
  id: string
  /** What the wizards call it. */
  key: string
  title: string
  language: 'en' | 'ja' | 'zh'
  reach: 'author' | 'course' | 'everybody'
  author: string | null
  savedAt: number
  isShelved: boolean
  isWritable: boolean
  /** Null where something is missing to play it. */
  parties: readonly string[] | null
  played: number
}

export function WrittenList({ courseId, rows }: { courseId: string; rows: readonly Listed[] }) {
  const t = useTranslations('scenarios')
  const offered = rows.filter(({ isShelved }) => !isShelved)
  const shelved = rows.filter(({ isShelved }) => isShelved)
  if (rows.length === 0) return <p className={`lead ${styles.section}`}>{t('none')}</p>
  return (
    <section className={styles.section}>
      <Band level={2} title={t('list')} />
      <ul>
        {offered.map((row) => (
          <Row key={row.id} courseId={courseId} row={row} />
        ))}
      </ul>
      {shelved.length > 0 ? (
        <details className={styles.keep}>
          <summary>{t('shelved', { count: shelved.length })}</summary>
          <ul>
            {shelved.map((row) => (
              <Row key={row.id} courseId={courseId} row={row} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function Row({ courseId, row }: { courseId: string; row: Listed }) {
  const t = useTranslations('scenarios')
  const format = useFormatter()
  const { key, title, parties } = row
  return (
    <li className={styles.activity}>
      <h3>
        {row.isWritable ? (
          <Link href={writtenScenarioPath(courseId, row.id)}>
            <bdi>{title}</bdi>
          </Link>
        ) : (
          <bdi>{title}</bdi>
        )}
      </h3>
      <p className="faint">
        {parties === null ? t('unready') : <bdi>{format.list(parties, { type: 'unit' })}</bdi>}
        {' · '}
        {t(`languages.${row.language}`)}
        {' · '}
        {t(`reach.${row.reach}`)}
        {row.author === null ? null : (
          <>
            {' · '}
            <bdi>{row.author}</bdi>
          </>
        )}
        {' · '}
        {t('played', { count: row.played })}
        {' · '}
        <When at={row.savedAt} />
      </p>
      <div className={`acts ${styles.links}`}>
        {parties === null || row.isShelved ? null : (
          <>
            <Link href={seminarWithPath(courseId, key)}>{t('seminar')}</Link>
            <Link href={homeworkWithPath(courseId, key)}>{t('homework')}</Link>
            <Link href={offeredScenarioPath(courseId, key)}>{t('read')}</Link>
          </>
        )}
        {row.isWritable ? (
          <form action={shelveScenario}>
            <input type="hidden" name="courseId" value={courseId} />
            <input type="hidden" name="scenarioId" value={row.id} />
            <input type="hidden" name="shelved" value={row.isShelved ? 'no' : 'yes'} />
            <SubmitButton kind="quiet" size="dense">
              {row.isShelved ? t('putBack') : t('shelve')}
            </SubmitButton>
          </form>
        ) : null}
      </div>
    </li>
  )
}

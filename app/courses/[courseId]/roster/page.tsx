// The page of a course's roster, edited as text.

import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { commaList } from '#format/lists'
import { coursePath, linksPath, rosterPath } from '#paths'
import { readRoster } from '#server/store/courses/roster'
import { OWN_CANVAS_ID } from '#server/store/courses/roster-read'
import { readRefused } from '#server/store/mail/outbox'
import { toldApart } from '#server/store/people/names'
import { MOST_EXTRA_TIME } from '#simulation/shapes/homework'
import { ErrorText } from '#ui/controls/error-text'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import { ExtraTime } from './extra-time'
import roster from './roster.module.css'
import { RosterForm } from './roster-form'

type Props = { params: Promise<{ courseId: string }> }

async function access({ params }: Props) {
  const { courseId } = await params
  return courseFor('edit-roster', courseId, rosterPath(courseId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { course } = await access(props)
  return { title: (await getTranslations('courses.roster'))('title', { course: course.title }) }
}

export default async function RosterPage(props: Props) {
  const { course } = await access(props)
  const t = await getTranslations('courses.roster')
  const [places, refused, locale] = await Promise.all([readRoster(course.id), readRefused(course.id), getLocale()])
  // Canvas's own IDs stand in it where there are any, and go with a cell that is emptied.
  const hasIds = places.some(({ canvasId }) => canvasId !== null)
  const rows = places.map(({ name, email, studentNumber, section, canvasId }) => [
    ...[name, email, studentNumber, section],
    ...(hasIds ? [canvasId] : []),
  ])
  // With headings, so that its columns are read back as they are.
  const headings = ['Name', 'E-mail', 'Number', 'Section', ...(hasIds ? [OWN_CANVAS_ID] : [])]
  const text = rows.length === 0 ? '' : [headings, ...rows].map((row) => row.join('\t')).join('\n')
  return (
    <main id="main" className={`page ${styles.broad} ${roster.place}`}>
      <PageHead
        above={
          <>
            <Link href={coursePath(course.id)}>{t('back')}</Link>
            {places.length === 0 ? null : (
              <>
                {' · '}
                <Link href={linksPath(course.id)}>{t('links')}</Link>
              </>
            )}
          </>
        }
        title={t('title', { course: course.title })}
      />
      {refused.length === 0 ? null : (
        <ErrorText>{t('refused', { count: refused.length, names: commaList(locale, refused) })}</ErrorText>
      )}
      <RosterForm courseId={course.id} text={text} count={places.length} />
      {places.length === 0 ? null : (
        <ExtraTime
          courseId={course.id}
          most={MOST_EXTRA_TIME}
          places={toldApart(places).map(({ id, name, extraTime }) => ({ id, name, extraTime }))}
        />
      )}
    </main>
  )
}

// The page of the courses that a person teaches, and of the seats they hold in others.

import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { coursePath, coursesPath, newCoursePath, roomPath, signInPath } from '#paths'
import { environment } from '#server/base/environment'
import { readParticipations } from '#server/store/activities/participants'
import { readDeletedCourses } from '#server/store/courses/archive-delete'
import { type CourseSummary, readCourses } from '#server/store/courses/courses'
import { readCalendarToken } from '#server/store/people/calendar-link'
import { isDemoOpenTo } from '#server/web/demo-door'
import { whoIs } from '#server/web/identity'
import { Band } from '#ui/charts/band'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { signInToDemo } from '../(people)/sign-in/actions'
import { CalendarSection } from '../my/calendar-section'
import { DeletedList } from './[courseId]/keep-section'
import styles from './courses.module.css'

export const generateMetadata = titled('courses.list.title')

export default async function CoursesPage() {
  const request = await headers()
  const me = await whoIs(request)
  if (!me) redirect(signInPath(coursesPath()))
  const t = await getTranslations('courses')
  const [courses, places, deleted] = await Promise.all([
    readCourses(me.user.id),
    readParticipations(me.user.id),
    readDeletedCourses(me.user),
  ])
  const guest = me.user.kind === 'guest'
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        title={guest ? t('guest.title') : t('list.title')}
        lead={guest ? t('guest.text', { name: me.user.name }) : null}
        right={
          guest ? (
            <LinkButton href={signInPath()}>{t('guest.signIn')}</LinkButton>
          ) : (
            <LinkButton kind="primary" href={newCoursePath()}>
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      {guest ? null : (
        <>
          <DeletedList deleted={deleted} of="courseId" timeZone="UTC" />
          <Courses courses={courses} offersSample={isDemoOpenTo(request)} />
          {courses.length > 0 ? (
            <Messages namespaces={['my']}>
              <CalendarSection runs site={environment().publicUrl} token={await readCalendarToken(me.user.id)} />
            </Messages>
          ) : null}
        </>
      )}
      {places.length > 0 ? (
        <section className={styles.section}>
          <Band level={2} title={t('list.places')} />
          <ul>
            {places.map((place) => (
              <li key={place.participantId} className={styles.activity}>
                <h3>{place.roomId ? <Link href={roomPath(place.roomId)}>{place.title}</Link> : place.title}</h3>
                <p className="faint">
                  {place.courseTitle} · {t(`course.kind.${place.kind}`)}
                  {place.roomId ? null : ` · ${t('list.waiting')}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}

async function Courses({ courses, offersSample }: { courses: readonly CourseSummary[]; offersSample: boolean }) {
  const t = await getTranslations('courses.list')
  const archived = courses.filter(({ archivedAt }) => archivedAt !== null)
  if (courses.length === 0)
    return (
      <>
        <p>{t('empty')}</p>
        {offersSample ? (
          <form action={signInToDemo} className={`stack ${styles.sample}`}>
            <SubmitButton kind="plain">{t('sample')}</SubmitButton>
            <p className="faint">{t('sampleText')}</p>
          </form>
        ) : null}
      </>
    )
  return (
    <>
      <CourseTable courses={courses.filter(({ archivedAt }) => archivedAt === null)} />
      {archived.length > 0 ? (
        <details className={styles.keep}>
          <summary>{t('archived', { count: archived.length })}</summary>
          <CourseTable courses={archived} />
        </details>
      ) : null}
    </>
  )
}

async function CourseTable({ courses }: { courses: readonly CourseSummary[] }) {
  const t = await getTranslations('courses.list')
  const parts = await getTranslations('courses.part')
  return (
    <div className={styles.frame}>
      <table className={`table ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('course')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col" className={styles.number}>
              {t('students')}
            </th>
            <th scope="col" className={styles.number}>
              {t('activities')}
            </th>
          </tr>
        </thead>
        <tbody>
          {courses.map((course) => (
            <tr key={course.id}>
              <th scope="row">
                <Link href={coursePath(course.id)}>{course.title}</Link>
              </th>
              <td>{parts(course.part)}</td>
              <td className={styles.number}>{course.students}</td>
              <td className={styles.number}>{course.activities}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

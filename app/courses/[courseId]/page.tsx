// The page of a course: its activities, its roster and its staff.

import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import {
  boardPath,
  bringRecordPath,
  courseComparePath,
  coursePath,
  debriefPath,
  deskPath,
  exemplarsPath,
  gradebookPath,
  lobbyPath,
  marksPath,
  messagesPath,
  newHomeworkPath,
  newSeminarPath,
  replayPath,
  researchPath,
  rosterPath,
  runPath,
  scenariosPath,
  searchPath,
  transcriptPath,
  wallPath,
} from '#paths'
import { accessCourse, type CourseRow } from '#server/store/access/access'
import { allows, mayChange, reachesEveryRoom } from '#server/store/access/parts'
import { type ActivitySummary, isComparable, readActivities } from '#server/store/activities/activities'
import { readDeletedActivities } from '#server/store/courses/archive-delete'
import { readColleagues, readRoomsToGrade } from '#server/store/courses/colleagues'
import { readCourses } from '#server/store/courses/courses'
import { INVITATION_DAYS, readPending } from '#server/store/courses/invitations'
import { readRoster } from '#server/store/courses/roster'
import { readUnpublishedDebates } from '#server/store/homework/unpublished-debates'
import { isDemoPerson } from '#server/store/people/demo-person'
import type { Person } from '#server/store/people/users'
import { Band } from '#ui/charts/band'
import { LinkButton } from '#ui/controls/button'
import { PageHead } from '#ui/page/page-head'
import styles from '../courses.module.css'
import { DebatesToRepeat, type DebateToRepeat } from './debates-to-repeat'
import { GradingView } from './grading-view'
import { DeletedList, KeepActivity, KeepCourse } from './keep-section'
import { PeopleSection } from './people-section'
import { UnpublishedDebates } from './unpublished-debates'

type Props = {
  params: Promise<{ courseId: string }>
  searchParams: Promise<{ discarded?: string | string[]; from?: string | string[] }>
}

async function access({ params }: Props) {
  const { courseId } = await params
  return courseFor('see-course', courseId, coursePath(courseId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await access(props)).course.title }
}

/** The courses into which this user may repeat an activity of that one. */
const readTargets = async (user: Person, courseId: string) =>
  (await readCourses(user.id)).filter(
    ({ part, archivedAt, id }) => id === courseId || (archivedAt === null && allows(part, 'make-activity')),
  )

/** The debates of the course that this one repeats: they need a roster and a first day, so none was repeated with it. */
async function readDebatesToRepeat(user: Person, from: string): Promise<readonly DebateToRepeat[]> {
  if (!(await accessCourse(user, from, 'edit-course'))) return []
  const debates = (await readActivities(from)).filter(
    ({ kind, archivedAt, isBrought }) => kind === 'homework' && archivedAt === null && !isBrought,
  )
  return debates.map(({ id, title }) => ({ courseId: from, id, title }))
}

export default async function CoursePage(props: Props) {
  const { me: user, course, part } = await access(props)
  const invites = allows(part, 'change-people') && !isDemoPerson(user)
  // Before the colleagues: whoever accepts in between stands in both lists until the page is read again; read after them, in neither, and
  // with no invitation left to wait for it would not be read again.
  const pending = invites ? await readPending(course.id) : []
  const colleagues = await readColleagues(course.id)
  if (!reachesEveryRoom(part))
    return <GradingView course={course} rooms={colleagues.find(({ userId }) => userId === user.id)?.rooms ?? []} />
  const t = await getTranslations('courses.course')
  const { discarded, from } = await props.searchParams
  const keeps = allows(part, 'edit-course') && !isDemoPerson(user)
  const [activities, drafts, roster, rooms, deleted, into, debates] = await Promise.all([
    readActivities(course.id),
    readUnpublishedDebates(course.id),
    readRoster(course.id),
    invites ? readRoomsToGrade(course.id) : [],
    keeps ? readDeletedActivities(course.id) : [],
    keeps ? readTargets(user, course.id) : [],
    keeps && typeof from === 'string' ? readDebatesToRepeat(user, from) : [],
  ])
  const hasResearch = allows(part, 'take-research-file')
  const listed = { course, into, keeps, hasResearch }
  const archived = activities.filter(({ archivedAt }) => archivedAt !== null)
  const current = activities.filter(({ archivedAt }) => archivedAt === null)
  const shown = colleagues.map((one) => {
    const isSelf = one.userId === user.id
    const changes = mayChange(part, one.part)
    return {
      ...one,
      isSelf,
      mayChange: changes || (isSelf && one.part === 'instructor'),
      mayRemove: changes && !isSelf,
      mayTakeOver: allows(part, 'hand-over') && one.part === 'instructor',
    }
  })
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        title={course.title}
        right={
          <>
            <LinkButton icon="search" href={searchPath(course.id)}>
              {t('search')}
            </LinkButton>
            <LinkButton href={messagesPath(course.id)}>{t('messages')}</LinkButton>
            <LinkButton href={rosterPath(course.id)}>{t('rosterLink', { count: roster.length })}</LinkButton>
            <LinkButton href={newHomeworkPath(course.id)}>{t('newHomework')}</LinkButton>
            <LinkButton kind="primary" href={newSeminarPath(course.id)}>
              {t('newSeminar')}
            </LinkButton>
          </>
        }
      />
      <p className={`faint ${styles.zone}`}>{t('zone', { zone: course.timeZone.replaceAll('_', ' ') })}</p>
      <UnpublishedDebates
        course={course}
        drafts={drafts}
        discarded={typeof discarded === 'string' ? discarded : null}
      />
      <DebatesToRepeat debates={debates} into={course.id} hasRoster={roster.length > 0} />
      <section className={styles.section}>
        <Band level={2} title={t('activities')} />
        <DeletedList deleted={deleted} of="activityId" timeZone={course.timeZone} />
        {activities.length === 0 ? <p className={`lead ${styles.lead}`}>{t('noActivities')}</p> : null}
        <ActivityList activities={current} {...listed} />
        {archived.length > 0 ? (
          <details className={styles.keep}>
            <summary>{t('archived', { count: archived.length })}</summary>
            <ActivityList activities={archived} {...listed} />
          </details>
        ) : null}
        <p className={`acts ${styles.links}`}>
          <Link href={bringRecordPath(course.id)}>{t('bringRecord')}</Link>
          <Link href={scenariosPath(course.id)}>{t('scenarios')}</Link>
          <Link href={exemplarsPath(course.id)}>{t('exemplars')}</Link>
          {activities.some(isComparable) ? <Link href={courseComparePath(course.id)}>{t('compare')}</Link> : null}
          {hasResearch ? <Link href={researchPath(course.id)}>{t('research')}</Link> : null}
        </p>
      </section>
      <div className={styles.section}>
        <PeopleSection
          course={course}
          colleagues={shown}
          inviting={invites ? { pending, rooms, days: INVITATION_DAYS } : null}
        />
      </div>
      {keeps ? (
        <div className={styles.section}>
          <KeepCourse
            course={course}
            isArchived={course.archivedAt !== null}
            mayDelete={allows(part, 'delete-course')}
          />
        </div>
      ) : null}
    </main>
  )
}

type ActivityListProps = {
  activities: readonly ActivitySummary[]
  course: CourseRow
  into: readonly { id: string; title: string }[]
  keeps: boolean
  /** Whether the reader may take research files. */
  hasResearch: boolean
}

function ActivityList({ activities, course, into, keeps, hasResearch }: ActivityListProps) {
  return (
    <ul>
      {activities.map((activity) => (
        <li key={activity.id} className={styles.activity}>
          {activity.isBrought ? (
            <BroughtRecord activity={activity} course={course} />
          ) : (
            <Activity activity={activity} course={course} hasResearch={hasResearch} />
          )}
          {keeps ? <KeepActivity courseId={course.id} into={into} activity={activity} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** An imported record: it can be read, and nothing in it runs. */
async function BroughtRecord({ activity, course }: { activity: ActivitySummary; course: CourseRow }) {
  const t = await getTranslations('courses.course')
  const format = await getFormatter()
  const date = format.dateTime(activity.createdAt, { dateStyle: 'long', timeZone: course.timeZone })
  const [room] = activity.rooms
  if (!room) return null
  return (
    <>
      <h3>
        <Link href={transcriptPath(room.id)}>{activity.title}</Link>
      </h3>
      <p className="faint">{[room.name, t('brought', { date })].join(' · ')}</p>
      <p className={`acts ${styles.links}`}>
        <Link href={transcriptPath(room.id)}>{t('transcript')}</Link>
        <Link href={replayPath(room.id)}>{t('replay')}</Link>
        <Link href={debriefPath(room.id)}>{t('debrief')}</Link>
        <Link href={searchPath(course.id, { activity: activity.id })}>{t('searchActivity')}</Link>
      </p>
    </>
  )
}

async function Activity({
  activity,
  course,
  hasResearch,
}: {
  activity: ActivitySummary
  course: CourseRow
  hasResearch: boolean
}) {
  const { timeZone } = course
  const t = await getTranslations('courses.course')
  const format = await getFormatter()
  const isHomework = activity.kind === 'homework'
  const facts = [
    t(`kind.${activity.kind}`),
    t('made', { date: format.dateTime(activity.createdAt, { dateStyle: 'long', timeZone }) }),
    ...(isHomework ? [] : [activity.door.open ? t('doorOpen') : t('doorClosed')]),
    isHomework ? t('seated', { count: activity.people }) : t('people', { count: activity.people }),
    ...(activity.demo ? [t('demo')] : []),
  ]
  return (
    <>
      <h3>
        <Link href={runPath(activity)}>{activity.title}</Link>
      </h3>
      <p className="faint">{facts.join(' · ')}</p>
      <p className={`acts ${styles.links}`}>
        {isHomework ? <Link href={boardPath(activity.id)}>{t('board')}</Link> : null}
        <Link href={lobbyPath(activity.id)}>{t('lobby')}</Link>
        {activity.rooms.length > 1 ? <Link href={wallPath(activity.id)}>{t('wall')}</Link> : null}
        <Link href={gradebookPath(activity.id)}>{t('gradebook')}</Link>
        <Link href={searchPath(course.id, { activity: activity.id })}>{t('searchActivity')}</Link>
        {hasResearch && !activity.isFork ? (
          <Link href={researchPath(course.id, activity.id)}>{t('research')}</Link>
        ) : null}
      </p>
      <ul className={styles.tables} aria-label={t('tables')}>
        {activity.rooms.map((room) => (
          <li className="tools" key={room.id}>
            <b>{room.name}</b>
            <Link href={deskPath(room.id)}>{t('desk')}</Link>
            <Link href={transcriptPath(room.id)}>{t('transcript')}</Link>
            <Link href={debriefPath(room.id)}>{t('debrief')}</Link>
            <Link href={marksPath(room.id)}>{t('marks')}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

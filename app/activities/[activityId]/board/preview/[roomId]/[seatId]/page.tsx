// A room as one seat sees it now: what is due, its briefs, and the record. Drawn from the log filtered for that seat, so it can show
// nothing that the student could not read.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { shortDayAndTime } from '#format/days'
import { boardPath } from '#paths'
import { ParagraphCache } from '#record/entries/paragraph-cache.ts'
import { RecordLine } from '#record/record-line'
import { accessCourse, accessRoom, may } from '#server/store/access/access'
import { readDisplayNames } from '#server/store/activities/rooms'
import { readSettings } from '#server/store/activities/settings'
import { readRoomRows } from '#server/store/log/room-reading'
import { roundOf } from '#simulation/agenda/plan'
import { fold } from '#simulation/engine/room'
import { seatId } from '#simulation/kernel/ids'
import { assignmentOf } from '#simulation/reading/homework/assignment'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import { Band } from '#ui/charts/band'
import { RecordList } from '#ui/charts/record-entry'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { LockLine } from '#ui/words/seal'
import { ActivityBar } from '../../../../../../_device/activity-bar'
import styles from './preview.module.css'

type Props = { params: Promise<{ activityId: string; roomId: string; seatId: string }> }

export const generateMetadata = titled('board.seen.title')

export default async function PreviewPage({ params }: Props) {
  const asked = await params
  const me = await signedIn()
  const found = await accessRoom(me, asked.roomId)
  const id = seatId.safeParse(decodeURIComponent(asked.seatId))
  if (!found || !may(found.as, 'run-activity') || found.activity.id !== asked.activityId || !id.success) notFound()
  const [rows, displayNames, settings, course] = await Promise.all([
    readRoomRows(found.room.id),
    readDisplayNames(found.room.id),
    readSettings(found.activity.id),
    accessCourse(me, found.activity.courseId, 'see-course'),
  ])
  const whole = fold(rows)
  const seat = whole?.seats[id.data]
  if (!whole || !seat?.holder || !course) notFound()
  const person = seat.holder
  const told = viewFor(rows, viewerOf(whole, person), whole.unsealedAt !== null)
  const state = fold(told)
  if (!state) notFound()
  const timeZone = settings.homework?.timeZone ?? course.course.timeZone
  const t = await getTranslations('board.seen')
  const locale = await getLocale()
  const status = await getTranslations('board.status')
  const phases = await getTranslations('record.homeworkPhases')
  const todo = await getTranslations('homework-room.do')
  const about = { plan: state.plan, displayNames, own: person, timeZone }
  const lines = new ParagraphCache().read(state)
  const progress = assignmentOf(state, person, Date.now()).filter(({ counted }) => counted.length > 0)
  return (
    <Messages namespaces={['board', 'homework', 'record']}>
      <ActivityBar frame={await frameFor(found.activity.id)} page="board" />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={boardPath(found.activity.id)}>{t('back')}</Link>}
          title={t('heading', { name: displayNames[person] ?? t('someone'), office: seat.title })}
        />
        <LockLine>{t('lead', { room: found.room.name })}</LockLine>
        <section className={styles.section}>
          <Band level={2} title={t('due')} />
          <ul>
            {progress.map((phase) => {
              const { done, asked } = phase
              const stands = phase.status === 'late' ? t('late') : status(phase.status, { done, asked })
              return (
                <li key={phase.phase} className={`acts ${styles.due}`}>
                  <b>{phases(state.plan.phases[phase.phase]?.kind ?? 'briefing')}</b>
                  <span>{phase.dueAt === null ? null : shortDayAndTime(locale, phase.dueAt, timeZone)}</span>
                  <span>{stands}</span>
                  {phase.where ? (
                    <span>
                      {t('where', {
                        work: todo(phase.where.what),
                        title: roundOf(state.plan, phase.where.tension ?? '')?.title ?? 'none',
                      })}
                    </span>
                  ) : null}
                  {phase.extendedTo !== null ? <span>{t('extended')}</span> : null}
                </li>
              )
            })}
          </ul>
        </section>
        <section className={styles.section}>
          <Band level={2} title={t('briefs')} detail={t('briefCount', { count: state.briefs.length })} />
          {state.briefs.length === 0 ? <p className="hint">{t('briefsSoon')}</p> : null}
          {state.briefs.map((brief) => (
            <details key={String(brief.to)} className={styles.brief}>
              <summary>{brief.title}</summary>
              {brief.sections
                .flatMap((section) => section.lines)
                .map((line) => (
                  <p key={line.text}>{line.text}</p>
                ))}
            </details>
          ))}
        </section>
        <section className={styles.section}>
          <Band level={2} title={t('sealed')} detail={t('sealedCount', { count: state.posts.length })} />
          {state.posts.map((post) => (
            <p key={post.no} className={styles.post}>
              {post.text}
            </p>
          ))}
        </section>
        <section className={styles.section}>
          <Band level={2} title={t('record')} detail={t('entries', { count: state.record.length })} />
          <RecordList label={t('record')}>
            {lines.map((paragraph) => (
              <li key={paragraph.id}>
                <RecordLine paragraph={paragraph} about={about} />
              </li>
            ))}
          </RecordList>
        </section>
      </main>
    </Messages>
  )
}

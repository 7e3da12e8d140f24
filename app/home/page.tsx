// The guide to the demo for its instructor: the finished seminar, the room that is ready, the homework debate, and what to press. Everyone else is redirected to
// their own page.

import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import {
  boardPath,
  comparePath,
  coursesPath,
  debriefPath,
  deskPath,
  gradebookPath,
  gradingPath,
  homePath,
  learningPath,
  myPath,
  newSeminarPath,
  stagePath,
  transcriptPath,
} from '#paths'
import { GapSummary } from '#record/gap-summary'
import { accessCourse } from '#server/store/access/access'
import { showCode } from '#server/store/activities/codes'
import { type DemoRoom, readDemo } from '#server/store/activities/demo'
import { readRoomState } from '#server/store/log/room-reading'
import { LinkButton } from '#ui/button'
import { titled } from '#ui/messages'
import { PageHead } from '#ui/page-head'
import { Sheet } from '#ui/sheet'
import { SubmitButton } from '#ui/submit-button'
import { AppBar } from '../_device/app-bar'
import { signInToDemo } from '../(people)/sign-in/actions'
import styles from './home.module.css'

export const generateMetadata = titled('home.title')

export default async function HomePage() {
  const me = await signedIn(homePath())
  const demo = await readDemo()
  if (!demo || !(await accessCourse(me, demo.courseId, 'make-activity'))) redirect(myPath())
  const t = await getTranslations('home')
  const state = demo.finished && (await readRoomState(demo.finished.roomId))
  return (
    <>
      <AppBar items={[{ href: coursesPath(), label: t('courses') }]} />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead title={t('title')} lead={t('lead')} />
        <div className={styles.three}>
          {demo.finished ? <Finished room={demo.finished} reviewed={demo.reviewed} /> : null}
          <Ready rooms={demo.ready} courseId={demo.courseId} />
          {demo.week ? <Week room={demo.week} /> : null}
        </div>
        {state ? <GapSummary state={state} /> : null}
      </main>
    </>
  )
}

async function Finished({ room, reviewed }: { room: DemoRoom; reviewed: DemoRoom | null }) {
  const t = await getTranslations('home.finished')
  return (
    <Sheet aria-labelledby="finished">
      <h2 id="finished">{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      <p className={`acts ${styles.links}`}>
        <LinkButton href={transcriptPath(room.roomId)}>{t('transcript')}</LinkButton>
        <LinkButton href={debriefPath(room.roomId)}>{t('debrief')}</LinkButton>
        <LinkButton href={gradebookPath(room.activityId)}>{t('gradebook')}</LinkButton>
        <LinkButton href={comparePath(room.activityId)}>{t('compare')}</LinkButton>
        <LinkButton href={learningPath(room.activityId)}>{t('learning')}</LinkButton>
        {reviewed ? <LinkButton href={gradingPath(reviewed.activityId)}>{t('reviews')}</LinkButton> : null}
      </p>
    </Sheet>
  )
}

async function Ready({ rooms, courseId }: { rooms: readonly DemoRoom[]; courseId: string }) {
  const t = await getTranslations('home.ready')
  const [room, ...others] = rooms
  return (
    <Sheet edge="accent" aria-labelledby="ready">
      <h2 id="ready">{t('title')}</h2>
      {room ? (
        <>
          <p className={styles.text}>{t(room.speed > 1 ? 'fast' : 'slow')}</p>
          <ol className={styles.steps}>
            <li>{t.rich('desk', { link: (words) => <Link href={deskPath(room.roomId)}>{words}</Link> })}</li>
            <li>
              {t.rich('stage', {
                link: (words) => (
                  <a href={stagePath(room.roomId)} target="_blank" rel="noreferrer">
                    {words}
                  </a>
                ),
              })}
            </li>
            <li>{t.rich('join', { code: () => <b className={styles.code}>{showCode(room.code)}</b> })}</li>
          </ol>
          <p className={`acts ${styles.links}`}>
            <LinkButton kind="primary" href={deskPath(room.roomId)}>
              {t('open')}
            </LinkButton>
            {others.slice(0, 1).map((other) => (
              <LinkButton key={other.roomId} kind="quiet" href={deskPath(other.roomId)}>
                {t(other.speed > 1 ? 'orFast' : 'orSlow')}
              </LinkButton>
            ))}
          </p>
        </>
      ) : (
        <>
          <p className={styles.text}>{t('used')}</p>
          <p className={`acts ${styles.links}`}>
            <LinkButton kind="primary" href={newSeminarPath(courseId)}>
              {t('new')}
            </LinkButton>
          </p>
        </>
      )}
    </Sheet>
  )
}

async function Week({ room }: { room: DemoRoom }) {
  const t = await getTranslations('home.week')
  return (
    <Sheet aria-labelledby="week">
      <h2 id="week">{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      <p className={`acts ${styles.links}`}>
        <LinkButton href={boardPath(room.activityId)}>{t('board')}</LinkButton>
        <LinkButton href={transcriptPath(room.roomId)}>{t('transcript')}</LinkButton>
      </p>
      <form className={`acts ${styles.links}`} action={signInToDemo}>
        <input type="hidden" name="to" value="week" />
        <SubmitButton kind="plain">{t('student')}</SubmitButton>
      </form>
      <p className={styles.text}>{t('back')}</p>
    </Sheet>
  )
}

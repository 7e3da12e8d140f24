// The guide to the demo for its instructor: what its class has done, the rooms to run, the homework debate, and what to press. Everyone else is redirected to
// their own page.

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
  stagePath,
  transcriptPath,
} from '#paths'
import { GapSummary } from '#record/gap-summary'
import { accessCourse } from '#server/store/access/access'
import { showCode } from '#server/store/activities/codes'
import { type Demo, type DemoRoom, readDemo } from '#server/store/activities/demo'
import { DEMO_PACES, type DemoPace, type DemoRun } from '#server/store/activities/demo-runs'
import { readRoomState } from '#server/store/log/room-reading'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { Sheet } from '#ui/over/sheet'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
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
          <Runs runs={demo.runs} />
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

/** The three paces at which a visitor runs a room, and what has become of the last run at each. */
async function Runs({ runs }: Pick<Demo, 'runs'>) {
  const t = await getTranslations('home.ready')
  const { watch } = runs
  return (
    <Sheet edge="accent" aria-labelledby="ready">
      <h2 id="ready">{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      {DEMO_PACES.map((pace) => (
        <Run key={pace} pace={pace} run={runs[pace]} />
      ))}
      {watch?.status === 'waits' ? (
        <ol className={styles.steps}>
          <li>
            {t.rich('stage', {
              link: (words) => (
                <a href={stagePath(watch.roomId)} target="_blank" rel="noreferrer">
                  {words}
                </a>
              ),
            })}
          </li>
          <li>{t.rich('join', { code: () => <b className={styles.code}>{showCode(watch.code)}</b> })}</li>
        </ol>
      ) : null}
      <p className={`faint ${styles.text}`}>{t('student')}</p>
    </Sheet>
  )
}

async function Run({ pace, run }: { pace: DemoPace; run: DemoRun | undefined }) {
  const t = await getTranslations('home.ready')
  const status = run?.status ?? 'none'
  return (
    <section className={styles.run} aria-label={t(pace)}>
      <b>{t(pace)}</b>
      <p className={styles.text}>{t(`status.${pace}`, { status })}</p>
      <form className={`acts ${styles.links}`} action={signInToDemo}>
        {run?.status === 'waits' && pace !== 'play' ? (
          <LinkButton kind={pace === 'watch' ? 'primary' : 'plain'} href={deskPath(run.roomId)}>
            {t('open', { pace })}
          </LinkButton>
        ) : (
          <>
            <input type="hidden" name="to" value={pace} />
            <SubmitButton kind="plain">{t(run ? 'again' : 'first', { pace })}</SubmitButton>
          </>
        )}
        {run?.status === 'runs' ? (
          <LinkButton kind="quiet" href={deskPath(run.roomId)}>
            {t('back')}
          </LinkButton>
        ) : null}
        {run?.status === 'over' ? (
          <LinkButton kind="quiet" href={transcriptPath(run.roomId)}>
            {t('record', { pace })}
          </LinkButton>
        ) : null}
      </form>
    </section>
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

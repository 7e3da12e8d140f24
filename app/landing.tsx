// The landing page's layout. With a demo its first screen is the picture: the gap of the finished seminar through its rounds, the question and
// one button. Without one: the product, the code field and an example of a gap. All data and actions are props.

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { publicScenarioPath, signInPath, signUpPath } from '#paths'
import { GapDumbbell, type GapOnAxis } from '#ui/charts/gap-dumbbell'
import { LinkButton } from '#ui/controls/button'
import { CodeField } from '#ui/controls/code-field'
import { SubmitButton } from '#ui/controls/submit-button'
import { GapRounds, type RoundPicture } from '#ui/gap-rounds'
import { Sheet } from '#ui/over/sheet'
import { ThemeSwitch } from '#ui/page/theme-switch'
import type { Parties } from '#ui/words/delegations.ts'
import { AppBar } from './_device/app-bar'
import styles from './landing.module.css'

type DemoDoor = 'finished' | 'watch' | 'play' | 'week'

export type LandingDemo = {
  /** Signs in as the demo's instructor; the field `to` (one of `straight`) says where it leads, `week` and `play` as its student. */
  signIn: (form: FormData) => void | Promise<void>
  /** What one press opens for a reader who is not signed in. */
  straight: readonly DemoDoor[]
  /** Links to the finished seminar and the ready room, for a reader who may open them already. */
  finishedHref?: string
  debriefHref?: string
  readyHref?: string
  weekHref?: string
  finished?: { room: string; students: number; rounds: number }
}

export type LandingChart = GapOnAxis & { title?: ReactNode; topic: string; sub?: ReactNode; note?: ReactNode }

export type LandingPicture = { parties: Parties; rounds: readonly RoundPicture[] }

type LandingProps = {
  /** The capitals of the built-in scenario. */
  capitals: readonly string[]
  /** Submits a room code; the form has one field, `code`. */
  join: (form: FormData) => void | Promise<void>
  demo?: LandingDemo | undefined
  /** The gap of the demo's finished seminar through its rounds. */
  picture?: LandingPicture | undefined
  /** Where there is none: a made-up gap on one axis. */
  example?: LandingChart | undefined
  /** The signed-in reader's own page; without it the bar offers sign-in. */
  home?: { href: string; label: string } | undefined
}

export function Landing({ capitals, join, demo, picture, example, home }: LandingProps) {
  const t = useTranslations('landing')
  const format = useFormatter()
  const Title = picture && demo ? 'h2' : 'h1'
  const code = (
    <form className={styles.join} action={join}>
      <CodeField
        label={t('code.label')}
        hint={t('code.hint')}
        example={t('code.example')}
        beside={<SubmitButton kind="plain">{t('code.join')}</SubmitButton>}
      />
    </form>
  )
  return (
    <>
      <AppBar
        right={
          <>
            {home ? null : (
              <span className={styles.forInstructors}>
                <Link href={signUpPath()}>{t('forInstructors')}</Link>
              </span>
            )}
            <LinkButton size="dense" href={home?.href ?? signInPath()}>
              {home?.label ?? t('signIn')}
            </LinkButton>
          </>
        }
      />
      <main id="main" className={styles.page}>
        {picture && demo ? (
          <div className={styles.hero} data-picture="">
            <div>
              <h1 className={styles.question}>{t('picture.question', { focus: picture.parties.focus.name })}</h1>
              <p className={styles.standfirst}>
                {t('picture.standfirst', { capitals: format.list(capitals), count: picture.rounds.length })}
              </p>
              <form action={demo.signIn}>
                <input type="hidden" name="to" value="watch" />
                <SubmitButton wide>{t('demo.watch.open')}</SubmitButton>
              </form>
              <form className={styles.play} action={demo.signIn}>
                <input type="hidden" name="to" value="play" />
                <SubmitButton kind="quiet" wide>
                  {t('demo.play.open')}
                </SubmitButton>
              </form>
              {code}
            </div>
            <GapRounds parties={picture.parties} rounds={picture.rounds} note={t('picture.note')} />
          </div>
        ) : null}
        <div className={styles.hero} data-alone={demo ? undefined : ''}>
          <div>
            <Title className={styles.title}>
              {t.rich('title', {
                count: capitals.length,
                keep: (words) => <span className={`whole ${styles.keep}`}>{words}</span>,
              })}
            </Title>
            <p className={styles.standfirst}>{t('standfirst', { capitals: format.list(capitals) })}</p>
            {picture && demo ? null : code}
            <p className={styles.scenario}>
              {t.rich('scenario', { link: (words) => <Link href={publicScenarioPath()}>{words}</Link> })}
            </p>
          </div>
          {demo ? <Demo demo={demo} alone={!picture} /> : null}
        </div>
        {example ? (
          <div className={styles.figure}>
            <GapDumbbell {...example} heading={2} />
          </div>
        ) : null}
        <section className={styles.uses} aria-label={t('uses.label')}>
          {(['run', 'assign', 'review'] as const).map((use) => (
            <div key={use}>
              <h2>{t(`uses.${use}.title`)}</h2>
              <p>{t(`uses.${use}.text`)}</p>
            </div>
          ))}
        </section>
      </main>
      <footer className={`row faint ${styles.foot}`}>
        <span>{t('foot')}</span>
        <ThemeSwitch />
      </footer>
    </>
  )
}

/** `alone`: without the picture above it, whose buttons run a room. */
function Demo({ demo, alone }: { demo: LandingDemo; alone: boolean }) {
  const t = useTranslations('landing')
  return (
    <Sheet edge="accent" aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.demoTitle}>
        {t('demo.title')}
      </h2>
      <p className={styles.quiet}>{t('demo.text')}</p>
      <form className={styles.demoForm} action={demo.signIn}>
        <SubmitButton kind={alone ? 'primary' : 'plain'} wide>
          {t('demo.signIn')}
        </SubmitButton>
      </form>
      <ul className={styles.three}>
        <li>
          <b>
            {demo.finishedHref ? (
              <Link href={demo.finishedHref}>{t('demo.finished.title')}</Link>
            ) : (
              t('demo.finished.title')
            )}
          </b>
          <span>{demo.finished ? t('demo.finished.counted', demo.finished) : t('demo.finished.text')}</span>
          {demo.debriefHref ? <Link href={demo.debriefHref}>{t('demo.finished.debrief')}</Link> : null}
          <Straight demo={demo} to="finished" />
        </li>
        <li>
          <b>{demo.readyHref ? <Link href={demo.readyHref}>{t('demo.watch.title')}</Link> : t('demo.watch.title')}</b>
          <span>{t('demo.watch.text')}</span>
          {alone ? (
            <>
              <Straight demo={demo} to="watch" />
              <Straight demo={demo} to="play" />
            </>
          ) : null}
        </li>
        <li>
          <b>{demo.weekHref ? <Link href={demo.weekHref}>{t('demo.week.title')}</Link> : t('demo.week.title')}</b>
          <span>{t('demo.week.text')}</span>
          <Straight demo={demo} to="week" />
        </li>
      </ul>
      <p className={`faint ${styles.or}`}>
        {t.rich('demo.or', { link: (words) => <Link href={signInPath()}>{words}</Link> })}
      </p>
    </Sheet>
  )
}

/** The form that signs in to the demo and opens `to`. */
function Straight({ demo, to }: { demo: LandingDemo; to: DemoDoor }) {
  const t = useTranslations('landing.demo')
  if (!demo.straight.includes(to)) return null
  return (
    <form className={styles.straight} action={demo.signIn}>
      <input type="hidden" name="to" value={to} />
      <SubmitButton kind="plain" size="dense">
        {t(`${to}.open`)}
      </SubmitButton>
    </form>
  )
}

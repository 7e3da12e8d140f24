'use client'
// "Now" as every page of a student shows it: placard on the table's edge, what is happening, the asked line, what comes next. On a phone
// it is the page's head; in a wider window one row beneath the question, with the task's button at its end.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeOfDay } from '#format/clock-time'
import type { Now } from '#simulation/reading/talk/now'
import { Placard } from '#ui/charts/placard'
import { Shape } from '#ui/charts/shape'
import { Menu, type MenuItem } from '#ui/over/menu'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import styles from './now-head.module.css'
import type { NowWords, Stopped } from './now-words'
import type { NowAt } from './use-now-of'

/** Of "now" what the head shows; a homework room says its own words with it. */
export type NowShown = Pick<Now, 'who' | 'asks'> & { stopped: Stopped | null }
type NowHeadProps = { at: NowAt; now: NowShown; words: NowWords }
/** Beside what comes next: the way to what this office has at stake. */
type WithStake = { stake?: ReactNode }
/** Beneath all that: the line of motions. */
type WithMotions = { motions?: ReactNode }
/** Above the asked line: what has just happened to the reader. */
type WithNotice = { notice?: ReactNode }

type NowPhoneProps = NowHeadProps &
  WithStake &
  WithMotions &
  WithNotice & {
    /** The queue for the floor, folded. */
    queue?: ReactNode
    /** What covers what is happening for some seconds: a note that has just come. */
    news?: ReactNode
    /** The small buttons beside what is happening: help, sound, the account. */
    tools?: ReactNode
    /** The time left, at the end of the placard's line. */
    clock?: ReactNode
    /** The agenda to scale, beneath all else. */
    ribbon?: ReactNode
    /** Without the asked line, where the page beneath is what is asked. */
    asked?: boolean
    /** As low as it can be: the asked line and what comes next are for screen readers alone. */
    low?: boolean
    /** What this office may do at any time, behind its name. */
    menu?: readonly MenuItem[]
  }

/** The head of a phone's page. */
export function NowPhone({ at, now, words, asked = true, low = false, menu = [], ...parts }: NowPhoneProps) {
  const t = useTranslations('now')
  const { clock, news, tools, notice, stake, motions, queue, ribbon } = parts
  return (
    <section className={`unprinted ${styles.phone}`} aria-label={t('label')}>
      <div className={styles.edge}>
        <Who at={at} now={now} words={words} menu={menu} />
        {clock}
      </div>
      <Paused now={now} />
      <div className={`line hint ${styles.what}`}>
        <div>
          <p>
            <SpeakerShape at={at} words={words} />
            {words.what}
          </p>
          {words.until ? <p>{words.until}</p> : null}
        </div>
        {tools ? <div className={styles.tools}>{tools}</div> : null}
        {news}
      </div>
      {notice}
      {asked || low ? <Asked now={now} words={words} unseen={low} /> : null}
      {low ? null : <Comes words={words} stake={stake} />}
      {motions}
      {queue}
      {ribbon ? <div className={styles.ribbon}>{ribbon}</div> : null}
    </section>
  )
}

type NowLineProps = NowHeadProps &
  WithMotions &
  WithNotice & { menu: readonly MenuItem[]; action: ReactNode; news: ReactNode; clock: ReactNode }

/** One line of a wider window, where the page beneath is what is asked. */
export function NowLine({ at, now, words, menu, action, notice, news, motions, clock }: NowLineProps) {
  const t = useTranslations('now')
  return (
    <section className={`unprinted ${styles.row} ${styles.only}`} aria-label={t('label')}>
      <Who at={at} now={now} words={words} menu={menu} />
      <div className={styles.lines}>
        <Paused now={now} />
        {notice}
        <Asked now={now} words={words} unseen />
        <div className={styles.happens}>
          <p>
            <SpeakerShape at={at} words={words} />
            <b>{words.what}</b> {words.until}
          </p>
          {motions}
          {news}
        </div>
      </div>
      <div className={`line ${styles.right}`}>
        {action}
        {clock}
      </div>
    </section>
  )
}

type NowRowProps = NowHeadProps & WithStake & WithMotions & WithNotice & { action: ReactNode }

/** The row of a wider window. */
export function NowRow({ at, now, words, action, notice, stake, motions }: NowRowProps) {
  const t = useTranslations('now')
  return (
    <section className={`unprinted ${styles.row}`} aria-label={t('label')}>
      <Who at={at} now={now} words={words} />
      <div className={styles.lines}>
        <Paused now={now} />
        {notice}
        <Asked now={now} words={words}>
          <Comes words={words} stake={stake} />
        </Asked>
        {motions}
      </div>
      {action ? <div className={`tools ${styles.action}`}>{action}</div> : null}
    </section>
  )
}

function Who({ at, now, words, menu = [] }: NowHeadProps & { menu?: readonly MenuItem[] }) {
  const { who } = now
  const delegation = delegationIn(at.state.plan, who.kind === 'delegate' ? who.delegation : null)
  const left = who.kind === 'unseated' ? delegationIn(at.state.plan, who.last?.delegation) : undefined
  const shown = delegation ?? left
  return (
    <div className={styles.who}>
      {shown ? (
        <span className={styles.plate}>
          <Placard delegation={shown} form={delegation ? 'filled' : 'outline'} square silent />
        </span>
      ) : null}
      <p className={`hint ${styles.names}`}>
        {menu.length === 0 ? (
          <b>{words.name}</b>
        ) : (
          <Menu
            trigger={
              <button type="button" className={styles.office}>
                {words.name} <Icon name="down" />
              </button>
            }
            items={menu}
          />
        )}{' '}
        <span>{words.part}</span>
      </p>
    </div>
  )
}

/** The shape of whoever speaks, before their office; nothing while nobody but the reader does. */
export function SpeakerShape({ at, words: { speaks } }: Pick<NowHeadProps, 'at' | 'words'>) {
  const delegation = delegationIn(at.state.plan, speaks?.delegation)
  return delegation ? (
    <>
      <Shape delegation={delegation} />{' '}
    </>
  ) : null
}

type AskedProps = { now: NowShown; words: NowWords; unseen?: boolean; children?: ReactNode }

function Asked({ now, words, unseen = false, children }: AskedProps) {
  return (
    <div
      id="now-task"
      className={unseen ? 'unseen' : styles.asked}
      data-asks={(now.asks && !unseen) || undefined}
      tabIndex={-1}
    >
      <h2>{words.ask}</h2>
      {words.why === '' ? null : <p>{words.why}</p>}
      {unseen ? <Comes words={words} /> : null}
      {children}
    </div>
  )
}

function Comes({ words, stake }: { words: NowWords } & WithStake) {
  const t = useTranslations('now')
  if (words.next === null) return stake ?? null
  return (
    <div className={`acts ${styles.comes}`}>
      <p className={styles.next}>
        <b>{t('next')}</b> {words.next}
      </p>
      {stake}
    </div>
  )
}

function Paused({ now: { stopped } }: { now: NowShown }) {
  const t = useTranslations('now')
  if (stopped === null) return null
  return (
    <p className={`line ${styles.paused}`} role="status">
      <Icon name="pause" />{' '}
      <span>{t(stopped.for === 'caucus' ? 'caucus' : 'paused', { time: timeOfDay(stopped.at) })}</span>
    </p>
  )
}

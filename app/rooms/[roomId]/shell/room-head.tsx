'use client'
// The head above every tab of a room: the agenda to scale, the question, the clock, and "now".
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChairNotes } from '#room/chair-notes'
import type { SeatView } from '#room/link/seat-view.ts'
import { NoteNews } from '#room/note-news'
import { ActingLine } from '#room/table/acting-line'
import { HelpDialog } from '#room/table/help-call'
import { AgendaRibbon } from '#room/table/phase-clock'
import { opens } from '#simulation/agenda/phase-kinds'
import type { Now } from '#simulation/reading/talk/now'
import { questionNow } from '#simulation/reading/talk/question'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import type { MenuItem } from '#ui/over/menu'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { OwnCorner } from '../../../_device/account-menu'
import { MotionOver, MotionRow, useMoving } from '../floor/motion-row'
import { Differing } from '../homework/drafts-status'
import { HomeworkHead } from '../homework/homework-head'
import { useWeek } from '../homework/use-week'
import { NowClock } from '../now/now-clock'
import { NowLine, NowPhone, NowRow, SpeakerShape } from '../now/now-head'
import { type NowWords, stoppedIn } from '../now/now-words'
import { SoundSwitch } from '../now/sound-switch'
import { StakeButton } from '../now/stake-button'
import { TakenBack } from '../now/taken-back'
import type { Sound } from '../now/use-now-signals'
import styles from './room-head.module.css'

type RoomHeadProps = {
  at: SeatView
  now: Now
  words: NowWords
  action: ReactNode
  /** Whether the open tab is what is asked: then the head is who I am, what is happening and the clock, and nothing more. */
  low: boolean
}

/** The question on the table; during the ballot the title of the text that is voted on. */
export function questionOf(state: RoomState): string {
  return opens(phaseNow(state), 'votes') ? state.plan.communique.title : questionNow(state)
}

export function RoomHead({ at, now, words, action, low }: RoomHeadProps) {
  if (at.state.plan.kind === 'homework') return <WeekHead at={at} now={now} words={words} action={action} />
  if (low) return <LowHead at={at} now={now} words={words} action={action} />
  return (
    <>
      <div className={`unprinted ${styles.head}`}>
        <AgendaRibbon state={at.state} now={at.view.now} />
        <div className={styles.chamber}>
          <div className={styles.question}>
            <p className={`hint ${styles.eyebrow}`}>
              {words.where}
              {words.speaks === null ? null : (
                <span className={styles.speaks}>
                  <SpeakerShape at={at} words={words} />
                  {words.speaks.words}
                </span>
              )}
            </p>
            <h1 data-long={questionOf(at.state).length > 80 || undefined}>
              <UnbrokenWords>{questionOf(at.state)}</UnbrokenWords>
            </h1>
            <NoteNews state={at.state} />
          </div>
          <NowClock at={at} now={now} size="room" />
        </div>
      </div>
      <NowRow
        at={at}
        now={{ ...now, stopped: stoppedIn(now) }}
        words={words}
        action={action}
        notice={<TakenBack at={at} now={now} />}
        stake={<StakeButton at={at} />}
        motions={<MotionRow at={at} />}
      />
    </>
  )
}

function LowHead({ at, now, words, action }: Omit<RoomHeadProps, 'low'>) {
  const { menu, dialog } = useOfficeMenu(at)
  return (
    <>
      <VisuallyHidden as="h1">{questionOf(at.state)}</VisuallyHidden>
      <NowLine
        at={at}
        now={{ ...now, stopped: stoppedIn(now) }}
        words={words}
        menu={menu}
        action={action}
        notice={<TakenBack at={at} now={now} />}
        news={<NoteNews state={at.state} />}
        motions={<MotionOver at={at} />}
        clock={<NowClock at={at} now={now} />}
      />
      {dialog}
    </>
  )
}

/** What an office may do at any time. */
function useOfficeMenu(at: SeatView): { menu: readonly MenuItem[]; dialog: ReactNode } {
  const t = useTranslations('room.motions')
  const { move, dialog } = useMoving(at)
  return { menu: move ? [{ label: t('title'), onSelect: move }] : [], dialog }
}

type PhoneHeadProps = Omit<RoomHeadProps, 'action'> & {
  sound: Sound
  /** The queue, where the page beneath does not show it. */
  queue: ReactNode
}

/** The head on a phone; it stays while the rest scrolls. */
export function PhoneHead({ at, now, words, sound, queue, low }: PhoneHeadProps) {
  const office = useOfficeMenu(at)
  if (at.state.plan.kind === 'homework') return <WeekPhoneHead at={at} now={now} words={words} />
  const shared = {
    ...{ at, words, now: { ...now, stopped: stoppedIn(now) } },
    clock: <NowClock at={at} now={now} />,
    notice: <TakenBack at={at} now={now} />,
    tools: (
      <>
        <SoundSwitch sound={sound} />
        <OwnTools at={at} />
      </>
    ),
  }
  if (low)
    return (
      <>
        <NowPhone
          {...shared}
          low
          menu={office.menu}
          news={
            <>
              <MotionOver at={at} />
              <NoteNews state={at.state} />
            </>
          }
        />
        {office.dialog}
      </>
    )
  return (
    <NowPhone
      {...shared}
      queue={queue}
      news={<NoteNews state={at.state} />}
      stake={<StakeButton at={at} />}
      motions={<MotionRow at={at} />}
      ribbon={at.state.agenda.status === 'lobby' ? null : <AgendaRibbon state={at.state} now={at.view.now} bare />}
    />
  )
}

function OwnTools({ at }: { at: SeatView }) {
  return (
    <>
      <ChairNotes at={at} iconOnly />
      <HelpDialog at={at} iconOnly />
      <OwnCorner compact />
    </>
  )
}

/** Of a homework debate: who I am as in every room, and what is asked by which deadline of the week. Its clock ticks here alone. */
function WeekHead({ at, now, words, action }: Omit<RoomHeadProps, 'low'>) {
  const week = useWeek(at)
  return (
    <>
      <HomeworkHead at={at} week={week} />
      <NowRow
        at={at}
        now={{ who: now.who, asks: week.asks, stopped: null }}
        words={{ ...words, ...week.words }}
        action={action}
      />
    </>
  )
}

function WeekPhoneHead({ at, now, words }: Omit<RoomHeadProps, 'action' | 'low'>) {
  const week = useWeek(at)
  return (
    <>
      <NowPhone
        at={at}
        now={{ who: now.who, asks: week.asks, stopped: null }}
        words={{ ...words, ...week.words }}
        news={<NoteNews state={at.state} />}
        tools={<OwnTools at={at} />}
      />
      <ActingLine at={at} />
      <Differing at={at} />
    </>
  )
}

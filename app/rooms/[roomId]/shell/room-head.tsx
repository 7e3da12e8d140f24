'use client'
// The head above every tab of a room: the agenda to scale, the question, the clock, and "now".
import type { ReactNode } from 'react'
import { HelpDialog } from '#room/help-call'
import { AgendaRibbon, PhaseClock } from '#room/phase-clock'
import type { SeatView } from '#room/seat-view.ts'
import { opens } from '#simulation/agenda/phase-kinds'
import { roundOf } from '#simulation/agenda/plan'
import { phaseNow, type RoomState } from '#simulation/kernel/room-state'
import type { Now } from '#simulation/reading/now'
import { UnbrokenWords } from '#ui/unbroken-words'
import { OwnCorner } from '../../../_device/account-menu'
import { HomeworkHead, HomeworkPhoneHead } from '../homework/homework-head'
import { NowPhone, NowRow } from '../now/now-head'
import type { NowWords } from '../now/now-words'
import { SoundSwitch } from '../now/sound-switch'
import type { Sound } from '../now/use-now-signals'
import styles from './room-head.module.css'

type RoomHeadProps = { at: SeatView; now: Now; words: NowWords; action: ReactNode }

/** The round's question; between rounds, the seminar's. */
export function questionOf(state: RoomState): string {
  const phase = phaseNow(state)
  if (opens(phase, 'votes')) return state.plan.communique.title
  const key = phase?.round ?? null
  const round = key === null ? undefined : roundOf(state.plan, key)
  return round?.question ?? state.plan.seminarQuestion
}

export function RoomHead({ at, now, words, action }: RoomHeadProps) {
  if (at.state.plan.kind === 'homework') return <HomeworkHead at={at} />
  return (
    <>
      <div className={styles.head}>
        <AgendaRibbon state={at.state} now={at.view.now} />
        <div className={styles.chamber}>
          <div>
            <p className={styles.eyebrow}>{words.where}</p>
            <h1 data-long={questionOf(at.state).length > 80 || undefined}>
              <UnbrokenWords>{questionOf(at.state)}</UnbrokenWords>
            </h1>
          </div>
          <PhaseClock state={at.state} now={at.view.now} />
        </div>
      </div>
      <NowRow at={at} now={now} words={words} action={action} />
    </>
  )
}

/** The head on a phone; it stays while the rest scrolls. */
export function PhoneHead({ at, now, words, sound }: Omit<RoomHeadProps, 'action'> & { sound: Sound }) {
  if (at.state.plan.kind === 'homework') return <HomeworkPhoneHead at={at} />
  return (
    <NowPhone
      at={at}
      now={now}
      words={words}
      tools={
        <>
          <SoundSwitch sound={sound} />
          <HelpDialog at={at} iconOnly />
          <OwnCorner compact />
        </>
      }
    />
  )
}

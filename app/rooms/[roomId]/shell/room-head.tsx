'use client'
// The head above every tab of a room: the agenda to scale, the question, the current round and phase, and the clock.
import { useTranslations } from 'next-intl'
import { HelpDialog } from '#room/help-call'
import { AgendaRibbon, PhaseClock } from '#room/phase-clock'
import type { SeatView } from '#room/seat-view.ts'
import { opens } from '#simulation/agenda/phase-kinds'
import { roundOf } from '#simulation/agenda/plan'
import { phaseNow, type RoomState } from '#simulation/kernel/room-state'
import { UnbrokenWords } from '#ui/unbroken-words'
import { OwnCorner } from '../../../_device/account-menu'
import { HomeworkHead, HomeworkPhoneHead } from '../homework/homework-head'
import styles from './room-head.module.css'

/** "Round 2 of 4 · Floor debate". */
function useWhere(state: RoomState): string {
  const t = useTranslations('room.head')
  const phases = useTranslations('record.phases')
  const phase = phaseNow(state)
  if (state.closedAt !== null) return t('closed')
  if (!phase) return t('lobby')
  if (state.agenda.status === 'finished') return t('finished')
  const name = phases(phase.kind)
  const number = state.plan.rounds.findIndex((round) => round.key === phase.round) + 1
  const where = number > 0 ? t('round', { number, count: state.plan.rounds.length, phase: name }) : name
  return state.agenda.status === 'between' ? t('between', { where }) : where
}

/** The round's question; between rounds, the seminar's. */
export function questionOf(state: RoomState): string {
  const phase = phaseNow(state)
  if (opens(phase, 'votes')) return state.plan.communique.title
  const key = phase?.round ?? null
  const round = key === null ? undefined : roundOf(state.plan, key)
  return round?.question ?? state.plan.seminarQuestion
}

export function RoomHead({ at }: { at: SeatView }) {
  const where = useWhere(at.state)
  if (at.state.plan.kind === 'homework') return <HomeworkHead at={at} />
  return (
    <div className={styles.head}>
      <AgendaRibbon state={at.state} now={at.view.now} />
      <div className={styles.chamber}>
        <div>
          <p className={styles.eyebrow}>{where}</p>
          <h1 data-long={questionOf(at.state).length > 80 || undefined}>
            <UnbrokenWords>{questionOf(at.state)}</UnbrokenWords>
          </h1>
        </div>
        <PhaseClock state={at.state} now={at.view.now} />
      </div>
    </div>
  )
}

/** The head on a phone: room and clock, the agenda without labels, the question. It stays while the rest scrolls. */
export function PhoneHead({ at }: { at: SeatView }) {
  const where = useWhere(at.state)
  if (at.state.plan.kind === 'homework') return <HomeworkPhoneHead at={at} />
  return (
    <header className={styles.phone}>
      <div className={styles.line}>
        <div className={styles.names}>
          <p className={styles.eyebrow}>{where}</p>
          <p className={styles.table}>{at.view.room?.name}</p>
        </div>
        <HelpDialog at={at} iconOnly />
        <OwnCorner compact />
        <PhaseClock state={at.state} now={at.view.now} size="phone" />
      </div>
      <AgendaRibbon state={at.state} now={at.view.now} bare />
    </header>
  )
}

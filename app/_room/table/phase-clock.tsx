'use client'
// The phase clock of a student, and its spoken warnings. A component of its own, so that its tick re-renders nothing else.

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import type { Translate } from '#format/translate'
import { isEndOverdue } from '#simulation/reading/homework/agenda-times'
import { stretchesOf } from '#simulation/reading/room/agenda-blocks'
import { isEnding, remainingMs } from '#simulation/state/clock'
import { isRunning, phaseNow, type RoomState } from '#simulation/state/room-state'
import { ClockFace } from '#ui/charts/clock-face'
import { Ribbon } from '#ui/charts/ribbon'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { clockText } from '#ui/words/signed.ts'
import { useNow } from '../hooks/use-now'

type PhaseClockProps = { state: RoomState; now: () => number; size?: 'room' | 'phone' }

export function PhaseClock({ state, now: read, size = 'room' }: PhaseClockProps) {
  const t = useTranslations('room.clock')
  const locale = useLocale()
  const now = useNow(read)
  const phase = phaseNow(state)
  const { clock } = state
  if (!phase || !clock) return null
  const left = Math.ceil(remainingMs(state, now) / 1000)
  const running = isRunning(state)
  const face = !running ? 'ended' : clock.pausedAt !== null ? 'paused' : isEnding(state, now) ? 'lastMinute' : 'running'
  const ends = timeOfDay(clock.endsAt, { seconds: false })
  const overdue = isEndOverdue(state, now)
  const sub = overdue
    ? t('overdue')
    : !running
      ? t('ended', { time: timeOfDay(clock.endedAt ?? clock.endsAt) })
      : clock.pausedAt !== null
        ? clock.caucusUntil === null
          ? t('paused', { time: timeOfDay(clock.pausedAt) })
          : t('caucus', { time: timeOfDay(clock.caucusUntil) })
        : state.plan.kind === 'homework'
          ? t('due', { due: dayAndTime(locale, clock.endsAt) })
          : phase.files
            ? t('toFile', { ends })
            : t('of', { of: clockText((clock.endsAt - clock.startsAt) / 1000), ends })
  return (
    <>
      <ClockFace
        text={lengthText(t, left)}
        state={face}
        size={size}
        sub={size === 'phone' && !overdue ? undefined : sub}
      />
      <Spoken left={left} paused={clock.pausedAt !== null} running={running} />
    </>
  )
}

/** Digits up to one day; days and hours beyond. */
function lengthText(t: Translate<'room.clock'>, seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  return hours < 24 ? clockText(seconds) : t('days', { days: Math.floor(hours / 24), hours: hours % 24 })
}

const SPOKEN = [300, 60, 10] as const

/** For how many seconds an announcement stays: a live region that kept "one minute left" would say it in the next phase too. */
const STAYS = 5

/** Announced to screen readers at five minutes, one minute and ten seconds, and when the clock pauses or resumes; silent once it is not so. */
function Spoken({ left, paused, running }: { left: number; paused: boolean; running: boolean }) {
  const t = useTranslations('room.clock')
  const [resumed, setResumed] = useState<number | null>(null)
  const was = useRef(paused)
  useEffect(() => {
    if (was.current && !paused) setResumed(left)
    was.current = paused
  }, [paused, left])
  const mark = SPOKEN.find((each) => left <= each && left > each - STAYS)
  const again = resumed !== null && left <= resumed && left > resumed - STAYS
  const said = !running
    ? null
    : paused
      ? t('saidPaused')
      : mark !== undefined
        ? t('said', { seconds: mark })
        : again
          ? t('saidRunning')
          : null
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  )
}

/** The agenda to scale, with the elapsed part filled. */
export function AgendaRibbon({
  state,
  now: read,
  bare = false,
}: {
  state: RoomState
  now: () => number
  bare?: boolean
}) {
  const t = useTranslations('room.ribbon')
  const phases = useTranslations('record.phases')
  const now = useNow(read, 1000)
  const items = stretchesOf(state, now).map(({ round, kinds, seconds, when, fraction }) => ({
    label: round
      ? t('round', { number: round.number, title: round.plan.title })
      : kinds.map((kind) => phases(kind)).join(', '),
    seconds,
    state: when,
    fraction,
  }))
  return <Ribbon items={items} bare={bare} />
}

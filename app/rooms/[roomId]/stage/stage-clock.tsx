'use client'
// The phase clock of the stage, readable from the back row.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { phaseName } from '#record/entries/phase-name.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { isEndOverdue } from '#simulation/reading/homework/agenda-times'
import { isEnding, remainingMs } from '#simulation/state/clock'
import { isRunning, type RoomState } from '#simulation/state/room-state'
import { ClockFace, type ClockState } from '#ui/charts/clock-face'
import { clockText } from '#ui/words/signed.ts'
import styles from './stage-clock.module.css'

type StageClockProps = {
  state: RoomState
  now: () => number
  /** Since when the page is cut off, at which instant `now` then stands; null while it is connected. */
  since?: number | null
}

export function StageClock({ state, now, since = null }: StageClockProps) {
  const t = useTranslations('stage.clock')
  const record = useTranslations('record')
  const time = useNow(now)
  const { clock, plan, agenda } = state
  if (!clock) return null
  const left = remainingMs(state, time)
  const paused = clock.pausedAt
  const next = plan.phases[agenda.index + 1]
  const running = isRunning(state)
  const looks: ClockState = !running
    ? 'ended'
    : paused !== null
      ? 'paused'
      : isEnding(state, time)
        ? 'lastMinute'
        : 'running'
  const sub =
    since !== null
      ? t('asOf', { time: timeOfDay(since) })
      : isEndOverdue(state, time)
        ? t('overdue')
        : !running
          ? next && agenda.status === 'between'
            ? t('next', { phase: phaseName(record, plan, next.kind) })
            : t('over')
          : paused !== null
            ? clock.caucusUntil === null
              ? t('paused', { time: timeOfDay(paused) })
              : t('caucus', { time: timeOfDay(clock.caucusUntil) })
            : plan.speed > 1
              ? t('practice', { speed: plan.speed })
              : t('until', { time: timeOfDay(clock.endsAt, { seconds: false }) })
  return (
    <div className={styles.clock} data-long={left >= 599_001 || undefined} data-state={looks}>
      <ClockFace size="stage" text={clockText(Math.ceil(left / 1000))} state={looks} sub={sub} />
    </div>
  )
}

/** The remaining time in small, for scenes that need the whole stage. */
export function TimeLeft({ state, now }: { state: RoomState; now: () => number }) {
  const left = remainingMs(state, useNow(now))
  return isRunning(state) ? <b>{clockText(Math.ceil(left / 1000))}</b> : null
}

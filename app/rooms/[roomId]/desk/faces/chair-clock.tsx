'use client'
// The phase clock with the chair's controls: pause, lengthen, end.
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeOfDay } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import { phaseName } from '#record/entries/phase-name.ts'
import { saidAt } from '#record/entries/said-at.ts'
import { useNow } from '#room/hooks/use-now.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import { HOUR_MS, MINUTE_MS } from '#simulation/kernel/time'
import { behindMs, isEndOverdue, plannedSeconds } from '#simulation/reading/homework/agenda-times'
import { isEnding, remainingMs } from '#simulation/state/clock'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { ClockFace, type ClockState } from '#ui/charts/clock-face'
import { Button } from '#ui/controls/button'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { clockText } from '#ui/words/signed.ts'
import type { DeskView } from '../scoring/desk-view'
import { type AgendaStep, AgendaStepDialog } from './agenda-step'
import styles from './chair-clock.module.css'
import { isHomework, isTicking, type NextStep } from './chair-steps'

type ChairClockProps = {
  desk: DeskView
  step: AgendaStep
  /** Whether the end of the phase is offered here; it is not where it is the next step. */
  ends: boolean
}

export function ChairClock({ desk, step, ends }: ChairClockProps) {
  const t = useTranslations('desk.clock')
  const { state } = desk
  const ticking = isTicking(state)
  return (
    <Face desk={desk}>
      {ticking && !isHomework(state) ? <Hand desk={desk} /> : null}
      {ticking && ends ? (
        <Button size="dense" keys="E" onClick={step.end}>
          {t('endNow')}
        </Button>
      ) : null}
      <AgendaStepDialog desk={desk} step={step} />
    </Face>
  )
}

/** The buttons to pause and lengthen, in seminars only: the dates of a homework are changed on its board. */
function Hand({ desk: { state, ask } }: { desk: DeskView }) {
  const t = useTranslations('desk.clock')
  const paused = state.clock?.pausedAt != null
  const words = t(paused ? 'resume' : 'pause')
  return (
    <>
      <Button
        size="dense"
        icon={paused ? 'play' : 'pause'}
        keys={t('space')}
        onClick={() => void ask({ type: paused ? 'resumeClock' : 'pauseClock' })}
      >
        <VisuallyHidden>{words}</VisuallyHidden>
      </Button>
      <Button
        size="dense"
        aria-label={t('extend', { minutes: 1 })}
        onClick={() => void ask({ type: 'extendClock', minutes: 1 })}
      >
        {t('oneMore')}
      </Button>
    </>
  )
}

export function StartWords({ next, plan }: { next: Extract<NextStep, { kind: 'start' }>; plan: RoomPlan }) {
  const t = useTranslations('desk.clock')
  const record = useTranslations('record')
  return t('start', { phase: phaseName(record, plan, next.phase.kind) })
}

type Shown = { text: string; stands: ClockState; label: string; sub: string; behind?: boolean }

/** The digits with their label. Only this part re-renders every second; its children do not. */
function Face({ desk: { state, now }, children }: { desk: DeskView; children: ReactNode }) {
  const time = useNow(now)
  const { text, stands, label, sub, behind } = useShown(state, time)
  return (
    <div className={styles.clock}>
      <ClockFace text={text} state={stands} size="room" align="left" label={label} />
      <div>
        <div className={`acts ${styles.controls}`}>{children}</div>
        <p className="hint">
          {sub}
          {behind ? (
            <>
              {' · '}
              <Behind state={state} now={time} />
            </>
          ) : null}
        </p>
      </div>
    </div>
  )
}

function useShown(state: RoomState, time: number): Shown {
  const t = useTranslations('desk.clock')
  const record = useTranslations('record')
  const locale = useLocale()
  const { clock, agenda } = state
  const phase = phaseNow(state)
  if (!phase || !clock) {
    if (isHomework(state)) return { text: '–', stands: 'ended', label: t('notStarted'), sub: t('notStarted') }
    const minutes = Math.round(plannedSeconds(state.plan.phases) / 60)
    const text = clockText(state.plan.phases[0]?.seconds ?? 0)
    return { text, stands: 'ended', label: t('notStarted'), sub: t('lobby', { minutes }) }
  }
  const name = phaseName(record, state.plan, phase.kind)
  const label = t('left', { phase: name })
  if (agenda.status !== 'running') {
    const at = saidAt(locale, state.plan, clock.endedAt ?? clock.endsAt)
    return {
      text: '0:00',
      stands: 'ended',
      label,
      sub: t(agenda.status === 'finished' ? 'finished' : 'ended', { phase: name, at }),
    }
  }
  const left = remainingMs(state, time)
  if (isHomework(state)) {
    const hours = Math.floor(left / HOUR_MS)
    const long = t('days', { days: Math.floor(hours / 24), hours: hours % 24 })
    const text = hours < 24 ? clockText(Math.ceil(left / 1000)) : long
    return { text, stands: 'running', label, sub: t('due', { phase: name, at: dayAndTime(locale, clock.endsAt) }) }
  }
  const text = clockText(Math.ceil(left / 1000))
  if (clock.pausedAt !== null) {
    const sub =
      clock.caucusUntil === null
        ? t('paused', { phase: name, at: timeOfDay(clock.pausedAt) })
        : t('caucus', { phase: name, at: timeOfDay(clock.caucusUntil) })
    return { text, stands: 'paused', label, sub }
  }
  if (isEndOverdue(state, time)) {
    const sub = t('overdue', { phase: name, at: timeOfDay(clock.endsAt) })
    return { text, stands: 'lastMinute', label, sub }
  }
  const sub = t('ends', { phase: name, ends: timeOfDay(clock.endsAt) })
  return { text, stands: isEnding(state, time) ? 'lastMinute' : 'running', label, sub, behind: true }
}

/** How far the room is behind or ahead of its plan, in whole minutes; or that it waits for the server, which nobody may take for "on time". */
export function Behind({ state, now }: { state: RoomState; now: number }) {
  const t = useTranslations('desk.agenda')
  const behind = isHomework(state) ? null : behindMs(state, now)
  if (behind === null) return null
  if (isEndOverdue(state, now)) return t('overdue')
  const minutes = Math.round(Math.abs(behind) / MINUTE_MS)
  if (minutes === 0) return t('onTime')
  return t(behind > 0 ? 'behind' : 'ahead', { minutes })
}

'use client'
// The clock of "now": what is left of my turn while I have the floor, else of the phase. A component of its own, so that its tick
// re-renders nothing else.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import { PhaseClock } from '#room/table/phase-clock'
import { turnNow } from '#simulation/reading/log/time-accounts'
import type { Now } from '#simulation/reading/talk/now'
import { ClockFace } from '#ui/charts/clock-face'
import { clockText } from '#ui/words/signed.ts'
import type { NowAt } from './use-now-of'

export function NowClock({ at, now, size = 'phone' }: { at: NowAt; now: Now; size?: 'room' | 'phone' }) {
  if (now.happening.kind !== 'phase' && now.happening.kind !== 'between') return null
  if (now.task.kind === 'speak') return <TurnClock at={at} size={size} />
  return <PhaseClock state={at.state} now={at.view.now} size={size} />
}

/** In a wider window the digits say beneath them that they are of the turn: a moment ago they were of the phase. */
function TurnClock({ at, size }: { at: NowAt; size: 'room' | 'phone' }) {
  const t = useTranslations('now')
  const turn = turnNow(at.state, useNow(at.view.now))
  if (!turn) return null
  const seconds = (ms: number) => clockText(Math.ceil(ms / 1000))
  const sub = size === 'room' ? t('turnLeft', { length: seconds(turn.wholeMs) }) : undefined
  return <ClockFace text={seconds(turn.leftMs)} size={size} sub={sub} label={t('turn')} />
}

'use client'
import { useTranslations } from 'next-intl'
import { PhaseClock } from '#room/phase-clock'
import { useNow } from '#room/use-now.ts'
// The clock of "now": what is left of my turn while I have the floor, else of the phase. A component of its own, so that its tick
// re-renders nothing else.
import type { Now } from '#simulation/reading/now'
import { turnNow } from '#simulation/reading/time-accounts'
import { ClockFace } from '#ui/clock-face'
import { clockText } from '#ui/signed.ts'
import type { NowAt } from './use-now-of'

export function NowClock({ at, now }: { at: NowAt; now: Now }) {
  if (now.happening.kind !== 'phase' && now.happening.kind !== 'between') return null
  if (now.task.kind === 'speak') return <TurnClock at={at} />
  return <PhaseClock state={at.state} now={at.view.now} size="phone" />
}

function TurnClock({ at }: { at: NowAt }) {
  const t = useTranslations('now')
  const turn = turnNow(at.state, useNow(at.view.now))
  if (!turn) return null
  return <ClockFace text={clockText(Math.ceil(turn.leftMs / 1000))} size="phone" label={t('turn')} />
}

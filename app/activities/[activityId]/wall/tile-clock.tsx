'use client'
// The clocks of the wall. All of them tick together, and each is drawn again only when its own text has changed. None runs for a table that was
// not heard just now.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import { overdueIn, remainingIn } from '#simulation/reading/positions/several-rooms'
import type { RoomSummary } from '#simulation/wire/watching'
import { clockText } from '#ui/words/signed.ts'

export function TileClock({ summary, now: clock }: { summary: RoomSummary; now: () => number }) {
  const t = useTranslations('wall')
  const now = useNow(clock, 1000)
  if (summary.status === 'lobby') return t('lobbyClock')
  if (summary.closed || summary.status === 'finished') return t('finished')
  if (!summary.clock) return t('between')
  if (summary.clock.pausedAt !== null)
    return t('pausedClock', { left: clockText(Math.ceil(remainingIn(summary.clock, now) / 1000)) })
  if (overdueIn(summary.clock, now)) return t('overdue')
  return clockText(Math.ceil(remainingIn(summary.clock, now) / 1000))
}

/** How long ago `since` is. */
export function QuietFor({ since, now }: { since: number; now: () => number }) {
  return clockText(Math.max(0, Math.floor((useNow(now, 1000) - since) / 1000)))
}

/** What is left until an instant. */
export function LeftUntil({ until, now }: { until: number; now: () => number }) {
  return clockText(Math.max(0, Math.ceil((until - useNow(now, 1000)) / 1000)))
}

'use client'
// What a homework room says of now: what is due or late, by when, and what opens after it. It ticks with the clock, so the component that
// uses it should draw little else.
import { useTranslations } from 'next-intl'
import { useNow } from '#room/hooks/use-now.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { useWhen } from '#room/table/when'
import { type AssignedPhase, assignmentOf, comesAfter, headlineOf } from '#simulation/reading/homework/assignment'
import type { Counted } from '#simulation/reading/marks/completion'

export type Week = {
  all: readonly AssignedPhase[]
  /** The counts of the phase that the headline speaks of. */
  counted: readonly Counted[]
  /** Whether something is due or late. */
  asks: boolean
  words: { where: string; what: string; until: string | null; ask: string; why: string; next: string | null }
}

export function useWeek(at: SeatView): Week {
  const t = useTranslations('homework-room')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(at.courseZone)
  const now = useNow(at.view.now, 1000)
  const all = assignmentOf(at.state, at.person, now)
  const head = headlineOf(all)
  const after = comesAfter(all, head)
  // What opens at the instant that the headline tells needs no time of its own.
  const left = (opensAt: number) => (head.kind !== 'over' && head.at === opensAt ? 'none' : when.length(opensAt - now))
  const next = after && t('headline.opens', { kind: after.asked.kind, left: left(after.opensAt) })
  if (head.kind === 'over') {
    const over = t('headline.over')
    return { all, counted: [], asks: false, words: { where: over, what: over, until: null, ask: over, why: '', next } }
  }
  const { asked, kind, at: due } = head
  const what = kinds(asked.kind)
  const extended = kind !== 'opens' && asked.extendedTo !== null ? ` ${t('when.extended')}` : ''
  // What is late was due: the date of the headline is the last one on which it is still taken.
  const was = kind === 'late' ? asked.dueAt : null
  const why = (kind === 'late' ? t('headline.lateUntil', { until: when.whole(due) }) : when.whole(due)) + extended
  return {
    all,
    counted: asked.counted,
    asks: kind === 'due' || kind === 'late',
    words: {
      where: what,
      what,
      until: was === null ? null : t('days.wasDue', { due: when.short(was) }),
      ask: t(`headline.${kind}`, { kind: asked.kind, left: when.length(due - now) }),
      why,
      next,
    },
  }
}

'use client'
// Beneath a field of a homework debate with words that are not sent: when the clock hands them in as they stand (rule H14), or that it does not,
// for their length (H19) or because their own deadline is later.
import { useTranslations } from 'next-intl'
import { type Bounds, lengthFault } from '#simulation/kernel/lengths'
import { dueAt, dueFor, handsIn, timeliness } from '#simulation/questions/homework'
import type { SeatView } from '../link/seat-view'
import { useWhen } from './when'

type HandsInProps = { at: SeatView; phase: number; text: string; bounds: Bounds }

export function HandsIn({ at: { state, person, courseZone, view }, phase, text, bounds }: HandsInProps) {
  const t = useTranslations('homework-room.box')
  const when = useWhen(courseZone)
  const due = dueFor(state, phase, person)
  if (due === null || state.plan.handInDrafts !== true) return null
  if (timeliness(state, phase, person, view.now()) !== 'on-time') return null
  if (due !== dueAt(state, phase)) return <> · {t('handsInNothing', { when: when.whole(due) })}</>
  if (!handsIn(state, person, phase)) return null
  const fault = lengthFault(text, bounds)
  return <> · {fault ? t(`${fault.kind}NotHandedIn`) : t('handsIn', { when: when.whole(due) })}</>
}

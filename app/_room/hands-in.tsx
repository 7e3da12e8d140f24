'use client'
// Beneath a field of a homework debate with words that are not sent: when the clock hands them in as they stand (rule H14), or that it does not
// for their length (H19).
import { useTranslations } from 'next-intl'
import { type Bounds, lengthFault } from '#simulation/kernel/lengths'
import { dueAt, handsIn } from '#simulation/questions/homework'
import type { SeatView } from './seat-view'
import { useWhen } from './when'

type HandsInProps = { at: SeatView; phase: number; text: string; bounds: Bounds }

export function HandsIn({ at: { state, person, courseZone }, phase, text, bounds }: HandsInProps) {
  const t = useTranslations('homework-room.box')
  const when = useWhen(courseZone)
  const due = dueAt(state, phase)
  if (due === null || !handsIn(state, person, phase)) return null
  const fault = lengthFault(text, bounds)
  return <> · {fault ? t(`${fault.kind}NotHandedIn`) : t('handsIn', { when: when.whole(due) })}</>
}

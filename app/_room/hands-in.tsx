'use client'
// Beneath a field of a homework debate with words that are not sent: when the clock hands them in as they stand (rule H14).
import { useTranslations } from 'next-intl'
import { dueAt, handsIn } from '#simulation/questions/homework'
import type { SeatView } from './seat-view'
import { useWhen } from './when'

type HandsInProps = { at: SeatView; phase: number }

export function HandsIn({ at: { state, person, courseZone }, phase }: HandsInProps) {
  const t = useTranslations('homework-room.box')
  const when = useWhen(courseZone)
  const due = dueAt(state, phase)
  return due !== null && handsIn(state, person, phase) ? <> · {t('handsIn', { when: when.whole(due) })}</> : null
}

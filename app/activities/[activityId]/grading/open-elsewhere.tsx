'use client'
// Who else has a student's sheet open, and since when. Nothing of the page moves by it.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { useGrading } from './use-grading'

export function OpenElsewhere({ id }: { id: string }) {
  const t = useTranslations('grading')
  const { others } = useGrading()
  return others
    .filter(({ participantId }) => participantId === id)
    .map(({ name, since }) => t('markedBy', { name, time: timeOfDay(since, { seconds: false }) }))
    .join(' ')
}

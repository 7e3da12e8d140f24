'use client'
// Instants and lengths of time in words. An instant is in the reader's zone, with the course's beside it where the two clocks differ.
import { useLocale, useTranslations } from 'next-intl'
import { shortWeekdayAndTime } from '#format/days'
import { lengthOf } from '#format/lengths'
import { zonedTime } from '#format/zoned-time'
import { zoneCity } from '#format/zones'
import { useReaderZone } from '../hooks/use-reader-zone'

export type WhenWords = {
  /** "Thursday 27 November, 18:00 in Lisbon (19:00 in Paris, where the course is set)". */
  whole: (at: number) => string
  /** "Thu 27 Nov, 18:00", in the reader's zone. */
  short: (at: number) => string
  /** "2 days 7 hours". */
  length: (ms: number) => string
}

export function useWhen(courseZone: string): WhenWords {
  const t = useTranslations('homework-room')
  const locale = useLocale()
  const reader = useReaderZone() ?? courseZone
  return {
    whole: (at) => {
      const { own, course } = zonedTime(locale, at, reader, courseZone)
      const city = zoneCity(reader)
      if (course !== null) return t('when.both', { own, city, course, courseCity: zoneCity(courseZone) })
      return t('when.own', { own, city })
    },
    short: (at) => shortWeekdayAndTime(locale, at, reader),
    length: (ms) => {
      const { unit, ...values } = lengthOf(ms)
      return t(`left.${unit}`, values)
    },
  }
}

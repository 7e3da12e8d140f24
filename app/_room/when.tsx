'use client'
// Instants and lengths of time in words. An instant is in the reader's zone, with the course's beside it where the two clocks differ.
import { useLocale, useTranslations } from 'next-intl'
import { dayOfYear, shortWeekdayAndTime } from '#format/days'
import { lengthOf } from '#format/lengths'
import { zonedTime } from '#format/zoned-time'
import { zoneCity } from '#format/zones'
import { useReaderZone } from './use-reader-zone'

export type WhenWords = {
  /** "Thursday 27 November, 18:00 in Lisbon (19:00 in Paris, where the course is set)". */
  whole: (at: number) => string
  /** "Thu 27 Nov, 18:00", in the reader's zone. */
  short: (at: number) => string
  /** "2 days 7 hours". */
  length: (ms: number) => string
  /** How long it is still until an instant, with its date where that is more than a day away or on another day. */
  left: (at: number, now: number) => string
}

export function useWhen(courseZone: string): WhenWords {
  const t = useTranslations('homework-room')
  const locale = useLocale()
  const reader = useReaderZone() ?? courseZone
  const short = (at: number) => shortWeekdayAndTime(locale, at, reader)
  const length = (ms: number) => {
    const { unit, ...values } = lengthOf(ms)
    return t(`left.${unit}`, values)
  }
  return {
    whole: (at) => {
      const { own, course } = zonedTime(locale, at, reader, courseZone)
      const city = zoneCity(reader)
      if (course !== null) return t('when.both', { own, city, course, courseCity: zoneCity(courseZone) })
      return t('when.own', { own, city })
    },
    short,
    length,
    left(at, now) {
      const isToday = dayOfYear(locale, at, reader) === dayOfYear(locale, now, reader)
      return isToday ? length(at - now) : t('left.dated', { length: length(at - now), at: short(at) })
    },
  }
}

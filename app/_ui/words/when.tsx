'use client'
// A moment in the reader's time zone; before hydration in UTC, and labelled so.
import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { dateAndTime } from '#format/days'

const never = () => () => {}

export function When({ at }: { at: number }) {
  const locale = useLocale()
  const words = useSyncExternalStore(
    never,
    () => dateAndTime(locale, at),
    () => `${dateAndTime(locale, at, 'UTC')} UTC`,
  )
  return <time dateTime={new Date(at).toISOString()}>{words}</time>
}

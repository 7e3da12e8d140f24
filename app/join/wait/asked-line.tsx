'use client'
// When the request was sent, in the device's time zone; before hydration in UTC, and labelled so.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { timeOfDay } from '#format/clock-time'
import styles from '../join.module.css'

const never = () => () => {}

export function AskedLine({ at }: { at: number }) {
  const t = useTranslations('join.wait')
  const time = useSyncExternalStore(
    never,
    () => timeOfDay(at),
    () => `${timeOfDay(at, { timeZone: 'UTC' })} UTC`,
  )
  return (
    <p className={styles.wait} role="status">
      {t.rich('asked', { time, b: (words) => <b>{words}</b> })}
    </p>
  )
}

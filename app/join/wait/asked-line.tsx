'use client'
// When this device asked, on the device's own clock face; before the script runs, in UTC and saying so.
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

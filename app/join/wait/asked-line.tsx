'use client'
// When this device asked, on the device's own clock face; before the script runs, in UTC and saying so.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import styles from '../join.module.css'

const never = () => () => {}

export function AskedLine({ at }: { at: number }) {
  const t = useTranslations('join.wait')
  const time = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at),
    () => `${new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' }).format(at)} UTC`,
  )
  return (
    <p className={styles.wait} role="status">
      {t.rich('asked', { time, b: (words) => <b>{words}</b> })}
    </p>
  )
}

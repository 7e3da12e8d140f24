'use client'
// Shown inside a form that waits in the rate limit's queue: its place. It submits the form again by itself and keeps what was typed.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import styles from './join.module.css'

/** The server drops a place whose form does not retry soon, so it retries at least this often. */
const LONGEST_MS = 5_000

export function QueueLine({ place, waitMs }: { place: number; waitMs: number }) {
  const t = useTranslations('join.queue')
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const timer = setTimeout(
      () => line.current?.closest('form')?.requestSubmit(),
      Math.min(Math.max(waitMs, 500), LONGEST_MS),
    )
    return () => clearTimeout(timer)
  })
  return (
    <p className={styles.hint} role="status" ref={line}>
      {t('form', { place, seconds: Math.max(1, Math.ceil(waitMs / 1000)) })}
    </p>
  )
}

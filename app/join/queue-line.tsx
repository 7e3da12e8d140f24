'use client'
// Inside a form that has to wait for its turn: the place in the queue, and the form sends itself again; what was typed stays in it.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import styles from './join.module.css'

/** A place is kept for whoever asks again in time. */
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

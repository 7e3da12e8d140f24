'use client'
// Shown inside a form that waits in the rate limit's queue: its place. It submits the form again by itself and keeps what was typed.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { comeBackIn } from '../_ui/over/come-back'
import styles from './join.module.css'

export function QueueLine({ place, waitMs }: { place: number; waitMs: number }) {
  const t = useTranslations('join.queue')
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => line.current?.closest('form')?.requestSubmit(), comeBackIn(waitMs))
    return () => clearTimeout(timer)
  })
  return (
    <p className={styles.hint} role="status" ref={line}>
      {t('form', { place, seconds: Math.max(1, Math.ceil(waitMs / 1000)) })}
    </p>
  )
}

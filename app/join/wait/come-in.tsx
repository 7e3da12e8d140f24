'use client'
// The door has been opened for this device: it goes in by itself, or by the button where no script runs.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { SubmitButton } from '#ui/submit-button'
import { comeIn } from '../actions'
import styles from '../join.module.css'

export function ComeIn() {
  const t = useTranslations('join.wait')
  const form = useRef<HTMLFormElement>(null)
  const gone = useRef(false)
  useEffect(() => {
    // Once: the secret that lets this device in works a single time.
    if (gone.current) return
    gone.current = true
    form.current?.requestSubmit()
  }, [])
  return (
    <form action={comeIn} ref={form} className={styles.form}>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('admitted')}</h1>
      </div>
      <div className={styles.foot}>
        <SubmitButton wide>{t('comeIn')}</SubmitButton>
      </div>
    </form>
  )
}

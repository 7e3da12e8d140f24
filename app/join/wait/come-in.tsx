'use client'
// The request was accepted: joins by itself after hydration, else by a button. Where somebody is signed in on the device it asks first,
// because joining signs them out.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { myPath } from '#paths'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { comeIn } from '../actions'
import styles from '../join.module.css'

export function ComeIn({ inPlaceOf }: { inPlaceOf: string | null }) {
  const t = useTranslations('join.wait')
  const form = useRef<HTMLFormElement>(null)
  const gone = useRef(false)
  useEffect(() => {
    // Only once: the secret works a single time, and React runs effects twice in development.
    if (gone.current || inPlaceOf !== null) return
    gone.current = true
    form.current?.requestSubmit()
  }, [inPlaceOf])
  return (
    <form action={comeIn} ref={form} className={styles.form}>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('admitted')}</h1>
        {inPlaceOf === null ? null : <p className={`lead ${styles.text}`}>{t('stillHere', { name: inPlaceOf })}</p>}
      </div>
      <div className={`stack ${styles.foot}`}>
        <SubmitButton wide>{t('comeIn')}</SubmitButton>
        {inPlaceOf === null ? null : (
          <LinkButton wide href={myPath()}>
            {t('stay', { name: inPlaceOf })}
          </LinkButton>
        )}
      </div>
    </form>
  )
}

'use client'
// The door has been opened for this device: it goes in by itself, or by the button where no script runs. Where somebody is signed in on
// it, who comes in is asked first, because coming in signs them out.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { myPath } from '#paths'
import { LinkButton } from '#ui/button'
import { SubmitButton } from '#ui/submit-button'
import { comeIn } from '../actions'
import styles from '../join.module.css'

export function ComeIn({ inPlaceOf }: { inPlaceOf: string | null }) {
  const t = useTranslations('join.wait')
  const form = useRef<HTMLFormElement>(null)
  const gone = useRef(false)
  useEffect(() => {
    // Once: the secret that lets this device in works a single time.
    if (gone.current || inPlaceOf !== null) return
    gone.current = true
    form.current?.requestSubmit()
  }, [inPlaceOf])
  return (
    <form action={comeIn} ref={form} className={styles.form}>
      <div className={styles.body}>
        <h1 className={styles.heading}>{t('admitted')}</h1>
        {inPlaceOf === null ? null : <p className={styles.text}>{t('stillHere', { name: inPlaceOf })}</p>}
      </div>
      <div className={styles.foot}>
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

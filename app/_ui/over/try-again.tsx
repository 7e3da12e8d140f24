'use client'
// Counts down and then submits the form around it again. Without scripts, its button does.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ErrorText } from '../controls/error-text'
import { comeBackIn } from './come-back'

export function TryAgain({ waitMs }: { waitMs: number }) {
  const t = useTranslations('ui.tryAgain')
  const line = useRef<HTMLParagraphElement>(null)
  const [left, setLeft] = useState(() => Math.max(1, Math.ceil(waitMs / 1000)))
  useEffect(() => {
    const send = setTimeout(() => line.current?.closest('form')?.requestSubmit(), comeBackIn(waitMs))
    const count = setInterval(() => setLeft((seconds) => Math.max(1, seconds - 1)), 1000)
    return () => {
      clearTimeout(send)
      clearInterval(count)
    }
  }, [waitMs])
  return (
    <p ref={line}>
      <span role="alert">
        <ErrorText>{t('wait')}</ErrorText>
      </span>{' '}
      <span aria-hidden="true">{t('left', { seconds: left })}</span>
    </p>
  )
}

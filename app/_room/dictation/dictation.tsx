'use client'
// Dictation beside a text field: who hears the speaker is said first, then it starts; the words run into the field, unsure ones are listed,
// and nothing is on the record before it was read over and put there. Nothing of it is shown where the browser has no speech recognition.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import styles from './dictation.module.css'
import { joined, replaced, type Unsure } from './speech-engine'
import { useDictation } from './use-dictation'

type DictationProps = {
  /** False where the chair has switched dictation off: the page then says so in place of the button. */
  allowed: boolean
  text: string
  onText: (text: string) => void
  /** Told once words of the engine are in the text. */
  onDictated?: () => void
}

export function Dictation({ allowed, text, onText, onDictated }: DictationProps) {
  const t = useTranslations('room.dictation')
  const [unsure, setUnsure] = useState<readonly Unsure[]>([])
  const [asked, setAsked] = useState(false)
  const now = useRef(text)
  now.current = text
  const put = (next: string) => {
    now.current = next
    onText(next)
  }
  const { here, hearer, listening, since, open, ask, start, stop } = useDictation((said) => {
    put(joined(now.current, said.text))
    setUnsure((before) => [...before, ...said.unsure])
    onDictated?.()
  })
  // What was heard before the chair switched it off stays in the field.
  useEffect(() => {
    if (!allowed) stop()
  }, [allowed, stop])
  if (!here) return null
  if (!allowed)
    return (
      <p className={styles.hears} role="status">
        {t('off')}
      </p>
    )
  const wanted = async () => {
    const found = await ask()
    if (found === 'device') start(found)
    else setAsked(true)
  }
  const begin = () => {
    setAsked(false)
    start(hearer ?? 'unknown')
  }
  const settle = (of: Unsure, instead: boolean) => {
    if (instead) put(replaced(now.current, of))
    setUnsure((before) => before.filter((one) => one !== of))
  }
  const standing = unsure.filter(({ word }) => text.includes(word))
  return (
    <div className={styles.dictation}>
      {listening === 'refused' || listening === 'failed' ? (
        <p className={styles.hears} data-bad role="status">
          <Icon name="warning" />
          <span>{t.rich(listening, { b: (chunks) => <b>{chunks}</b> })}</span>
        </p>
      ) : listening === 'listening' || asked ? (
        <p className={styles.hears}>
          <Icon name="microphone" />
          <span>{t.rich(`hears.${hearer ?? 'unknown'}`, { b: (chunks) => <b>{chunks}</b> })}</span>
        </p>
      ) : null}
      {listening === 'listening' ? (
        <>
          <p className={styles.heard}>
            {since === null ? null : <small>{t('since', { time: timeOfDay(since) })}</small>}
            {/* Announcing every word would talk over the speaker. */}
            <span aria-live="off" className={styles.open}>
              {open}
            </span>
          </p>
          <Button size="dense" onClick={stop}>
            {t('stop')}
          </Button>
        </>
      ) : asked ? (
        <p className={styles.acts}>
          <Button size="dense" onClick={begin}>
            {t('use')}
          </Button>
          <Button size="dense" kind="quiet" onClick={() => setAsked(false)}>
            {t('write')}
          </Button>
        </p>
      ) : (
        <Button size="dense" icon="microphone" onClick={() => void wanted()}>
          {t(listening === 'off' ? 'start' : 'again')}
        </Button>
      )}
      {standing.length > 0 && listening !== 'listening' ? (
        <ul className={styles.unsure} aria-label={t('unsure')}>
          {standing.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one word may be unsure twice
            <li key={`${one.word} ${place}`}>
              <span>{one.word}</span>
              <Button size="dense" onClick={() => settle(one, true)}>
                {one.instead}
              </Button>
              <Button
                size="dense"
                kind="quiet"
                aria-label={t('keepWord', { word: one.word })}
                onClick={() => settle(one, false)}
              >
                {t('keep')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

'use client'
// Dictation beside a text field: who hears the speaker is said first, then it starts; the words run into the field, unsure ones are listed,
// and nothing is on the record before it was read over and put there. Nothing of it is shown where the browser has no speech recognition.
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { timeOfDay } from '#format/clock-time'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { Select } from '#ui/select'
import { LISTENING } from '../hooks/form-focus'
import { type Owner, useLocalStorage } from '../hooks/use-local-storage'
import styles from './dictation.module.css'
import { joined, LANGUAGES, type Language, replaced, type Unsure } from './speech-engine'
import { useDictation } from './use-dictation'

type DictationProps = {
  /** Whose choice of language this device keeps. */
  of: Owner
  /** False where the chair has switched dictation off: the page then says so in place of the button. */
  allowed: boolean
  /** False where nothing may be begun now; what listens already goes on, for a turn's end must not cut a sentence off. */
  offered?: boolean
  text: string
  onText: (text: string) => void
  /** Told once words of the engine are in the text. */
  onDictated?: () => void
  /** What becomes of it on the record, where the form beside it does not say so. */
  note?: string
}

export function Dictation({ of, allowed, offered = true, text, onText, onDictated, note }: DictationProps) {
  const t = useTranslations('room.dictation')
  const [spoken, speak] = useSpoken(of)
  const [unsure, setUnsure] = useState<readonly Unsure[]>([])
  const [asked, setAsked] = useState(false)
  const now = useRef(text)
  now.current = text
  const put = (next: string) => {
    now.current = next
    onText(next)
  }
  const engine = useDictation(spoken, (said) => {
    put(joined(now.current, said.text))
    setUnsure((before) => [...before, ...said.unsure])
    onDictated?.()
  })
  const { here, hearer, listening, installing, since, open, stop } = engine
  // What was heard before the chair switched it off stays in the field.
  useEffect(() => {
    if (!allowed) stop()
  }, [allowed, stop])
  if (!here) return null
  const idle = listening !== 'listening' && unsure.length === 0
  if (!offered && idle) return null
  if (!allowed) return <Hears role="status">{t('off')}</Hears>
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const wanted = async () => {
    const found = await engine.ask()
    if (found === 'device') engine.start(found)
    else setAsked(true)
  }
  const begin = () => {
    setAsked(false)
    engine.start(hearer ?? 'unknown')
  }
  const settle = (of: Unsure, instead: boolean) => {
    if (instead) put(replaced(now.current, of))
    setUnsure((before) => before.filter((one) => one !== of))
  }
  const standing = unsure.filter(({ word }) => text.includes(word))
  const isListening = listening === 'listening'
  const heardBy =
    isListening || (asked && installing !== 'done') ? (
      <Hears>{t.rich(`hears.${hearer ?? 'unknown'}`, { b })}</Hears>
    ) : null
  return (
    <div className={`stack ${styles.dictation}`}>
      {installing !== 'no' ? (
        <Hears role="status" bad={installing === 'failed'}>
          {t.rich(`install.${installing}`, { b })}
        </Hears>
      ) : listening === 'off' || isListening ? null : (
        <Hears role="status" bad>
          {t.rich(listening, { b })}
        </Hears>
      )}
      {/* While it listens its end comes first, or on a small phone what is said about it would push the button off the screen. */}
      {isListening ? null : heardBy}
      {isListening ? (
        <div {...LISTENING} className={styles.listening}>
          <Button size="dense" onClick={stop}>
            {t('stop')}
          </Button>
          <p className={styles.heard}>
            {since === null ? null : <small>{t('since', { time: timeOfDay(since) })}</small>}
            {/* Announcing every word would talk over the speaker. */}
            <span aria-live="off" className={styles.open}>
              {open}
            </span>
          </p>
          {heardBy}
          {note ? <p className={`hint ${styles.note}`}>{note}</p> : null}
        </div>
      ) : !offered ? null : asked && installing !== 'done' ? (
        <p className="acts">
          {hearer === 'installable' ? (
            <Button size="dense" busy={installing === 'runs'} onClick={() => void engine.install()}>
              {t('install.do')}
            </Button>
          ) : null}
          <Button size="dense" onClick={begin}>
            {t('use')}
          </Button>
          <Button size="dense" kind="quiet" onClick={() => setAsked(false)}>
            {t('write')}
          </Button>
        </p>
      ) : (
        <p className="acts">
          <Button size="dense" icon="microphone" onClick={() => void wanted()}>
            {t(listening === 'off' ? 'start' : 'again')}
          </Button>
          <Select
            size="dense"
            aria-label={t('language')}
            value={spoken}
            options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onChoose={speak}
          />
        </p>
      )}
      {standing.length > 0 && listening !== 'listening' ? (
        <ul className={styles.unsure} aria-label={t('unsure')}>
          {standing.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one word may be unsure twice
            <li className="tools" key={`${one.word} ${place}`}>
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

const chosenLanguage = z.nullable(z.enum(LANGUAGES))

/** The language somebody speaks: as they chose on this device, else that of the page. */
function useSpoken(of: Owner): [spoken: Language, speak: (spoken: Language) => void] {
  const locale = useLocale()
  const [chosen, choose] = useLocalStorage(of, 'spoken-language', chosenLanguage, null)
  return [chosen ?? LANGUAGES.find((one) => locale.startsWith(one)) ?? 'en', choose]
}

/** A sentence on who hears the speaker, or why nobody does. */
function Hears({ role, bad = false, children }: { role?: 'status'; bad?: boolean; children: ReactNode }) {
  return (
    <p className={`line ${styles.hears}`} role={role} data-bad={bad || undefined}>
      <Icon name={bad ? 'warning' : 'microphone'} />
      <span>{children}</span>
    </p>
  )
}

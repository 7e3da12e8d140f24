'use client'
// The name at the door: typed, or picked from the roster after two letters. The server shows a few names that begin as typed, never the list;
// without a script the name is typed as the list has it.
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { findOwnName, type NamesFound } from '../actions'
import styles from '../join.module.css'

const FEWEST_LETTERS = 2
const PAUSE_MS = 150

type NameFieldProps = { name: string; error: string | undefined }

export function NameField({ name, error }: NameFieldProps) {
  const t = useTranslations('join.name')
  const [typed, type] = useState(name)
  return (
    <>
      <Field label={t('label')} hint={t('hint')} error={error}>
        <TextInput
          name="name"
          required
          maxLength={LIMITS.name}
          autoComplete="name"
          autoFocus
          value={typed}
          onWords={type}
        />
      </Field>
      {typed.length >= LIMITS.name ? (
        <p className={styles.hint} role="status">
          {t('long', { most: LIMITS.name })}
        </p>
      ) : null}
    </>
  )
}

type Shown = Extract<NamesFound, { names: unknown }>
type Listed = Shown['names'][number]

/** Asked before the form is sent: whether it waits, because a name of the list was not picked yet. */
export type HoldBack = { current: () => boolean }
type NamePickerProps = NameFieldProps & { code: string; word: string; place: string | null; holdBack: HoldBack }

export function NamePicker({ code, word, name, place, error, holdBack }: NamePickerProps) {
  const t = useTranslations('join.pick')
  const list = useId()
  const [typed, type] = useState(name)
  const [picked, pick] = useState(place)
  const [active, setActive] = useState(0)
  const found = useNames(code, word, picked === null ? typed : '')
  const names = found !== null && found !== 'wait' ? found.names : []
  const isOpen = names.length > 0 && picked === null
  // What was typed when the form was held back: sent again so, it is meant, for who is on no list may ask to come in.
  const [heldFor, hold] = useState<string | null>(null)
  const asksToPick = isOpen && heldFor === typed
  const isAsSent = typed === name && picked === place

  // Without this, the button beside an open list would send the letters typed as a whole name, and the answer would be that nobody is called so.
  useEffect(() => {
    holdBack.current = () => {
      if (!isOpen || heldFor === typed || isWritten(names, typed)) return false
      hold(typed)
      if (names.length === 1) choose(names[0])
      return true
    }
  })

  function choose(one: Listed | undefined) {
    if (!one) return
    type(one.name)
    pick(one.place)
  }

  return (
    <>
      <Field label={t('label')} hint={t('hint')} error={asksToPick ? t('pickOne') : isAsSent ? error : undefined}>
        <TextInput
          name="name"
          required
          maxLength={LIMITS.name}
          autoComplete="off"
          autoFocus
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
          value={typed}
          onChange={(event) => {
            type(event.target.value)
            pick(null)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (!isOpen || event.nativeEvent.isComposing) return
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step !== 0) setActive((active + step + names.length) % names.length)
            else if (event.key === 'Enter' && !isWritten(names, typed)) choose(names[active])
            else if (event.key === 'Escape') type('')
            else return
            event.preventDefault()
          }}
        />
      </Field>
      {picked === null ? null : <input type="hidden" name="place" value={picked} />}
      <div id={list} role="listbox" aria-label={t('list')} className={styles.names} hidden={!isOpen}>
        {names.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above is the combobox, and takes the keys
          <div
            className="ends"
            key={one.place}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onClick={() => choose(one)}
          >
            <b>{one.name}</b>
            <span className="faint">
              {[
                ...(one.ending ? [t(`ending.${one.ending.of}`, { text: one.ending.text })] : []),
                ...(one.isHere ? [t('here')] : []),
              ].join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {statusOf()}
      </p>
    </>
  )

  function statusOf(): string {
    if (picked !== null) return t('picked', { name: typed })
    if (found === 'wait') return t('wait')
    const letters = [...typed.trim()].length
    if (letters > 0 && letters < FEWEST_LETTERS) return t('oneMore')
    if (found === null || letters === 0) return ''
    if (names.length === 0) return error === undefined || !isAsSent ? t('none') : ''
    return found.more ? t('more') : t('found', { count: names.length })
  }
}

/** Whether the only name found is typed as the list has it: one press goes on, whether or not the list was there before it. */
function isWritten([only, ...others]: readonly Listed[], typed: string): boolean {
  const same = only?.name.localeCompare(typed.trim(), undefined, { sensitivity: 'base' }) === 0
  return same && others.length === 0
}

/** The names for what is typed, a moment after the last letter; an answer that a later letter has overtaken is dropped. */
function useNames(code: string, word: string, typed: string): NamesFound {
  const [found, setFound] = useState<NamesFound>(null)
  const asked = useRef('')
  useEffect(() => {
    asked.current = typed
    if ([...typed.trim()].length < FEWEST_LETTERS) {
      setFound(null)
      return
    }
    const timer = setTimeout(() => {
      findOwnName({ code, word, typed }).then(
        (names) => {
          if (asked.current === typed) setFound(names)
        },
        // Offline: the name can still be typed whole, and the form says what it needs.
        () => setFound(null),
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [code, word, typed])
  return found
}

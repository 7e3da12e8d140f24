'use client'
// A text of which some words can be picked: with the pointer, or with the arrows while Shift is held, as in any field. What is picked stays
// marked when the focus has gone on.
import { type SyntheticEvent, useEffect, useRef } from 'react'
import styles from './picked-words.module.css'

/** A stretch of a text in UTF-16 units, the end not included. */
export type Stretch = { from: number; to: number }

type PickedWordsProps = {
  text: string
  picked: Stretch
  onPick: (picked: Stretch) => void
  label: string
  /** Enter, which makes no new line here. */
  onEnter: () => void
  /** Whether it takes the focus when it comes. */
  autoFocus?: boolean
}

export function PickedWords({
  text,
  picked: { from, to },
  onPick,
  onEnter,
  label,
  autoFocus = false,
}: PickedWordsProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  // What was picked before is selected; where it is the whole text, the caret waits at its start.
  const first = useRef(to - from < text.length ? { from, to } : { from: 0, to: 0 })
  useEffect(() => {
    field.current?.setSelectionRange(first.current.from, first.current.to)
  }, [])
  const pick = ({ currentTarget: { selectionStart, selectionEnd } }: SyntheticEvent<HTMLTextAreaElement>) => {
    // A caret that only moves picks nothing, and takes back nothing that was picked.
    if (selectionStart < selectionEnd) onPick({ from: selectionStart, to: selectionEnd })
  }
  return (
    <div className={styles.stack}>
      <p className={styles.words} aria-hidden="true">
        {text.slice(0, from)}
        <mark>{text.slice(from, to)}</mark>
        {text.slice(to)}
      </p>
      <textarea
        ref={field}
        className={styles.words}
        // Not read-only: such a field has no caret in some browsers, and then nothing to move with the arrows.
        aria-readonly="true"
        inputMode="none"
        onChange={() => undefined}
        onBeforeInput={(event) => event.preventDefault()}
        // biome-ignore lint/a11y/noAutofocus: in a dialog, where the first thing to do is to pick
        autoFocus={autoFocus}
        aria-label={label}
        value={text}
        onSelect={pick}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter()
        }}
      />
    </div>
  )
}

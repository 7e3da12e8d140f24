'use client'
// A form of one field about a clause: a reason, or a wording. It keeps its words while they are unsent.
import type { ReactNode } from 'react'
import { ownForm } from '#room/at-work.ts'
import { RefusalText } from '#room/refusal-text'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import styles from './form.module.css'

type WordsFormProps = {
  label: string
  hint?: string
  rows: number
  maxLength: number
  words: string
  onWords: (words: string) => void
  /** Whether the room does not have these words. */
  unsent: boolean
  /** What the button says that sends them. */
  send: ReactNode
  onSend: () => void
  busy?: boolean
  /** Why they were not taken. */
  refused: string | null
  /** The button that folds the form; without it the form stays. */
  close?: { label: string; onClose: () => void }
}

export function WordsForm(props: WordsFormProps) {
  const { label, hint, rows, maxLength, words, onWords, unsent, send, onSend, busy = false, refused, close } = props
  return (
    <form
      {...ownForm('text', unsent)}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <Field label={label} hint={hint}>
        <TextArea
          voice="record"
          rows={rows}
          maxLength={maxLength}
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" busy={busy}>
          {send}
        </Button>
        {close ? (
          <Button kind="quiet" onClick={close.onClose}>
            {close.label}
          </Button>
        ) : null}
      </div>
      <RefusalText>{refused}</RefusalText>
    </form>
  )
}

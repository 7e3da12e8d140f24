'use client'
// A form of one field about a clause: a reason, or a wording. It keeps its words while they are unsent.
import type { ReactNode } from 'react'
import { ownForm } from '#room/hooks/form-focus.ts'
import { RefusalText } from '#room/words/refusal-text'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { submits } from '#ui/controls/submits.ts'
import { TextArea } from '#ui/controls/text-input'
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
  /** What undoes is never the page's main button. */
  undoes?: boolean
  onSend: () => void
  busy?: boolean
  /** Why they were not taken. */
  refused: string | null
  /** The button that folds the form; without it the form stays. */
  close?: { label: string; onClose: () => void }
}

export function WordsForm(props: WordsFormProps) {
  const {
    label,
    hint,
    rows,
    maxLength,
    words,
    onWords,
    unsent,
    send,
    undoes,
    onSend,
    busy = false,
    refused,
    close,
  } = props
  return (
    <form {...ownForm('text', unsent)} className={`stack ${styles.form}`} onSubmit={submits(onSend)}>
      <Field label={label} hint={hint}>
        <TextArea voice="record" rows={rows} maxLength={maxLength} value={words} onWords={onWords} />
      </Field>
      <div className={`tools ${styles.acts}`}>
        <Button type="submit" kind={undoes ? 'plain' : 'primary'} busy={busy}>
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

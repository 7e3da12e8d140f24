'use client'
// A text input and a text area. Inside a Field they are connected to its label and error.
import type { ChangeEvent, ComponentProps, CSSProperties } from 'react'
import { useFieldTies } from './field-ties'
import styles from './text-input.module.css'

type TextInputProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'defaultValue' | 'value'> & {
  value?: string
  defaultValue?: string
  /** Called with what is typed. */
  onWords?: (words: string) => void
  /** `code` sets a room code or number large, in the record's serif. */
  voice?: 'control' | 'code'
}

export function TextInput({ voice = 'control', onWords, onChange, ...rest }: TextInputProps) {
  const change = onWords ? (event: ChangeEvent<HTMLInputElement>) => onWords(event.currentTarget.value) : onChange
  return <input {...rest} onChange={change} {...useFieldTies(rest)} className={styles.input} data-voice={voice} />
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'defaultValue' | 'value'> & {
  value?: string
  defaultValue?: string
  /** Called with what is typed. */
  onWords?: (words: string) => void
  /** `record` sets text that will be put on the record in its serif. */
  voice?: 'control' | 'record'
  /** Grows with its text up to this many lines. */
  maxRows?: number
}

export function TextArea({ voice = 'control', rows = 3, maxRows = 12, onWords, onChange, ...rest }: TextAreaProps) {
  const change = onWords ? (event: ChangeEvent<HTMLTextAreaElement>) => onWords(event.currentTarget.value) : onChange
  return (
    <textarea
      {...rest}
      onChange={change}
      {...useFieldTies(rest)}
      rows={rows}
      className={styles.area}
      data-voice={voice}
      style={{ '--rows': rows, '--max-rows': maxRows } as CSSProperties}
    />
  )
}

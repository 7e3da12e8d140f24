'use client'
// A text input and a text area. Inside a Field they are connected to its label and error.
import type { ComponentProps, CSSProperties } from 'react'
import { useFieldTies } from './field-ties'
import styles from './text-input.module.css'

type TextInputProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'defaultValue' | 'value'> & {
  value?: string
  defaultValue?: string
  /** `code` sets a room code or number large, in the record's serif. */
  voice?: 'control' | 'code'
}

export function TextInput({ voice = 'control', ...rest }: TextInputProps) {
  return <input {...rest} {...useFieldTies(rest)} className={styles.input} data-voice={voice} />
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'defaultValue' | 'value'> & {
  value?: string
  defaultValue?: string
  /** `record` sets text that will be put on the record in its serif. */
  voice?: 'control' | 'record'
  /** Grows with its text up to this many lines. */
  maxRows?: number
}

export function TextArea({ voice = 'control', rows = 3, maxRows = 12, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      {...useFieldTies(rest)}
      rows={rows}
      className={styles.area}
      data-voice={voice}
      style={{ '--rows': rows, '--max-rows': maxRows } as CSSProperties}
    />
  )
}

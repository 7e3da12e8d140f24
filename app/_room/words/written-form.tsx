'use client'
// One piece of writing that is asked for: its field, what is still missing, and the button that sends it. Once nothing can be sent any more
// the words stay and can be copied.
import { type FormEvent, type ReactNode, useState } from 'react'
import { type Bounds, lengthFault } from '#simulation/kernel/lengths'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { CopyWords } from './copy-words'
import { LengthLine, useLengthWords } from './length-line'
import { RefusalText } from './refusal-text'
import styles from './written-form.module.css'

type WrittenFormProps = {
  /** For a button of this form that stands elsewhere on the page. */
  id?: string
  /** The form's own name, where its field does not name it. */
  name?: string
  label: string
  /** Its height in lines, empty and full. */
  rows: { least: number; most: number }
  /** So many letters at the most. */
  letters: number
  /** How long it is to be, where that is counted beneath it. */
  bounds?: Bounds
  text: string
  onText: (text: string) => void
  /** Said at the field when it is sent without words. */
  noWords: string
  /** Said when it is sent and something else is missing. */
  missing?: string | null
  /** Whether it can be sent. */
  open: boolean
  onSend: (text: string) => void
  /** The button that sends; without one nothing new is there to be sent. */
  button: ReactNode
  /** Between the field and the buttons. */
  below?: ReactNode
  /** After the buttons. */
  beside?: ReactNode
  /** Above the field. */
  children?: ReactNode
}

export function WrittenForm(props: WrittenFormProps) {
  const { id, name, label, rows, letters, bounds, text, onText, noWords, open, onSend, button } = props
  const [objects, object] = useState(false)
  const words = text.trim()
  const say = useLengthWords()
  const fault = bounds ? lengthFault(words, bounds) : null
  const missing = fault ? say(fault) : (props.missing ?? null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!open) return
    const whole = words !== '' && missing === null
    object(!whole)
    if (whole) onSend(words)
  }
  return (
    <form id={id} className={`fields ${styles.form}`} onSubmit={send} aria-label={name}>
      {props.children}
      <Field
        label={label}
        hint={bounds ? <LengthLine text={text} bounds={bounds} /> : null}
        {...(objects && words === '' ? { error: noWords } : {})}
      >
        <TextArea
          voice="record"
          rows={rows.least}
          maxRows={rows.most}
          maxLength={letters}
          value={text}
          onWords={onText}
        />
      </Field>
      {props.below}
      <RefusalText>{objects && words !== '' ? missing : null}</RefusalText>
      <div className="bar">
        {open ? button : <CopyWords text={text} />}
        {props.beside}
      </div>
    </form>
  )
}

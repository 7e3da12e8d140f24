'use client'
// A comment, kept when its field is left.
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Kbd } from '#ui/words/kbd'
import styles from './grading.module.css'
import type { FieldName } from './grading-keys'

type CommentFieldProps = {
  field: FieldName
  label: string
  keys: string
  value: string
  onKeep: (words: string) => void
}

export function CommentField({ field, label, keys, value, onKeep }: CommentFieldProps) {
  return (
    <div className={styles.comment}>
      <Field
        label={
          <>
            {label} <Kbd>{keys}</Kbd>
          </>
        }
      >
        <TextArea
          data-field={field}
          voice="record"
          rows={2}
          maxLength={LIMITS.comment}
          defaultValue={value}
          aria-keyshortcuts={keys.replace('⇧', 'Shift+')}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
          onBlur={({ currentTarget }) => {
            const words = currentTarget.value.trim()
            if (words !== value) onKeep(words)
          }}
        />
      </Field>
    </div>
  )
}

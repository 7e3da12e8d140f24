'use client'
// The form in which a statement is written: open at any time, stored on this device. Its submit button is outside and exists only while
// the writer has the floor.
import { useTranslations } from 'next-intl'
import type { FormEvent, KeyboardEvent } from 'react'
import { AnchorPicker } from '#room/anchor-picker'
import { hasFloorAhead } from '#room/room-tabs.ts'
import type { SeatView } from '#room/seat-view.ts'
import type { Drafting } from '#room/statement-draft.ts'
import { INTENTS } from '#simulation/kernel/ids'
import { Chip } from '#ui/chip'
import { Field } from '#ui/field'
import { Segmented } from '#ui/segmented'
import { Select } from '#ui/select'
import { TextArea } from '#ui/text-input'
import styles from './composer.module.css'

/** The form's id, for the submit button outside: `<button form={STATEMENT_FORM} type="submit">`. */
export const STATEMENT_FORM = 'statement'
const HINT = 'statement-hint'
const LONGEST = 2000

type ComposerProps = {
  at: SeatView
  drafting: Drafting
  /** Sends the statement; null while the writer does not have the floor. */
  onSend: (() => void) | null
  /** Why the last attempt was not sent, as for an empty text. */
  objection: string | null
  /** On a phone: the intent becomes a single select, to leave space for the record. */
  compact?: boolean
}

export function Composer({ at, drafting, onSend, objection, compact = false }: ComposerProps) {
  const t = useTranslations('room.composer')
  const intents = useTranslations('room.intents')
  const { draft, change } = drafting
  if (!hasFloorAhead(at.state)) return null
  const options = INTENTS.map((value) => ({ value, label: intents(value) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // While an input method composes (as for Japanese), Enter selects characters and must not send.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    onSend?.()
  }
  return (
    <form id={STATEMENT_FORM} className={styles.composer} data-compact={compact || undefined} onSubmit={submit}>
      <Field label={t(onSend ? 'labelFloor' : 'label')} {...(objection ? { error: objection } : {})}>
        <TextArea
          voice="record"
          rows={2}
          maxRows={6}
          maxLength={LONGEST}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          aria-describedby={HINT}
        />
      </Field>
      <div className={styles.tools}>
        {compact ? (
          <Select
            size="dense"
            aria-label={t('intent')}
            value={draft.intent}
            options={options}
            onChange={({ currentTarget }) => {
              const intent = INTENTS.find((one) => one === currentTarget.value)
              if (intent) change({ intent })
            }}
          />
        ) : (
          <Segmented
            label={t('intent')}
            size="dense"
            value={draft.intent}
            options={options}
            onValueChange={(intent) => change({ intent })}
          />
        )}
        {draft.answers === null ? null : (
          <Chip label={t('answersNone', { number: draft.answers })} onClick={() => change({ answers: null })}>
            {t('answers', { number: draft.answers })} <span aria-hidden="true">×</span>
          </Chip>
        )}
        <AnchorPicker essay={at.essay} anchors={draft.anchors} onChange={(anchors) => change({ anchors })} />
        <p id={HINT} className={styles.hint} data-compact={compact || undefined}>
          {t(onSend ? 'hintFloor' : 'hint')}
        </p>
        {draft.text.length > LONGEST - 200 ? (
          <span className={styles.count}>{t('left', { count: LONGEST - draft.text.length })}</span>
        ) : null}
      </div>
    </form>
  )
}

'use client'
// The fields of a statement, whether it is said with the floor or posted without: its text, its intent, which entry it answers, its sources.
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { INTENTS } from '#simulation/kernel/ids'
import type { Bounds } from '#simulation/kernel/lengths'
import { LIMITS } from '#simulation/kernel/limits'
import { askedIn } from '#simulation/reading/homework/addressee'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { TextArea } from '#ui/controls/text-input'
import { Chip } from '#ui/words/chip'
import type { SeatView } from '../link/seat-view'
import { AnchorPicker } from './anchor-picker'
import { LengthLine } from './length-line'
import type { Drafting } from './statement-draft'

/** How many letters before the end the rest is counted. */
const NEAR_END = 200

export type Editing = Pick<Drafting, 'draft' | 'change'>

type StatementTextProps = {
  drafting: Editing
  label: string
  rows: { least: number; most: number }
  /** Why the last attempt was not sent, as for an empty text. */
  objection: string | null
  /** Ctrl or Command with Enter. */
  onSend: () => void
  describedBy?: string
  /** How long it may be, where that is counted beneath it. */
  bounds?: Bounds
}

export function StatementText(props: StatementTextProps) {
  const { drafting, label, rows, objection, onSend, describedBy, bounds } = props
  const { draft, change } = drafting
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // While an input method composes (as for Japanese), Enter selects characters and must not send.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    onSend()
  }
  return (
    <Field
      label={label}
      hint={bounds ? <LengthLine text={draft.text} bounds={bounds} /> : null}
      {...(objection ? { error: objection } : {})}
    >
      <TextArea
        voice="record"
        rows={rows.least}
        maxRows={rows.most}
        maxLength={bounds ? LIMITS.written : LIMITS.statement}
        value={draft.text}
        onWords={(value) => change({ text: value })}
        onKeyDown={onKeyDown}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      />
    </Field>
  )
}

type StatementToolsProps = {
  at: SeatView
  drafting: Editing
  /** On a phone: the intent becomes a single select, to leave space for the record. */
  compact?: boolean
  /** The intent is somebody else's to choose. */
  fixedIntent?: boolean
  /** A question can be put to somebody. */
  addressed?: boolean
}

export function StatementTools({
  at,
  drafting,
  compact = false,
  fixedIntent = false,
  addressed = false,
}: StatementToolsProps) {
  const { draft, change } = drafting
  const t = useTranslations('room.composer')
  const intents = useTranslations('room.intents')
  const options = INTENTS.map((value) => ({ value, label: intents(value) }))
  return (
    <>
      {fixedIntent ? null : compact ? (
        <Select
          size="dense"
          aria-label={t('intent')}
          value={draft.intent}
          options={options}
          onChoose={(intent) => change({ intent })}
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
      {addressed && draft.intent === 'question' ? <ToWhom at={at} drafting={drafting} /> : null}
      {draft.answers === null ? null : (
        <Chip label={t('answersNone', { number: draft.answers })} onClick={() => change({ answers: null })}>
          {t('answers', { number: draft.answers })} <span aria-hidden="true">×</span>
        </Chip>
      )}
      <AnchorPicker at={at} anchors={draft.anchors} onChange={(anchors) => change({ anchors })} />
    </>
  )
}

/** To whom a question is put: whom its words name, until its writer chooses (T9). */
function ToWhom({ at, drafting: { draft, change } }: { at: SeatView; drafting: Editing }) {
  const t = useTranslations('room.composer')
  const others = at.state.plan.delegations.filter(({ id }) => id !== at.delegation)
  return (
    <Select
      size="dense"
      aria-label={t('to')}
      value={askedIn(at.state, at.delegation, draft) ?? ''}
      options={[
        { value: '', label: t('toNobody') },
        ...others.map(({ id, capital }) => ({ value: id, label: t('toSide', { capital }) })),
      ]}
      onChoose={(to) => change({ to: others.find(({ id }) => id === to)?.id ?? null })}
    />
  )
}

/** How many letters are left, once it is not many. */
export function LettersLeft({ text, className }: { text: string; className: string | undefined }) {
  const t = useTranslations('room.composer')
  const left = LIMITS.statement - text.length
  return left < NEAR_END ? <span className={className}>{t('left', { count: left })}</span> : null
}

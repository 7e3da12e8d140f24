'use client'
// The dialog in which the chair writes an improvised inject, a note to a seat, a delegation or everyone, or the answer to a call for
// help.
import { useTranslations } from 'next-intl'
import type { FormEvent, KeyboardEvent } from 'react'
import * as z from 'zod/mini'
import { dashed } from '#record/off-words.ts'
import { useLocalStorage } from '#room/use-local-storage.ts'
import { useSeatName } from '#room/use-seat-name.ts'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { HelpCall } from '#simulation/kernel/room-state'
import { answerDraftKey, NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { Segmented } from '#ui/segmented'
import { Select } from '#ui/select'
import { TextArea, TextInput } from '#ui/text-input'
import { useToast } from '#ui/toast'
import { type DeskView, nameOf } from './desk-view'
import styles from './note-dialog.module.css'

const noteWords = z.object({ headline: z.string(), text: z.string() })
const NO_WORDS = { headline: '', text: '' }

export type Note =
  | { kind: 'news' }
  | { kind: 'nudge'; to: 'room' | DelegationId | SeatId }
  /** A note to each seat that has not spoken. */
  | { kind: 'silent'; seats: readonly SeatId[] }
  | { kind: 'answer'; call: HelpCall }

type NoteDialogProps = { desk: DeskView; note: Note | null; onNote: (note: Note | null) => void }

export function NoteDialog({ desk, note, onNote }: NoteDialogProps) {
  const t = useTranslations('desk.note')
  const title = note?.kind === 'answer' ? t('answerTitle') : t('title')
  return (
    <Dialog open={note !== null} onOpenChange={(open) => (open ? undefined : onNote(null))} title={title}>
      {note ? (
        <NoteForm key={note.kind === 'answer' ? note.call.no : ''} desk={desk} note={note} onNote={onNote} />
      ) : null}
    </Dialog>
  )
}

function NoteForm({ desk, note, onNote }: NoteDialogProps & { note: Note }) {
  const t = useTranslations('desk.note')
  const tell = useToast()
  const seatTitle = useSeatTitle(desk)
  // Kept as a student’s words are: a desk that is reloaded in mid-sentence, or a dialog that is closed, loses none.
  const [draft, setDraft] = useLocalStorage(
    { roomId: desk.roomId, person: 'chair' },
    note.kind === 'answer' ? answerDraftKey(note.call.no) : NOTE_DRAFT,
    noteWords,
    NO_WORDS,
  )
  const { headline, text } = draft
  const ready = text.trim() !== '' && (note.kind !== 'news' || headline.trim() !== '')

  const send = async () => {
    if (!ready) return
    onNote(null)
    setDraft(NO_WORDS)
    const saved = await Promise.all(commandsOf(note, headline, text).map((command) => desk.ask(command)))
    if (!saved.every(Boolean)) return setDraft(draft)
    tell({ text: t(`sent.${note.kind}`) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    void send()
  }
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={sendByKey}>
      {note.kind === 'answer' ? (
        <p>
          <b>{seatTitle(note.call.seat)}</b>: “{dashed(note.call.text)}”
        </p>
      ) : note.kind === 'silent' ? (
        <p>{t('toSilent', { list: note.seats.map(seatTitle).join('; ') })}</p>
      ) : (
        <Segmented
          label={t('what')}
          value={note.kind}
          onValueChange={(kind) => onNote(kind === 'news' ? { kind } : { kind, to: 'room' })}
          options={[
            { value: 'nudge', label: t('nudge') },
            { value: 'news', label: t('news') },
          ]}
        />
      )}
      {note.kind === 'nudge' ? (
        <Field label={t('to')} hint={note.to === 'room' ? t('toRoomHint') : t('privateHint')}>
          <Select
            value={note.to}
            onChange={(event) => {
              const to = recipients(desk).find((one) => one === event.target.value)
              if (to) onNote({ kind: 'nudge', to })
            }}
            options={recipients(desk).map((to) => ({ value: to, label: seatTitle(to) }))}
          />
        </Field>
      ) : null}
      {note.kind === 'news' ? (
        <Field label={t('headline')} hint={t('newsHint')}>
          <TextInput
            value={headline}
            maxLength={140}
            onChange={(event) => setDraft({ headline: event.target.value, text })}
          />
        </Field>
      ) : null}
      <Field label={note.kind === 'answer' ? t('answer') : t('text')}>
        <TextArea
          voice="record"
          autoFocus
          value={text}
          maxLength={note.kind === 'news' ? 1200 : 600}
          onChange={(event) => setDraft({ headline, text: event.target.value })}
        />
      </Field>
      <div className={styles.send}>
        <Button type="submit" kind="primary" keys={t('sendKeys')} aria-disabled={!ready}>
          {t(`send.${note.kind}`)}
        </Button>
      </div>
    </form>
  )
}

function commandsOf(note: Note, headline: string, words: string): ClientCommand[] {
  const text = words.trim()
  switch (note.kind) {
    case 'news':
      return [{ type: 'writeInject', headline: headline.trim(), text }]
    case 'nudge':
      return [{ type: 'nudge', to: note.to, text }]
    case 'silent':
      return note.seats.map((to) => ({ type: 'nudge', to, text }))
    case 'answer':
      return [{ type: 'answerHelp', no: note.call.no, text }]
    default:
      return note satisfies never
  }
}

const recipients = ({ state }: DeskView): readonly ('room' | DelegationId | SeatId)[] => [
  'room',
  ...delegationsIn(state.plan).map(({ id }) => id),
  ...state.plan.seats.filter((seat) => state.seats[seat.id]?.holder).map((seat) => seat.id),
]

/** "Belmora: Finance Minister, Mei Castellano", a delegation's name, or everyone. */
export function useSeatTitle({ state, displayNames }: DeskView): (of: 'room' | DelegationId | SeatId) => string {
  const t = useTranslations('desk.note')
  const seatName = useSeatName(state.plan, 'short')
  return (of) => {
    if (of === 'room') return t('everyone')
    const delegation = delegationIn(state.plan, of)
    if (delegation) return delegation.name
    const seat = Object.values(state.seats).find((one) => one.id === of)
    if (!seat) return of
    const name = seat.holder ? nameOf(displayNames, seat.holder) : null
    const office = seatName(seat)
    return name ? `${office}, ${name}` : office
  }
}

'use client'
// The dialog in which the chair writes an improvised inject, a note to a seat, a delegation or everyone, or the answer to a call for
// help.
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import { dashed } from '#record/off-words.ts'
import { useSeatName } from '#room/hooks/use-seat-name.ts'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import type { HelpCall } from '#simulation/shapes/injects'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { answerDraftKey, NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/button'
import { delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { Segmented } from '#ui/segmented'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import { type DeskView, nameOf } from './desk-view'
import styles from './note-dialog.module.css'

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
  const chair = useTranslations('chair')
  const tell = useToast()
  const seatTitle = useSeatTitle(desk)
  const words = useChairWords(
    desk.roomId,
    note.kind === 'answer' ? answerDraftKey(note.call.no) : NOTE_DRAFT,
    note.kind === 'news',
  )
  const send = () =>
    words.send(async ({ headline, text }) => {
      onNote(null)
      const saved = await Promise.all(commandsOf(note, headline, text).map((command) => desk.ask(command)))
      const isSaved = saved.every(Boolean)
      if (isSaved) tell({ text: t(`sent.${note.kind}`) })
      return isSaved
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className={`form ${styles.form}`} onSubmit={submit}>
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
            onChoose={(to) => onNote({ kind: 'nudge', to })}
            options={recipients(desk).map((to) => ({ value: to, label: seatTitle(to) }))}
          />
        </Field>
      ) : null}
      <WordsFields words={words} label={chair(note.kind === 'answer' ? 'answer' : 'text')} onSend={() => void send()} />
      <div className={styles.send}>
        <Button type="submit" kind="primary" keys={chair('keys')} busy={words.sending}>
          {t(`send.${note.kind}`)}
        </Button>
      </div>
    </form>
  )
}

function commandsOf(note: Note, headline: string, text: string): ClientCommand[] {
  switch (note.kind) {
    case 'news':
      return [{ type: 'writeInject', headline, text }]
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

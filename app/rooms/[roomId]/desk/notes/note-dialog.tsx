'use client'
// The dialog in which the chair writes an improvised inject, a note to a seat, a delegation or everyone, or the answer to a call for
// help; beneath it the news that the scenario prepares, and who has read the notes of before.
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import { dashed } from '#record/words/off-words.ts'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import type { HelpCall } from '#simulation/shapes/injects'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { answerDraftKey, NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { delegationsIn } from '#ui/words/delegations.ts'
import type { DeskView } from '../scoring/desk-view'
import { InjectList } from './inject-list'
import styles from './note-dialog.module.css'
import { NotesSent } from './notes-sent'
import { useSeatTitle } from './use-seat-title'

export type Note =
  | { kind: 'news' }
  | { kind: 'nudge'; to: 'room' | DelegationId | SeatId }
  /** A note to each seat that has not spoken. */
  | { kind: 'silent'; seats: readonly SeatId[] }
  | { kind: 'answer'; call: HelpCall }

type NoteDialogProps = {
  desk: DeskView
  note: Note | null
  onNote: (note: Note | null) => void
  /** Opens the sheet from which prepared news is sent. */
  onInject: (key: string) => void
}

export function NoteDialog({ desk, note, onNote, onInject }: NoteDialogProps) {
  const t = useTranslations('desk.note')
  const title = note?.kind === 'answer' ? t('answerTitle') : t('title')
  return (
    <Dialog open={note !== null} onOpenChange={(open) => (open ? undefined : onNote(null))} title={title}>
      {note ? (
        <NoteForm key={note.kind === 'answer' ? note.call.no : ''} desk={desk} note={note} onNote={onNote} />
      ) : null}
      {note?.kind === 'nudge' || note?.kind === 'news' ? (
        <div className={styles.beneath}>
          <InjectList desk={desk} onSend={onInject} />
          <NotesSent desk={desk} />
        </div>
      ) : null}
    </Dialog>
  )
}

function NoteForm({ desk, note, onNote }: Pick<NoteDialogProps, 'desk' | 'onNote'> & { note: Note }) {
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

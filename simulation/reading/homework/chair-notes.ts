// The chair's notes as their readers and the chair see them: what one person was sent and has not read yet, and for the chair who of a
// note's readers has read it (I2, I6).
import type { PersonId } from '../../kernel/ids'
import { isReadBy, type NoteEntry, notesHeardBy, notesIn } from '../../questions/injects'
import type { NoteTo } from '../../shapes/injects'
import { type RoomState, seatHeldBy } from '../../state/room-state'
import { movable, type Present } from './attendance'

type Note = Readonly<{ no: string; at: number; to: NoteTo; text: string }>

/** A note as one of its readers sees it. */
export type OwnNote = Note & Readonly<{ read: boolean }>

const noteOf = ({ no, at, event: { to, text } }: NoteEntry): Note => ({ no, at, to, text })

/** The notes that this person hears, newest first. */
export const notesFor = (state: RoomState, person: PersonId): readonly OwnNote[] =>
  notesHeardBy(state, person)
    .map((entry) => ({ ...noteOf(entry), read: isReadBy(state, entry.no, person) }))
    .toReversed()

/** The numbers of the notes that this person has not read; none once the record is closed, for then nothing is marked any more. */
export const unreadNotes = (state: RoomState, person: PersonId): readonly string[] =>
  state.closedAt === null ? notesFor(state, person).flatMap(({ no, read }) => (read ? [] : [no])) : []

/** Somebody who hears a note, with the title of the seat they hold. */
export type NoteReader = Readonly<{ person: PersonId; title: string }>
export type SentNote = Note & Readonly<{ readBy: readonly NoteReader[]; unreadBy: readonly NoteReader[] }>

/**
 * For the chair: all notes, newest first, and who has read each, of those at the table and of those who are present and wait for a seat.
 * Whoever read it and then lost their seat still counts.
 */
export function notesSent(state: RoomState, present: Pick<Present, 'people'>): readonly SentNote[] {
  const readers = movable(state, present)
  const hears = new Map(readers.map((person) => [person, new Set(notesHeardBy(state, person).map(({ no }) => no))]))
  const reader = (person: PersonId): NoteReader => ({ person, title: seatHeldBy(state, person)?.title ?? '' })
  return notesIn(state)
    .map((entry): SentNote => {
      const read = state.notesRead[entry.no] ?? []
      const unread = readers.filter((person) => hears.get(person)?.has(entry.no) && !read.includes(person))
      return { ...noteOf(entry), readBy: read.map(reader), unreadBy: unread.map(reader) }
    })
    .toReversed()
}

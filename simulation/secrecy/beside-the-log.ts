// Who may see what travels beside a room's log and is no row of it: knocks at the door, its code, names, notes, marks, the debrief.
// Together with may-hear.ts this folder answers "who can see it?"; whoever reads such things from the database asks here.
import type { Viewer } from './viewer'
import type { VisibleRow } from './visible-row'
import { isRedacted } from './visible-row'

/** Somebody asks to come in: the chair answers everybody; a person is asked only about the seat that is theirs. */
export const mayReadKnock = (who: Viewer, claims: string | null): boolean =>
  who.kind === 'chair' || (who.kind === 'person' && claims === who.person)

/** The code and the link let others in: a desk and a projector show them, a student's page does not. */
export const mayReadCode = (who: Viewer): boolean => who.kind !== 'person'

/** The names of the whole activity, with a table and without: a chair's, who moves people between tables. */
export const mayReadEveryName = (who: Viewer): boolean => who.kind === 'chair'

/** The people who stand in rows that somebody may read, as the log knows them; their names go with the rows, and no other name does. */
export const peopleIn = (rows: readonly VisibleRow[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) => {
      if (isRedacted(row)) return []
      const { by, event } = row
      const named = 'person' in event ? [event.person] : []
      return by.startsWith('p:') ? [by.slice(2), ...named] : named
    }),
  )

export type NoteFor = 'chair' | 'student' | 'class'

/** A note beside an entry: for the chairs, for the student who said it, or for the class; a projector shows none. */
export function mayReadNote(who: Viewer, note: { for: NoteFor; participantId: string | null }): boolean {
  if (who.kind === 'stage') return false
  if (who.kind === 'chair' || note.for === 'class') return true
  return note.for === 'student' && note.participantId === who.person
}

/** Of notes, those that this reader may read beside entries that they find: `entries` are the numbers of those. */
export const notesFor = <Note extends { entry: string; for: NoteFor; participantId: string | null }>(
  who: Viewer,
  notes: readonly Note[],
  entries: ReadonlySet<string>,
): readonly Note[] => notes.filter((note) => mayReadNote(who, note) && entries.has(note.entry))

type MarkSubject = { subject: 'student' | 'position'; participantId: string | null; delegation: string | null }

/** A student's marks are theirs once they are released: their own, and those of the positions of the delegation they sit in. */
export const mayReadMark = (
  who: { person: string | null; side: string | null },
  isReleased: boolean,
  { subject, participantId, delegation }: MarkSubject,
): boolean => {
  const [of, own] = subject === 'student' ? [participantId, who.person] : [delegation, who.side]
  return isReleased && own !== null && of === own
}

/** D8: what a room looks back on, and the record as another delegation heard it: a chair's always, everybody's once it is unsealed. */
export const mayLookBack = (who: Viewer, unsealed: boolean): boolean => who.kind === 'chair' || unsealed

// Who may see what belongs to a room and is no row of its log: requests to join, the join code, names, marks, the debrief.
// Code that reads these from the database for somebody filters them with the functions here; rows are filtered by may-hear.ts.
import type { Viewer } from '../kernel/viewer'
import { isRedacted, type VisibleRow } from './visible-row'

/** A request to join: every chair sees it; a person sees it only when it claims the seat that they hold from another device. */
export const mayReadKnock = (who: Viewer, claims: string | null): boolean =>
  who.kind === 'chair' || (who.kind === 'person' && claims === who.person)

/** The join code and its link: the desk and the projector show them. A student's page does not, because students could pass them on. */
export const mayReadCode = (who: Viewer): boolean => who.kind !== 'person'

/** The names of everybody in the activity, whatever their room: for a chair, who moves people between rooms. */
export const mayReadEveryName = (who: Viewer): boolean => who.kind === 'chair'

/** The people who appear in rows that a reader may hear: with the rows go the names of these people and of nobody else. */
export const peopleIn = (rows: readonly VisibleRow[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) => {
      if (isRedacted(row)) return []
      const { by, event } = row
      const named = 'person' in event ? [event.person] : []
      return by.startsWith('p:') ? [by.slice(2), ...named] : named
    }),
  )

type MarkSubject = { subject: 'student' | 'position'; participantId: string | null; delegation: string | null }

/** A student reads marks once they are released: their own, and those of the positions of the delegation they sit in. */
export const mayReadMark = (
  who: { person: string | null; side: string | null },
  isReleased: boolean,
  { subject, participantId, delegation }: MarkSubject,
): boolean => {
  const [of, own] = subject === 'student' ? [participantId, who.person] : [delegation, who.side]
  return isReleased && own !== null && of === own
}

type ReviewRead = { reviewer: string; author: string; sent: boolean; hidden: string | null }

/** J14, J18: whoever wrote a review reads it; whoever it is about once the reviews are closed, unless staff hid it, and never whose it is. */
export const mayReadReview = (
  person: string,
  isClosed: boolean,
  { reviewer, author, sent, hidden }: ReviewRead,
): boolean => reviewer === person || (author === person && isClosed && sent && hidden === null)

/** D8: the debrief, and the record as another delegation heard it: for a chair always, for everybody once the record is unsealed. */
export const mayLookBack = (who: Viewer, unsealed: boolean): boolean => who.kind === 'chair' || unsealed

/** D38: whether whoever takes part in an activity may compare its tables: those that have begun, each with whether its record is unsealed. */
export const mayCompareAll = (begun: readonly { unsealed: boolean }[]): boolean =>
  begun.length > 0 && begun.every(({ unsealed }) => unsealed)

// What others may ask of the chair's notes: who hears a note, and who has read it.
import { delegationOf } from '../agenda/parties'
import { type RoomPlan, seatIdsOf } from '../agenda/plan'
import type { PersonId } from '../kernel/ids'
import { onceFor } from '../kernel/once-for'
import { viewerOf } from '../secrecy/hearing'
import { mayHear } from '../secrecy/may-hear'
import type { HelpCall, NoteTo } from '../shapes/injects'
import type { Audience } from '../shapes/record'
import type { EventOf } from '../shapes/room-event'
import type { Entry, RoomState } from '../state/room-state'

const callsByNumber = onceFor((help: RoomState['help']) => new Map(help.map((call) => [call.no, call])))

/** The call for help with this number. */
export const callNumbered = ({ help }: Pick<RoomState, 'help'>, no: string): HelpCall | undefined =>
  callsByNumber(help).get(no)

export type NoteEntry = Entry & { event: EventOf<'NudgeSent'> }

export const isNote = (entry: Entry): entry is NoteEntry => entry.event.type === 'NudgeSent'

/** Who hears a note to `to`; null where the plan has no such delegation and no such seat. */
export function audienceOfNote(plan: RoomPlan, to: NoteTo): Audience | null {
  if (to === 'room') return 'everyone'
  const delegation = delegationOf(plan, to)?.id
  const seats = delegation ? seatIdsOf(plan, delegation) : plan.seats.flatMap(({ id }) => (id === to ? [id] : []))
  return seats.length === 0 ? null : { seats, opens: 'never' }
}

/** All notes of the state, in the order in which they were sent. */
export const notesIn = ({
  record,
  privateEntries,
}: Pick<RoomState, 'record' | 'privateEntries'>): readonly NoteEntry[] =>
  [...record.toArray().filter(isNote), ...privateEntries.toArray().filter(isNote)].sort((a, b) => a.seq - b.seq)

/** The notes that this person may hear, in the order in which they were sent. A page's own state and the whole room give the same answer. */
export function notesHeardBy(state: RoomState, person: PersonId): readonly NoteEntry[] {
  const viewer = viewerOf(state, person)
  return notesIn(state).filter(({ seq, event }) => {
    const audience = audienceOfNote(state.plan, event.to)
    return audience !== null && mayHear({ seq, audience }, viewer, false)
  })
}

/** Whether this person has marked the note as read, as far as the state's reader may know. */
export const isReadBy = ({ notesRead }: Pick<RoomState, 'notesRead'>, no: string, person: PersonId): boolean =>
  notesRead[no]?.includes(person) ?? false

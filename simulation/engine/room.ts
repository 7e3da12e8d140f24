// `evolve` folds an event into the state of a room, by the topic's definition of its type in catalogue.ts. Commands are judged in decide.ts.

import { personOfActor } from '../kernel/ids'
import { allAtOnce } from '../kernel/steps'
import { isRedacted, type RedactedRow } from '../secrecy/visible-row'
import type { Recorded } from '../shapes/record'
import { emptyRoom } from '../state/empty-room'
import { type NextRoom, noteHeard } from '../state/next-room'
import type { RoomState } from '../state/room-state'
import { countWork } from '../topics/homework/work'
import { stepAfter } from '../topics/undo/undo'
import { eventDefinition } from './catalogue'
import { addEntry } from './entry-numbering'

/** Folds one row into the room. The server uses it on all rows and a browser on those that its viewer may hear. */
export function evolve(before: RoomState | null, row: Recorded): RoomState {
  if (row.event.type === 'RoomOpened') return emptyRoom(row.event.plan, row.at)
  if (before === null) throw new Error(`The log begins with RoomOpened, not with ${row.event.type}`)
  const next: NextRoom = { ...before }
  applyInPlace(next, row)
  return next
}

/** Folds a row into a room that nobody else holds yet. `numbering` and the chair's step read the room as it was before the event, so they come before `fold`. */
function applyInPlace(room: NextRoom, row: Recorded): void {
  const { event } = row
  const rules = eventDefinition(event)
  const place = rules.numbering?.(room, event)
  const step = stepAfter(room, row, rules.step)
  if (rules.fold) rules.fold(room, event, row)
  if (place) addEntry(room, place, row)
  if (rules.places) room.placed = { ...room.placed, ...placedBy(row, rules.places(event)) }
  if (rules.work) countWork(room, row, rules.work(room, event))
  room.lastStep = step
  const person = personOfActor(row.by)
  if (person !== null) noteHeard(room, person, row.at)
}

const placedBy = ({ seq, by, audience, event }: Recorded, places: readonly string[]): RoomState['placed'] =>
  Object.fromEntries(places.map((place) => [place, { seq, by, audience, event }]))

/** The room as a fold of rows, redacted rows skipped; null while the log is empty. */
export function fold(rows: Iterable<Recorded | RedactedRow>): RoomState | null {
  return allAtOnce(foldSteps(rows))
}

/**
 * `fold`, with a step after each row, so that a server that folds a long log can do other work between two. `before` is the room that the
 * rows continue.
 */
export function* foldSteps(
  rows: Iterable<Recorded | RedactedRow>,
  before: RoomState | null = null,
): Generator<void, RoomState | null> {
  // One writable room serves all rows: a copy for each would double the time.
  let room: NextRoom | null = null
  for (const row of rows) {
    if (isRedacted(row)) continue
    if (room === null || row.event.type === 'RoomOpened') room = evolve(room ?? before, row)
    else applyInPlace(room, row)
    yield
  }
  return room ?? before
}

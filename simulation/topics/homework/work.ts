// What each person has done that a homework phase may ask for (rule H7). How much is asked is in requirements.ts.

import { type PersonId, personOfActor } from '../../kernel/ids'
import { whatKeepsCount } from '../../questions/annotations'
import type { WorkItem } from '../../shapes/homework'
import { person, type Recorded } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { lastMoment } from '../../state/clock'
import type { NextRoom } from '../../state/next-room'
import type { RoomState } from '../../state/room-state'
import type { Done, Rule } from '../topic'

/** Adds what a row counts as to the list, after its fold. Only people's work is listed, not that of understudies or the chair. */
export function countWork(room: NextRoom, row: Recorded, done: Done | null): void {
  const by = done && personOfActor(done.by ?? row.by)
  if (done === null || by === null) return
  const { what, phase = room.agenda.index, to = null, piece = null, anchors = 0, entry = null } = done
  const round = done.round === undefined ? (room.plan.phases[phase]?.round ?? null) : done.round
  // H14: it counts as of the deadline at which it was handed in, however long the server took over it.
  const handedIn = 'handedIn' in row.event
  const at = handedIn ? lastMoment(room, row.at) : row.at
  room.work = room.work.append({ by, what, phase, round, to, piece, at, anchors, entry, handedIn })
}

/** H17: a post counts with what it cites by now; `written` is the number under which it was written. */
export function countAnchors(room: NextRoom, written: string, anchors: number): void {
  const place = room.work.toArray().findIndex(({ entry }) => entry === written)
  const item = room.work.at(place)
  if (item) room.work = room.work.with(place, { ...item, anchors })
}

/** What this person has done and not withdrawn, oldest first. */
export function workOf(state: RoomState, person: PersonId): WorkItem[] {
  const withdrawn = new Set(Object.keys(state.withdrawn).map((no) => writtenAs(state, Number(no))))
  const gone = new Set(state.uncounted)
  const stands = ({ entry, what, piece }: WorkItem) =>
    (entry === null || !withdrawn.has(entry)) && (what !== 'annotation' || piece === null || !gone.has(piece))
  return state.work.toArray().filter((item) => item.by === person && stands(item))
}

/** H28: an annotation counts, or counts no more. */
export const countAnnotation: Rule<'countAnnotation'> = (state, { annotation, stands }, who, { at }) => {
  if (who.kind !== 'seat' || who.person === null) return refuse('not-seated')
  const { person: writer } = who
  const isCounted = workOf(state, writer).some(({ what, piece }) => what === 'annotation' && piece === annotation)
  if (isCounted === stands) return refuse('nothing-changed')
  const kept = stands ? whatKeepsCount(state, writer, at) : null
  if (kept !== null) return refuse(kept)
  return accept(person(writer, { type: 'AnnotationCounted', person: writer, annotation, stands }))
}

/** The number under which a public entry was written: a post that was sealed had another. */
function writtenAs({ record }: RoomState, no: number): string {
  const event = record.at(no - 1)?.event
  return (event?.type === 'StatementPosted' ? event.unseals : null) ?? String(no)
}

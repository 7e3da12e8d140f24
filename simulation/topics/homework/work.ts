// What each person has done, as an assignment counts it (rule H7): a list for the meter, never a mark.
// It must not know how much is asked; that is progress.ts.

import { asksForReflections, ruleOf } from '../../agenda/phase-kinds'
import type { PersonId } from '../../kernel/ids'
import { personOfActor } from '../../kernel/ids'
import type { NextRoom } from '../../kernel/next-room'
import type { Recorded } from '../../kernel/record'
import type { RoomEvent } from '../../kernel/room-event'
import type { RoomState, WorkItem } from '../../kernel/room-state'

/** Counts a row, in the room that has folded it, for whoever did it; understudies and the chair are not counted. */
export function countWork(room: NextRoom, row: Recorded): void {
  const done = doneIn(room, row.event)
  if (done === null) return
  const by = personOfActor(row.event.type === 'StatementPosted' ? row.event.author : row.by)
  if (by === null) return
  const { what, phase = room.agenda.index, to = null, anchors = 0 } = done
  const round = done.round === undefined ? (room.plan.phases[phase]?.round ?? null) : done.round
  room.work = room.work.append({ by, what, phase, round, to, at: row.at, anchors })
}

/** What this person has done, oldest first. */
export const workOf = (state: RoomState, person: PersonId): WorkItem[] =>
  state.work.toArray().filter(({ by }) => by === person)

/** What an event is as work; where it is silent, it was done in the phase that runs, for its round, to nobody. */
type Done = Pick<WorkItem, 'what'> & Partial<Omit<WorkItem, 'what' | 'by' | 'at'>>

function doneIn(state: RoomState, event: RoomEvent): Done | null {
  switch (event.type) {
    case 'StatementPosted':
    case 'PostSealed': {
      // A post that a phase's end opens was counted when it was written.
      if (event.type === 'StatementPosted' && event.unseals !== null) return null
      const { phase, round, answers, anchors } = event
      const at = state.plan.phases[phase]
      const what = at && ruleOf(at).weekPosts === 'openings' ? 'opening' : 'answer'
      return { what, phase, round, to: answered(state, answers), anchors: anchors.length }
    }
    case 'StatementMade': {
      const what = event.answers === null ? 'opening' : 'answer'
      return { what, to: answered(state, event.answers), anchors: event.anchors.length }
    }
    case 'CaucusSpoken':
    case 'BilateralSpoken':
      return { what: 'comment' }
    case 'PositionDrafted':
    case 'PositionFiled':
      return { what: 'position-draft', round: event.round, anchors: event.position.anchors.length }
    case 'TextChosen':
    case 'BracketKept':
      return { what: 'proposal-or-amendment' }
    case 'BallotAdvised':
    case 'BallotCast':
      return { what: 'vote' }
    case 'StanceMarked':
      return { what: 'own-view', round: event.round }
    case 'ReflectionWritten':
      return { what: 'reflection', ...reflectionPhase(state, state.agenda.index) }
    default:
      return null // everything else is procedure, or the chair's
  }
}

/** A reflection that comes late, or in the debrief, was asked for in an earlier phase. */
function reflectionPhase(state: RoomState, now: number): Pick<WorkItem, 'phase' | 'round'> {
  const phase = state.plan.phases.findLastIndex((each, index) => asksForReflections(each) && index <= now)
  return { phase: phase === -1 ? now : phase, round: null }
}

/** The delegation whose statement an entry is. */
function answered(state: RoomState, entry: number | null): WorkItem['to'] {
  const event = entry === null ? undefined : state.record.at(entry - 1)?.event
  const seat = event && 'seat' in event ? event.seat : undefined
  return seat ? (state.seats[seat]?.delegation ?? null) : null
}

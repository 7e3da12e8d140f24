// What each person has done, as an assignment counts it (rule H7): a list for the meter, never a mark.
// It must not know how much is asked; that is progress.ts.

import { changedFurther } from './changed'
import type { PersonId } from './ids'
import { personOfActor } from './ids'
import type { Recorded } from './record'
import type { RoomState, WorkItem } from './room-state'

/** The room with this row counted for whoever did it (`before` is the room the event met); understudies and the chair are not counted. */
export function worked(before: RoomState, state: RoomState, row: Recorded): RoomState {
  const event = row.event
  // A sealed post was counted when it was written.
  if (event.type === 'StatementPosted' && event.unseals !== null) return state
  const item = itemOf(state, row)
  const by = item && personOfActor(event.type === 'StatementPosted' ? event.author : row.by)
  return item && by ? changedFurther(before, state, { work: state.work.append({ by, ...item }) }) : state
}

/** What this person has done, oldest first. */
export const workOf = (state: RoomState, person: PersonId): WorkItem[] =>
  state.work.toArray().filter(({ by }) => by === person)

type Done = Omit<WorkItem, 'by'>

function itemOf(state: RoomState, { event, at }: Recorded): Done | null {
  const now = state.agenda.index
  const item = (what: WorkItem['what'], more: Partial<Done> = {}): Done => ({
    what,
    phase: now,
    round: state.plan.phases[now]?.round ?? null,
    to: null,
    at,
    anchors: 0,
    ...more,
  })
  switch (event.type) {
    case 'PostSealed':
    case 'StatementPosted': {
      const { phase, round, answers, anchors } = event
      const what = state.plan.phases[phase]?.kind === 'openings' ? 'opening' : 'answer'
      return item(what, { phase, round, to: answered(state, answers), anchors: anchors.length })
    }
    case 'StatementMade':
      return item(event.answers === null ? 'opening' : 'answer', {
        to: answered(state, event.answers),
        anchors: event.anchors.length,
      })
    case 'CaucusSpoken':
    case 'BilateralSpoken':
      return item('comment')
    case 'PositionDrafted':
    case 'PositionFiled':
      return item('position-draft', { round: event.round, anchors: event.position.anchors.length })
    case 'TextChosen':
    case 'BracketKept':
      return item('proposal-or-amendment')
    case 'BallotAdvised':
    case 'BallotCast':
      return item('vote')
    case 'StanceMarked':
      return item('own-view', { round: event.round })
    case 'ReflectionWritten':
      return item('reflection', reflectionPhase(state, now))
    default:
      return null // everything else is procedure, or the chair's
  }
}

/** A reflection that comes late, or in the debrief, was asked for in the phase of that name. */
function reflectionPhase(state: RoomState, now: number): Pick<WorkItem, 'phase' | 'round'> {
  const phase = state.plan.phases.findLastIndex(({ kind }, index) => kind === 'reflection' && index <= now)
  return { phase: phase === -1 ? now : phase, round: null }
}

/** The delegation whose statement an entry is. */
function answered(state: RoomState, entry: number | null): WorkItem['to'] {
  const event = entry === null ? undefined : state.record.at(entry - 1)?.event
  const seat = event && 'seat' in event ? event.seat : undefined
  return seat ? (state.seats[seat]?.delegation ?? null) : null
}

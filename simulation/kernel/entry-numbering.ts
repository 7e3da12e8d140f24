// Which events are paragraphs of the record, and the numbers they get (rules R7, R11, T4).
// It must not know how a paragraph reads: that is transcript.ts.

import { never } from './ids'
import type { NextRoom } from './next-room'
import { countPrivate } from './private-numbers'
import type { Recorded } from './record'
import type { RoomEvent } from './room-event'
import type { RoomState } from './room-state'

/** Where a row is entered: on the public record, among what is private under a number of its own, or nowhere. */
export type Place = 'record' | { no: string } | null

/**
 * Enters a row in the room that has folded it.
 * Public numbers count public events only, so that every reader counts alike; private ones carry their own.
 */
export function enter(room: NextRoom, place: Place, { seq, at, by, event }: Recorded): void {
  if (place === null) return
  const phase = room.agenda.index
  if (place === 'record') {
    room.record = room.record.append({ no: String(room.record.length + 1), seq, at, by, phase, event })
    return
  }
  const { no } = place
  room.sealed = room.sealed.append({ no, seq, at, by, phase, event })
  countPrivate(room, no)
}

/** The place of an event, by the room that it meets. */
export function placeOf(before: RoomState, event: RoomEvent): Place {
  switch (event.type) {
    case 'PhaseStarted':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'StepUndone':
    case 'RecordUnsealed':
    case 'RoomClosed':
    case 'StatementMade':
    case 'StatementPosted':
    case 'StatementWithdrawn':
    case 'DeadlineMoved':
    case 'PositionsRevealed':
    case 'TextChosen':
    case 'BracketKept':
    case 'CommuniqueIssued':
    case 'InjectSent':
    case 'InjectRetracted':
      return 'record'
    case 'FloorGranted':
      return event.turn === 'floor' ? 'record' : null
    case 'FloorEnded':
      return before.floor.holder?.spoke || event.spokenMs < 1000 ? null : 'record'
    case 'NudgeSent':
      return event.no === null ? 'record' : { no: event.no }
    case 'CaucusSpoken':
    case 'BilateralSpoken':
    case 'HelpCalled':
    case 'ReflectionWritten':
    case 'PostSealed':
      return { no: event.no }
    case 'RoomOpened':
    case 'BriefsPrepared':
    case 'BriefIssued':
    case 'ChairPapersIssued':
    case 'ChairPlanIssued':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'PersonRemoved':
    case 'PersonReadmitted':
    case 'SeatAbsent':
    case 'SeatReturned':
    case 'SeatingLocked':
    case 'PhaseEnded':
    case 'AutopilotSet':
    case 'ExtensionGranted':
    case 'HandRaised':
    case 'HandLowered':
    case 'PositionDrafted':
    case 'PositionFiled':
    case 'PositionSealed':
    case 'BallotAdvised':
    case 'BallotCast':
    case 'BallotSealed':
    case 'EntryBookmarked':
    case 'BookmarkLifted':
    case 'HelpAnswered':
    case 'StanceMarked':
      return null
    default:
      return never(event)
  }
}

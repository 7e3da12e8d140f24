// Which events are paragraphs of the record, and the numbers they get (rules R7, T4).
// It must not know how a paragraph reads: that is transcript.ts.
import { changedFurther } from './changed'
import { never } from './ids'
import type { Recorded } from './record'
import type { RoomEvent } from './room-event'
import type { Entry, RoomState } from './room-state'

/**
 * The room with the row entered: `before` is the room the event met, `after` the room it left.
 * Public numbers count public events only, so that every reader counts alike; private ones carry their own.
 */
export function entered(before: RoomState, after: RoomState, row: Recorded): RoomState {
  const place = placeOf(before, row.event)
  if (place === null) return after
  const entry = (no: string): Entry => ({
    no,
    seq: row.seq,
    at: row.at,
    by: row.by,
    phase: after.agenda.index,
    event: row.event,
  })
  if (place === 'record')
    return changedFurther(before, after, { record: after.record.append(entry(String(after.record.length + 1))) })
  const { counts } = after
  const letter = LETTERS.find((candidate) => place.no.startsWith(candidate)) ?? 'c'
  const count = Math.max(counts[letter], Number(place.no.slice(1)))
  return changedFurther(before, after, {
    sealed: after.sealed.append(entry(place.no)),
    counts: { ...counts, [letter]: count },
  })
}
const LETTERS = ['c', 'n', 'h', 'r', 'p'] as const

function placeOf(before: RoomState, event: RoomEvent): 'record' | { no: string } | null {
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
    case 'BriefIssued':
    case 'ChairPapersIssued':
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

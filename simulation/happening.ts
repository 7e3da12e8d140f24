// What happened, folded into a room that nobody has seen yet: each event is one line to its topic.
// It must not know what was asked for, nor how rows are kept or told.

import { evolveBallots } from './ballots'
import { takeBrief } from './briefing'
import { evolveCommunique } from './communique'
import { evolveFloor, noteSpoken } from './floor'
import { evolveHomework } from './homework'
import { never } from './ids'
import { evolveInjects } from './injects'
import type { NextRoom } from './next-room'
import { evolvePhases } from './phases'
import { evolvePositions } from './positions'
import type { Recorded } from './record'
import { evolveSeats } from './seats'
import { evolveStances } from './stances'
import { evolveUndo } from './undo'

export function happen(room: NextRoom, row: Recorded): void {
  const event = row.event
  switch (event.type) {
    case 'RoomOpened':
      break
    case 'BriefsPrepared':
      room.briefs = event.briefs
      break
    case 'BriefIssued':
      takeBrief(room, row.seq, event.brief)
      break
    case 'ChairPlanIssued':
      room.chairPlan = event.plan
      break
    case 'SeatTaken':
    case 'SeatLeft':
    case 'PersonRemoved':
    case 'PersonReadmitted':
    case 'SeatAbsent':
    case 'SeatReturned':
    case 'SeatingLocked':
      evolveSeats(room, row, event)
      break
    case 'PhaseStarted':
    case 'PhaseEnded':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'AutopilotSet':
    case 'RecordUnsealed':
    case 'RoomClosed':
      evolvePhases(room, row, event)
      break
    case 'StepUndone':
      evolveUndo(room, row)
      break
    case 'HandRaised':
    case 'HandLowered':
    case 'FloorGranted':
    case 'FloorEnded':
      evolveFloor(room, row, event)
      break
    case 'StatementMade':
      noteSpoken(room)
      break
    case 'PostSealed':
    case 'StatementPosted':
    case 'DeadlineMoved':
    case 'ExtensionGranted':
      evolveHomework(room, row, event)
      break
    case 'StatementWithdrawn':
      room.withdrawn = { ...room.withdrawn, [event.entry]: room.record.length + 1 }
      break
    case 'CaucusSpoken':
    case 'BilateralSpoken':
      break // entries, and nothing else
    case 'PositionDrafted':
    case 'PositionFiled':
    case 'PositionSealed':
    case 'PositionsRevealed':
      evolvePositions(room, row, event)
      break
    case 'TextChosen':
    case 'BracketKept':
      evolveCommunique(room, row, event)
      break
    case 'BallotAdvised':
    case 'BallotCast':
    case 'BallotSealed':
    case 'CommuniqueIssued':
      evolveBallots(room, row, event)
      break
    case 'ChairPapersIssued':
    case 'InjectSent':
    case 'InjectRetracted':
    case 'NudgeSent':
    case 'EntryBookmarked':
    case 'BookmarkLifted':
    case 'HelpCalled':
    case 'HelpAnswered':
      evolveInjects(room, row, event)
      break
    case 'StanceMarked':
    case 'ReflectionWritten':
      evolveStances(room, row, event)
      break
    default:
      never(event)
  }
}

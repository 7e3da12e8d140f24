// What happened, folded into a room that nobody has seen yet: each event is one line to its topic.
// It must not know what was asked for, nor how rows are kept or told.

import { evolveBallots } from '../topics/ballots/ballots'
import { evolveCommunique } from '../topics/communique/communique'
import { evolveFloor, noteSpoken } from '../topics/floor/floor'
import { evolveHomework } from '../topics/homework/homework'
import { evolveInjects } from '../topics/injects/injects'
import { evolvePhases } from '../topics/phases/phases'
import { evolvePositions } from '../topics/positions/positions'
import { takeBrief } from '../topics/seats/briefing'
import { evolveSeats } from '../topics/seats/seats'
import { evolveStances } from '../topics/stances/stances'
import { evolveUndo } from '../topics/undo/undo'
import { never } from './ids'
import type { NextRoom } from './next-room'
import type { Recorded } from './record'

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

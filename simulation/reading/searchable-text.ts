// What people wrote, as far as a transcript prints it: the words that a search looks through.
// It must not know who may read them, nor how they are searched.
import { never } from '../kernel/ids'
import type { RoomEvent } from '../kernel/room-event'

/** What people wrote in an event that a transcript prints in full; null where they wrote nothing. */
export function wordsIn(event: RoomEvent): string | null {
  switch (event.type) {
    case 'StatementMade':
    case 'StatementPosted':
    case 'PostSealed':
      return lines(event.text, ...event.anchors.map((anchor) => (typeof anchor === 'string' ? null : anchor.source)))
    case 'StatementWithdrawn':
    case 'BracketKept':
      return lines(event.reason)
    case 'CaucusSpoken':
    case 'BilateralSpoken':
    case 'NudgeSent':
    case 'HelpCalled':
    case 'HelpAnswered':
    case 'ReflectionWritten':
      return lines(event.text)
    case 'InjectSent':
      return lines(event.headline, event.text)
    case 'PositionsRevealed':
      return lines(...Object.values(event.positions).flatMap(({ position }) => [position.text, position.redLine]))
    case 'CommuniqueIssued':
      return lines(
        ...event.clauses.flatMap((clause) => [
          clause.heading,
          clause.text,
          ...clause.standing.flatMap(({ text, reason }) => [text, reason]),
          ...Object.values(clause.votes).map((vote) => vote.reason),
        ]),
      )
    case 'RoomOpened':
    case 'BriefsPrepared':
    case 'BriefIssued':
    case 'ChairPapersIssued':
    case 'RecordUnsealed':
    case 'RoomClosed':
    case 'ChairPlanIssued':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'PersonRemoved':
    case 'PersonReadmitted':
    case 'SeatAbsent':
    case 'SeatReturned':
    case 'SeatingLocked':
    case 'PhaseStarted':
    case 'PhaseEnded':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'AutopilotSet':
    case 'StepUndone':
    case 'DeadlineMoved':
    case 'ExtensionGranted':
    case 'HandRaised':
    case 'HandLowered':
    case 'FloorGranted':
    case 'FloorEnded':
    case 'PositionDrafted':
    case 'PositionFiled':
    case 'PositionSealed':
    case 'BallotAdvised':
    case 'BallotCast':
    case 'BallotSealed':
    case 'TextChosen':
    case 'InjectRetracted':
    case 'EntryBookmarked':
    case 'BookmarkLifted':
    case 'StanceMarked':
      return null
    default:
      return never(event)
  }
}

const lines = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join('\n') || null

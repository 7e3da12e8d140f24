// The room's two verbs: `decide` judges a command, each in one line to its topic; `evolve` folds what happened.
// It must not know how a topic judges, nor how rows are kept or told.

import { adviseBallot, castBallot } from '../topics/ballots/ballots'
import { speakInBilateral, speakInCaucus } from '../topics/caucuses/caucuses'
import { chooseText, keepBracket } from '../topics/communique/communique'
import { askForFloor, endTurn, grantFloor, lowerHand, takeBackFloor, yieldFloor } from '../topics/floor/floor'
import { postStatement } from '../topics/homework/homework'
import { grantExtension, moveDeadline } from '../topics/homework/homework-dates'
import { countWork } from '../topics/homework/work'
import {
  answerHelp,
  bookmarkEntry,
  callForHelp,
  liftBookmark,
  nudge,
  sendInject,
  writeInject,
} from '../topics/injects/injects'
import {
  closeRoom,
  endPhase,
  extendClock,
  pauseClock,
  resumeClock,
  setAutopilot,
  startPhase,
  unsealRecord,
} from '../topics/phases/phases'
import { draftPosition, filePosition } from '../topics/positions/positions'
import { issued } from '../topics/seats/briefing'
import {
  leaveSeat,
  lockSeating,
  markPresence,
  placePerson,
  readmitPerson,
  removePerson,
  takeSeat,
} from '../topics/seats/seats'
import { markStance, writeReflection } from '../topics/stances/stances'
import { makeStatement, withdrawStatement } from '../topics/statements/statements'
import { stepAfter, undoLastStep } from '../topics/undo/undo'
import type { Standing } from './actor'
import { standingOf } from './actor'
import { enter, placeOf } from './entry-numbering'
import { happen } from './happening'
import { never } from './ids'
import type { Moment } from './moment'
import { type NextRoom, nextRoom } from './next-room'
import type { Recorded, Told } from './record'
import { everyone, instructorOnly, isSealed } from './record'
import type { CommandOf, RoomCommand } from './room-command'
import type { RoomState } from './room-state'
import { emptyRoom } from './room-state'
import type { Verdict } from './verdict'
import { accept, refuse } from './verdict'

/** Judges a command. Pure: the same room, command and moment give the same verdict. */
export function decide(state: RoomState | null, command: RoomCommand, moment: Moment): Verdict {
  if (state === null) return command.type === 'openRoom' ? openRoom(command) : refuse('room-not-open')
  if (state.closedAt !== null) return refuse('room-closed')
  const who = standingOf(state, moment.by)
  if (who.kind === 'removed') return refuse('removed')
  if (who.kind === 'nobody') return refuse('not-in-this-room')
  return judge(state, command, who, moment)
}

function judge(state: RoomState, command: RoomCommand, who: Standing, moment: Moment): Verdict {
  switch (command.type) {
    case 'openRoom':
      return refuse('room-not-open')
    case 'takeSeat':
      return takeSeat(state, command, who, moment)
    case 'leaveSeat':
      return leaveSeat(state, who, moment)
    case 'placePerson':
      return placePerson(state, command, who, moment)
    case 'removePerson':
      return removePerson(state, command.person, who, moment)
    case 'readmitPerson':
      return readmitPerson(state, command.person, who)
    case 'lockSeating':
      return lockSeating(state, command.locked, who)
    case 'markAbsent':
      return markPresence(state, command.seat, true, who)
    case 'markReturned':
      return markPresence(state, command.seat, false, who)
    case 'startPhase':
      return startPhase(state, command, who, moment)
    case 'endPhase':
      return endPhase(state, command, who, moment)
    case 'pauseClock':
      return pauseClock(state, who, moment)
    case 'resumeClock':
      return resumeClock(state, who, moment)
    case 'extendClock':
      return extendClock(state, command, who, moment)
    case 'setAutopilot':
      return setAutopilot(state, command, who)
    case 'undoLastStep':
      return undoLastStep(state, who, moment)
    case 'unsealRecord':
      return unsealRecord(state, who)
    case 'closeRoom':
      return closeRoom(who)
    case 'askForFloor':
      return askForFloor(state, command, who, moment)
    case 'lowerHand':
      return lowerHand(state, who)
    case 'grantFloor':
      return grantFloor(state, command, who, moment)
    case 'takeBackFloor':
      return takeBackFloor(state, who, moment)
    case 'yieldFloor':
      return yieldFloor(state, command, who, moment)
    case 'endTurn':
      return endTurn(state, command, who, moment)
    case 'makeStatement':
      return makeStatement(state, command, who, moment)
    case 'postStatement':
      return postStatement(state, command, who, moment)
    case 'moveDeadline':
      return moveDeadline(state, command, who, moment)
    case 'grantExtension':
      return grantExtension(state, command, who, moment)
    case 'withdrawStatement':
      return withdrawStatement(state, command, who)
    case 'speakInCaucus':
      return speakInCaucus(state, command, who)
    case 'speakInBilateral':
      return speakInBilateral(state, command, who, moment)
    case 'draftPosition':
      return draftPosition(state, command, who, moment)
    case 'filePosition':
      return filePosition(state, command, who, moment)
    case 'chooseText':
      return chooseText(state, command, who, moment)
    case 'keepBracket':
      return keepBracket(state, command, who, moment)
    case 'adviseBallot':
      return adviseBallot(state, command, who, moment)
    case 'castBallot':
      return castBallot(state, command, who, moment)
    case 'sendInject':
      return sendInject(state, command, who)
    case 'writeInject':
      return writeInject(state, command, who)
    case 'nudge':
      return nudge(state, command, who)
    case 'bookmarkEntry':
      return bookmarkEntry(state, command, who)
    case 'liftBookmark':
      return liftBookmark(state, command, who)
    case 'callForHelp':
      return callForHelp(state, command, who)
    case 'answerHelp':
      return answerHelp(state, command, who)
    case 'markStance':
      return markStance(state, command, who, moment)
    case 'writeReflection':
      return writeReflection(state, command, who, moment)
    default:
      return never(command)
  }
}

/** Opens a room once: what everyone may know, and to the chair the briefs, the papers and its plan. The first edition issued its briefs at once. */
function openRoom({ plan, briefs, papers, chairPlan }: CommandOf<'openRoom'>): Verdict {
  return accept(
    everyone({ type: 'RoomOpened', plan }),
    ...(plan.seating === undefined ? issued(plan, briefs) : [instructorOnly({ type: 'BriefsPrepared', briefs })]),
    instructorOnly({ type: 'ChairPapersIssued', papers }),
    ...(chairPlan ? [instructorOnly({ type: 'ChairPlanIssued', plan: chairPlan })] : []),
  )
}

/** Folds one row into the room. Server and browser use this same function on what each may hear. */
export function evolve(before: RoomState | null, row: Recorded): RoomState {
  if (row.event.type === 'RoomOpened') return emptyRoom(row.event.plan, row.at)
  if (before === null) throw new Error(`The log begins with RoomOpened, not with ${row.event.type}`)
  const next = nextRoom(before)
  take(next, row)
  return next
}

/** Takes a row into a room that nobody has seen yet. What depends on the room that the event meets is asked before it happens. */
function take(room: NextRoom, row: Recorded): void {
  const place = placeOf(room, row.event)
  const step = stepAfter(room, row)
  happen(room, row)
  enter(room, place, row)
  countWork(room, row)
  room.lastStep = step
}

/** The room as a fold of rows; sealed rows pass by. Null while the log is empty. Nobody sees it on the way, so it is one room throughout. */
export function fold(rows: Iterable<Told>): RoomState | null {
  let room: NextRoom | null = null
  for (const row of rows) {
    if (isSealed(row)) continue
    if (room === null || row.event.type === 'RoomOpened') room = evolve(room, row)
    else take(room, row)
  }
  return room
}

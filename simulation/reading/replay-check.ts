// The way back from what happened to what was asked: a record is true when the rules, asked the same things at the same moments,
// tell it again word for word (rule R10). Rows of an older version come here lifted, and what the rules did otherwise then stands in the
// plan as its edition, so a record is judged by the rules it was told by. It must not know where a record comes from.

import { advance, UNOPENED } from '../kernel/advance'
import { never } from '../kernel/ids'
import type { Recorded } from '../kernel/record'
import type { CommandOf, RoomCommand } from '../kernel/room-command'
import { roomCommand } from '../kernel/room-command'
import type { EventOf, RoomEvent } from '../kernel/room-event'
import type { RoomState } from '../kernel/room-state'
import type { Rejection } from '../kernel/verdict'
import { sideOf } from '../secrecy/hearing'
import { seatByLot } from '../topics/seats/seats'

/** The row at which a record stops being one that the rules could have told; `rejection` when they refuse what it says outright. */
export type Untrue = { row: number; rejection: Rejection | null }

/** Rows between two signs of life, so that whoever retells a long record may do something else in between. */
const STRIDE = 200

/**
 * Tells the rows again, yielding how many it has told. Returns the fold, or the first row that the rules would not have told so.
 * Where people choose, a seat that was drawn is judged as if it had been chosen; where a lot decides, some lot must give it.
 */
export function* retell(rows: readonly Recorded[]): Generator<number, RoomState | Untrue> {
  let room = UNOPENED
  let said = 0
  for (let from = 0; from < rows.length; ) {
    const first = rows[from]
    if (!first) break
    let to = from + 1
    while (rows[to]?.commandId === first.commandId) to += 1
    const told = rows.slice(from, to)
    const command = commandBehind(
      told.map(({ event }) => event),
      first.by,
      room.state,
    )
    // As it arrives over the socket: what the wire would not take was never said.
    const asked = roomCommand.safeParse(command)
    if (!asked.success) return { row: first.seq, rejection: null }
    const { by, commandId, at } = first
    const lot = lotBehind(first.event, asked.data, room.state)
    const would = advance(room, { by, commandId, command: asked.data, at, lot })
    if (!would.ok) return { row: first.seq, rejection: would.rejection }
    for (const [index, row] of told.entries())
      if (!isSame(would.rows[index], row)) return { row: row.seq, rejection: null }
    const last = told.at(-1)
    if (would.rows.length > told.length && last) return { row: last.seq + 1, rejection: null }
    room = would.after
    from = to
    if (from - said >= STRIDE) {
      said = from
      yield from
    }
  }
  return room.state ?? { row: 1, rejection: null }
}

/** By value, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}

/** What was asked, where these events are all that came of it; null where nothing that can be asked begins so. */
function commandBehind(events: readonly RoomEvent[], by: string, state: RoomState | null): RoomCommand | null {
  const find = <T extends RoomEvent['type']>(type: T): EventOf<T> | undefined =>
    events.find((event): event is EventOf<T> => event.type === type)
  const opened = find('RoomOpened')
  if (opened) return openRoomBehind(opened, events)
  const ended = find('PhaseEnded')
  if (ended) return { type: 'endPhase', index: ended.index }
  const started = find('PhaseStarted')
  if (started) return { type: 'startPhase', index: started.index }
  const removed = find('PersonRemoved')
  if (removed) return { type: 'removePerson', person: removed.person }
  const chairs = by.startsWith('chair:')
  const taken = find('SeatTaken')
  if (taken) {
    const drawn = state?.plan.seating === 'lot'
    return chairs ? { ...taken, type: 'placePerson' } : { type: 'takeSeat', seat: drawn ? null : taken.seat }
  }
  const left = find('SeatLeft')
  if (left) return chairs ? { type: 'placePerson', person: left.person, seat: null } : { type: 'leaveSeat' }
  const granted = find('FloorGranted')
  if (granted)
    return granted.turn === 'yielded'
      ? { type: 'yieldFloor', to: granted.seat }
      : { type: 'grantFloor', seat: granted.seat }
  const undone = find('StepUndone')
  if (undone) return { type: 'undoLastStep' }
  const [first] = events
  return first ? commandOfOne(first, state) : null
}

/** Where seats are drawn nobody can have chosen one: the lot that gives the seat taken, among all that decide differently. */
function lotBehind(event: RoomEvent, command: RoomCommand, state: RoomState | null): number {
  if (!state || event.type !== 'SeatTaken' || command.type !== 'takeSeat' || command.seat !== null) return 0
  const side = sideOf(state, event.person)
  return LOTS.find((lot) => seatByLot(state, lot, side)?.id === event.seat) ?? 0
}
/** One inside each of the parts into which a lot between up to three delegations falls. */
const LOTS = [1 / 6, 1 / 2, 5 / 6]

function openRoomBehind({ plan }: EventOf<'RoomOpened'>, events: readonly RoomEvent[]): CommandOf<'openRoom'> | null {
  const briefs = events.flatMap((event) => {
    if (event.type === 'BriefsPrepared') return event.briefs
    return event.type === 'BriefIssued' ? [event.brief] : []
  })
  const papers = events.flatMap((event) => (event.type === 'ChairPapersIssued' ? [event.papers] : []))
  const chairs = events.flatMap((event) => (event.type === 'ChairPlanIssued' ? [event.plan] : []))
  return papers[0] ? { type: 'openRoom', plan, briefs, papers: papers[0], chairPlan: chairs[0] } : null
}

/** For commands that an event of their own follows, first of all that came of them. */
function commandOfOne(event: RoomEvent, state: RoomState | null): RoomCommand | null {
  switch (event.type) {
    case 'FloorEnded':
      return turnEnding(event, state)
    case 'PersonReadmitted':
      return { type: 'readmitPerson', person: event.person }
    case 'SeatAbsent':
      return { type: 'markAbsent', seat: event.seat }
    case 'SeatReturned':
      return { type: 'markReturned', seat: event.seat }
    case 'SeatingLocked':
      return { type: 'lockSeating', locked: event.locked }
    case 'ClockPaused':
      return { type: 'pauseClock' }
    case 'ClockResumed':
      return { type: 'resumeClock' }
    case 'ClockExtended': {
      const minutes = ([1, 2, 5] as const).find((each) => each * 60 === event.seconds)
      return minutes ? { type: 'extendClock', minutes } : null
    }
    case 'AutopilotSet':
      return { type: 'setAutopilot', agenda: event.agenda, floor: event.floor }
    case 'DeadlineMoved':
      return { ...event, type: 'moveDeadline' }
    case 'ExtensionGranted':
      return { ...event, type: 'grantExtension' }
    case 'RecordUnsealed':
      return { type: 'unsealRecord' }
    case 'RoomClosed':
      return { type: 'closeRoom' }
    case 'HandRaised':
      return { type: 'askForFloor', intent: event.intent, answers: event.answers }
    case 'HandLowered':
      return { type: 'lowerHand' }
    case 'StatementMade': {
      const { text, intent, answers, anchors } = event
      return { type: 'makeStatement', text, intent, answers, anchors }
    }
    case 'PostSealed':
    case 'StatementPosted': {
      const { phase, round, text, intent, answers, anchors } = event
      return { type: 'postStatement', phase, round, text, intent, answers, anchors }
    }
    case 'StatementWithdrawn':
      return { type: 'withdrawStatement', entry: event.entry, reason: event.reason }
    case 'CaucusSpoken':
      return { type: 'speakInCaucus', text: event.text }
    case 'BilateralSpoken':
      return { type: 'speakInBilateral', between: event.between, text: event.text }
    case 'PositionDrafted':
      return { type: 'draftPosition', round: event.round, stage: event.stage, ...event.position }
    case 'PositionFiled':
      return { type: 'filePosition', round: event.round, stage: event.stage, ...event.position }
    case 'TextChosen':
      return { type: 'chooseText', clause: event.clause, text: event.text }
    case 'BracketKept':
      return { type: 'keepBracket', clause: event.clause, reason: event.reason }
    case 'BallotAdvised':
      return { type: 'adviseBallot', clause: event.clause, vote: event.vote }
    case 'BallotCast':
      return { type: 'castBallot', clause: event.clause, vote: event.vote, reason: event.reason }
    case 'InjectSent':
      // What is written on the spot is on no paper of the chair's.
      return state?.papers?.injects.some(({ key }) => key === event.key)
        ? { type: 'sendInject', key: event.key }
        : { type: 'writeInject', headline: event.headline, text: event.text }
    case 'NudgeSent':
      return { type: 'nudge', to: event.to, text: event.text }
    case 'EntryBookmarked':
      return { type: 'bookmarkEntry', entry: event.entry, note: event.note }
    case 'BookmarkLifted':
      return { type: 'liftBookmark', entry: event.entry }
    case 'HelpCalled':
      return { type: 'callForHelp', text: event.text }
    case 'HelpAnswered':
      return { type: 'answerHelp', no: event.no, text: event.text }
    case 'StanceMarked':
      return { type: 'markStance', round: event.round, value: event.value }
    case 'ReflectionWritten':
      return { type: 'writeReflection', prompt: event.prompt, text: event.text }
    case 'RoomOpened':
    case 'BriefsPrepared':
    case 'BriefIssued':
    case 'ChairPapersIssued':
    case 'ChairPlanIssued':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'PersonRemoved':
    case 'PhaseStarted':
    case 'PhaseEnded':
    case 'StepUndone':
    case 'FloorGranted':
    case 'PositionSealed':
    case 'PositionsRevealed':
    case 'BallotSealed':
    case 'CommuniqueIssued':
    case 'InjectRetracted':
      return null
    default:
      return never(event)
  }
}

function turnEnding({ cause, seat }: EventOf<'FloorEnded'>, state: RoomState | null): RoomCommand | null {
  switch (cause) {
    case 'yielded':
      return { type: 'yieldFloor', to: null }
    case 'taken-back':
      return { type: 'takeBackFloor' }
    case 'time':
      return { type: 'endTurn', seat, until: state?.floor.holder?.until ?? 0 }
    case 'phase':
      return null
    default:
      return cause satisfies never
  }
}

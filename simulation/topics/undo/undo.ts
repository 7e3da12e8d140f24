// Undoes the chair's last step by a new entry (rule P12): the parts of the state that it changed are put back as they were.

import { never, type SeatId } from '../../kernel/ids'
import { isTurn } from '../../questions/turns'
import type { Floor } from '../../shapes/floor'
import { everyone, type Recorded } from '../../shapes/record'
import type { RoomEvent } from '../../shapes/room-event'
import type { Step, UndoLabel } from '../../shapes/undo'
import { accept, refuse } from '../../shapes/verdict'
import { isChair } from '../../state/actor'
import { hasEnded, heldFor, shiftTime } from '../../state/clock'
import { takenAlso, withTurn } from '../../state/floor-state'
import type { NextRoom } from '../../state/next-room'
import type { RoomState } from '../../state/room-state'
import type { EventDefinition, EventType, Rule } from '../topic'

export const undoLastStep: Rule<'undoLastStep'> = (state, { of }, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const step = state.lastStep
  if (!step?.label || step.final) return refuse('nothing-to-undo')
  // P15: over many rooms, another chair may have gone on in one of them meanwhile.
  if (of !== undefined && of !== step.commandId) return refuse('nothing-to-undo')
  // P3: once the planned end has come, undoing a resume or an extension would put the clock before entries that were made since.
  const ran = step.label === 'resumed' || step.label === 'extended'
  if (ran && hasEnded(state, moment.at)) return refuse('phase-ended')
  const retraction = step.inject ? [everyone({ type: 'InjectRetracted', key: step.inject })] : []
  return accept(everyone({ type: 'StepUndone', undid: step.label }), ...retraction)
}

/**
 * The chair's step that could be undone after this row; `state` has not folded the row yet. A step keeps the parts of the state as they
 * were before it, and is dropped once another actor changes the same parts, because undoing it would undo that change too.
 */
export function stepAfter(state: RoomState, row: Recorded, rule: EventDefinition<EventType>['step']): Step | null {
  const { lastStep } = state
  const byChair = isChair(row.by)
  if (lastStep === null && !byChair) return null
  if (row.event.type === 'SeatLeft') return stepWithout(lastStep, row.event.seat)
  if (rule === undefined) return lastStep
  const begun =
    lastStep?.commandId === row.commandId
      ? lastStep
      : { commandId: row.commandId, label: null, final: false, at: row.at, inject: null, before: slicesOf(state) }
  const change = changeBy(rule, begun, row.event)
  if (change === null) return lastStep
  return byChair ? { ...begun, ...change } : null
}

function changeBy(
  rule: NonNullable<EventDefinition<EventType>['step']>,
  step: Step,
  event: RoomEvent,
): Partial<Step> | null {
  if (rule === 'final') return { final: true }
  return typeof rule === 'string' ? { label: rule } : rule(step, event)
}

/** S9: removes the hand, up or carried over, and the turn of a seat that was left from what an undo would restore; taking its floor back can then not be undone. */
function stepWithout(step: Step | null, seat: SeatId): Step | null {
  if (!step) return null
  const { floor } = step.before
  const held = floor.holder?.seat === seat
  if (held && step.label === 'taken-back') return null
  const left: Floor = {
    ...floor,
    holder: held ? null : floor.holder,
    hands: floor.hands.filter((hand) => hand.seat !== seat),
    carried: floor.carried.filter((hand) => hand.seat !== seat),
  }
  return { ...step, before: { ...step.before, floor: left } }
}

const slicesOf = ({ agenda, clock, floor, autopilot, turnedTo, endedEarly }: RoomState): Step['before'] => ({
  agenda,
  clock,
  floor,
  autopilot,
  turnedTo,
  endedEarly,
})

/** Undoes the last step at this instant. The time that passed since the step is added to clock and turn, so that nobody loses it. */
export function takeBack(room: NextRoom, at: number): void {
  const step = room.lastStep
  if (!step?.label) return
  const stood = room.floor.holder?.seat
  undo(room, step, step.label, at)
  const back = room.floor.holder?.seat
  const ended = back && back !== stood ? endOfTurn(room, back, step.at) : null
  if (ended !== null) room.continued = [...room.continued, ended]
}

/** The number of the entry that this seat's turn left when the step ended it, as long as nobody has given it words; null where there is none. */
function endOfTurn({ record, turnWords }: RoomState, seat: SeatId, since: number): number | null {
  const ended = record.findLast((entry) => entry.at >= since && isTurn(entry.event) && entry.event.seat === seat)
  const no = Number(ended?.no ?? 0)
  return no > 0 && turnWords[no] === undefined ? no : null
}

function undo(room: NextRoom, { before, at }: Step, label: UndoLabel, now: number): void {
  const { clock, plan } = room
  switch (label) {
    case 'granted':
    case 'taken-back': {
      // The seat that was granted the floor has spoken for as long as it held it; a seat that gets it back has its remaining time.
      const { holder } = room.floor
      const seat = holder && room.seats[holder.seat]
      const times = holder && seat ? withTurn(before.floor, seat, holder.person, heldFor(room, now)) : {}
      const passed = clock?.pausedAt == null ? now - at : 0
      const back = before.floor.holder
      const until = back ? Math.min(back.until + passed, clock?.endsAt ?? Number.POSITIVE_INFINITY) : 0
      const returned = back ? { ...back, since: back.since + passed, until } : null
      room.floor = {
        ...before.floor,
        ...times,
        takenFrom: takenAlso(before.floor.takenFrom, holder?.person ?? null, now),
        holder: returned,
        hands: handsAfter(room, before),
        carried: carriedAfter(room, before),
      }
      break
    }
    case 'paused':
      if (before.clock?.pausedAt == null) {
        room.clock = clock && { ...clock, pausedAt: null, caucusUntil: null }
        shiftTime(room, now - at)
      } else {
        // M5: a caucus that was ruled carried in a pause of the chair's, which goes on.
        room.clock = clock && { ...clock, caucusUntil: before.clock.caucusUntil }
      }
      break
    case 'resumed': {
      // M5: a caucus has the time that it had left.
      const caucusUntil = before.clock?.caucusUntil ?? null
      room.clock = clock && {
        ...clock,
        pausedAt: now,
        caucusUntil: caucusUntil === null ? null : caucusUntil + now - at,
      }
      break
    }
    case 'extended':
      // Not before now: an end before entries that were made in the added time would break P3.
      room.clock = clock && { ...clock, endsAt: Math.max(before.clock?.endsAt ?? 0, clock.pausedAt ?? now) }
      break
    case 'ended':
    case 'started': {
      room.agenda = before.agenda
      room.clock = before.clock
      room.floor = before.floor
      room.turnedTo = before.turnedTo
      room.endedEarly = before.endedEarly
      // H9: a homework deadline is a date; it is restored as it was and not moved by the time that passed.
      const ran = before.agenda.status === 'running' && before.clock?.pausedAt === null && plan.kind === 'seminar'
      if (ran) shiftTime(room, now - at)
      break
    }
    case 'autopilot':
      room.autopilot = before.autopilot
      break
    case 'inject':
      break // its own event retracts it
    default:
      never(label)
  }
}

/** The hands that are raised now, with the one that the grant lowered, in the order in which they were raised. */
function handsAfter(state: RoomState, before: Step['before']): Floor['hands'] {
  const taken = before.floor.hands.filter((hand) => hand.seat === state.floor.holder?.seat)
  const now = state.floor.hands.filter((hand) => hand.seat !== before.floor.holder?.seat)
  return [...now, ...taken].sort((a, b) => a.at - b.at)
}

/** The hands that are carried over now, with the one that the grant took: whoever has asked again since has no other (F11). */
const carriedAfter = ({ floor }: RoomState, { floor: { carried } }: Step['before']): Floor['carried'] =>
  carried.filter((hand) => hand.seat === floor.holder?.seat || floor.carried.includes(hand))

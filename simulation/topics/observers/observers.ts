// The observers' tasks: who gives them, and what they allow (rules B1–B4).
import type { ObserverTask } from '../../agenda/plan'
import { observerTaskOf } from '../../questions/observers'
import { everyone } from '../../shapes/record'
import type { Seat } from '../../shapes/seats'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import type { RoomState } from '../../state/room-state'
import { isAnswerable } from '../statements/statements'
import type { Rule } from '../topic'

export const giveTask: Rule<'giveTask'> = (state, { seat: id, task }, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const seat = state.seats[id]
  if (!seat) return refuse('no-such-seat')
  if (seat.delegation !== null) return refuse('not-an-observer')
  return observerTaskOf(state, id) === task
    ? refuse('nothing-changed')
    : accept(everyone({ type: 'TaskGiven', seat: id, task }))
}

export const checkStatement: Rule<'checkStatement'> = (state, command, who) => {
  const seat = atTask(state, who, 'fact-checker')
  if (typeof seat === 'string') return refuse(seat)
  const checked = state.record.at(command.entry - 1)
  if (!checked) return refuse('no-such-entry')
  if (!isAnswerable(checked.event)) return refuse('not-a-statement')
  const { type: _type, ...check } = command
  return accept(everyone({ type: 'StatementChecked', seat: seat.id, ...check }))
}

export const writeChronicle: Rule<'writeChronicle'> = (state, command, who) => {
  const seat = atTask(state, who, 'historian')
  if (typeof seat === 'string') return refuse(seat)
  const { round, text } = command
  if (round !== null && !state.plan.rounds.some(({ key }) => key === round)) return refuse('no-such-round')
  return accept(everyone({ type: 'ChronicleWritten', seat: seat.id, round, text }))
}

/** The seat of somebody who has this task, or why they may not do it. */
function atTask(state: RoomState, who: ActorRole, task: ObserverTask): Seat | Rejection {
  if (who.kind !== 'seat') return 'not-seated'
  return observerTaskOf(state, who.seat.id) === task ? who.seat : 'not-your-task'
}

// What others may ask of the floor, as the rule itself decides it. In which order hands are called is in reading/queue.ts.
import { ruleOf } from '../agenda/phase-kinds'
import { isThirdEdition, type RoomPlan } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import type { Voice } from '../shapes/floor'
import type { Seat } from '../shapes/seats'
import { opensNow, type RoomState, seatsIn } from '../state/room-state'

/** Whether a seat may have the floor in the running phase. */
export const maySpeak = (state: RoomState, { delegation }: Pick<Seat, 'delegation'>): boolean =>
  delegation !== null && opensNow(state, 'floor')

/** Whose talk is counted when this seat speaks now: its holder's, or an understudy's as the seat's own. */
export const voiceOf = ({ id, holder }: Pick<Seat, 'id' | 'holder'>): Voice => holder ?? id

/** F6: how long whoever sits here now has held the floor in past turns, in milliseconds; before the third edition, how long the seat has. */
export const heardIn = (
  { plan, floor }: Pick<RoomState, 'plan' | 'floor'>,
  seat: Pick<Seat, 'id' | 'holder'>,
): number => (isThirdEdition(plan) ? (floor.heardMs.get(voiceOf(seat)) ?? 0) : (floor.spentMs.get(seat.id) ?? 0))

/** F3: whether a turn may be yielded to this seat; before the third edition to any of the delegation, even to an empty one. */
export const isThere = ({ plan }: Pick<RoomState, 'plan'>, { holder, absentSince }: Seat): boolean =>
  !isThirdEdition(plan) || (holder !== null && absentSince === null)

/** F3: the seats to which this one may yield the rest of its turn. */
export const yieldsTo = (state: RoomState, { id, delegation }: Seat): readonly Seat[] =>
  delegation === null ? [] : seatsIn(state, delegation).filter((seat) => seat.id !== id && isThere(state, seat))

/** F8: the delegations that a phase hears one after another, in its round's order; none where it has no openings. */
export function openingOrder(
  { phases, rounds }: Pick<RoomPlan, 'phases' | 'rounds'>,
  index: number,
): readonly DelegationId[] {
  const phase = phases[index]
  if (!phase || ruleOf(phase).floor !== 'in-order') return []
  return rounds.find(({ key }) => key === phase.round)?.order ?? []
}

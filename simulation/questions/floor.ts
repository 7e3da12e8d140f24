// What is asked of the floor, as the rule itself decides it: who may have it, and who is next (F7, F8). reading/queue.ts looks further ahead.
import { ruleOf } from '../agenda/phase-kinds'
import { isThirdEdition, type RoomPlan } from '../agenda/plan'
import type { DelegationId, SeatId } from '../kernel/ids'
import type { Hand, Voice } from '../shapes/floor'
import type { Seat } from '../shapes/seats'
import { isRunning, opensNow, phaseNow, type RoomState, seatsIn } from '../state/room-state'
import { isPlayedByUnderstudy } from './seats'

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

/** The length of a turn where the plan gives none. */
const TURN_SECONDS = 90

/** The length of a turn in this phase, in milliseconds; in openings an equal part of the phase for each delegation (F8). */
export function turnMs(state: RoomState): number {
  const phase = phaseNow(state)
  if (phase && ruleOf(phase).floor === 'in-order')
    return Math.floor((phase.seconds * 1000) / state.plan.delegations.length)
  return Math.round((phase?.turnSeconds ?? TURN_SECONDS) * 1000)
}

/**
 * F7: the raised hand that is next once the floor is free. In the third edition a person's goes before a script's, and a person's point of
 * order before all; among equals the room's autopilot decides, and the earliest is next where it is off. The time of a running turn is not
 * counted yet: reading/queue.ts, which looks ahead, adds it.
 */
function nextHand(state: RoomState): Hand | null {
  const { hands } = state.floor
  const ranked = isThirdEdition(state.plan)
  const byTime = state.autopilot.floor === 'least-heard'
  if (hands.length < 2 || !(ranked || byTime)) return hands[0] ?? null
  const spent = byTime ? spentBySide(state) : null
  const rank = (hand: Hand) => {
    const seat = state.seats[hand.seat]
    const scripted = seat?.holder === null
    return [
      ...(ranked ? [Number(scripted), scripted || hand.intent !== 'point-of-order' ? 1 : 0] : []),
      ...(spent && seat ? [spent.get(seat.delegation) ?? 0, heardIn(state, seat)] : []),
      hand.at,
    ]
  }
  return [...hands].sort((a, b) => compare(rank(a), rank(b)))[0] ?? null
}

function spentBySide({ floor, seats }: RoomState): ReadonlyMap<DelegationId | null, number> {
  const spent = new Map<DelegationId | null, number>()
  for (const { id, delegation } of Object.values(seats))
    spent.set(delegation, (spent.get(delegation) ?? 0) + (floor.spentMs.get(id) ?? 0))
  return spent
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const differs = a.findIndex((value, index) => value !== b[index])
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/** F8: who gives a delegation's opening: the acting head in the first round, later the member who has opened least; null if nobody can. */
function openingSpeaker(state: RoomState, delegation: DelegationId): Seat | null {
  const seats = seatsIn(state, delegation)
  const present = seats.filter((seat) => seat.holder !== null && seat.absentSince === null)
  const played = seats.filter((seat) => isPlayedByUnderstudy(state, seat))
  const speakers = present.length > 0 ? present : played
  if (present.length === 0) {
    const openers = state.plan.rounds.find(({ key }) => key === phaseNow(state)?.round)?.openers ?? []
    const named = openers.flatMap((id) => played.find((seat) => seat.id === id) ?? [])[0]
    if (named) return named
  }
  const first = state.plan.rounds[0]?.key === phaseNow(state)?.round
  if (first) return speakers.find((seat) => seat.head) ?? speakers[0] ?? null
  const times = (seat: Seat) => state.floor.opened[seat.id] ?? 0
  return [...speakers].sort((a, b) => times(a) - times(b) || a.order - b.order)[0] ?? null
}

/** The speaker of the next delegation that has not opened and for which somebody can speak; null when there is none. */
function nextOpener(state: RoomState): SeatId | null {
  for (const delegation of state.floor.toOpen) {
    const speaker = openingSpeaker(state, delegation)
    if (speaker) return speaker.id
  }
  return null
}

/** The seat that is next once the floor is free: openings first (F8), then hands (F7); null when nobody waits. */
export const upNext = (state: RoomState): SeatId | null => nextOpener(state) ?? nextHand(state)?.seat ?? null

/** The seat to which autopilot grants the floor now; null when it is held, nobody waits, or autopilot is off. */
export function nextSpeaker(state: RoomState): SeatId | null {
  if (state.floor.holder) return null
  const opener = nextOpener(state)
  if (opener) return state.autopilot.agenda ? opener : null
  return state.autopilot.floor === 'off' ? null : upNext(state)
}

/** How long after the last opening the phase waits for a hand before the agenda goes on (P14). */
const LAST_WORD_MS = 15_000

/**
 * P14: when openings end before their time, because every delegation that can has opened and nobody holds the floor or asks for it; null
 * while that is not so, where there is nobody to open, and in a homework debate, whose openings last until their deadline.
 */
export function openingsOverAt(state: RoomState): number | null {
  const { holder, hands, freeSince } = state.floor
  const phase = phaseNow(state)
  if (
    !isThirdEdition(state.plan) ||
    state.plan.kind === 'homework' ||
    !phase ||
    ruleOf(phase).floor !== 'in-order' ||
    !isRunning(state)
  )
    return null
  if (holder || hands.length > 0 || freeSince === null || nextOpener(state) !== null) return null
  return freeSince + Math.round(LAST_WORD_MS / state.plan.speed)
}

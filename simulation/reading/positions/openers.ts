// Who will open and about when: rule F8 run forward over the openings that run or come next. A student is told of it before the phase
// starts, so that nobody finds the floor in their hands unprepared.
import { ruleOf } from '../../agenda/phase-kinds'
import type { DelegationId, SeatId, TensionKey } from '../../kernel/ids'
import { openingOrder, openingsOverAt, turnMs, upNext } from '../../questions/floor'
import { isRunning, phaseNow, type RoomState } from '../../state/room-state'
import { phaseStartsAt } from '../homework/agenda-times'
import { turnNow } from '../log/time-accounts'

export type Opener = {
  seat: SeatId
  delegation: DelegationId
  /** Counted from 1 among all delegations of the phase. */
  place: number
  /** About when the turn starts; null before the first phase. */
  at: number | null
  /** The length of the turn, in milliseconds. */
  lasts: number
}

export type Openings = { phase: number; runs: boolean; of: number; openers: readonly Opener[] }

/**
 * The openings that run, else the next ones ahead, with whoever has still to open if nobody comes, goes or is called by hand; null where
 * no openings are left. A delegation for which nobody could speak is passed over, as F8 does.
 */
export function openingsAhead(state: RoomState, now: number): Openings | null {
  const { plan, agenda, floor } = state
  const runs = isRunning(state) && isOpenings(state, agenda.index)
  const phase = runs
    ? agenda.index
    : plan.phases.findIndex((_, index) => index > agenda.index && isOpenings(state, index))
  if (phase === -1) return null
  const order = openingOrder(plan, phase)
  const toOpen = runs ? floor.toOpen : order
  let living: RoomState = {
    ...state,
    agenda: { index: phase, status: 'running' },
    floor: { ...floor, holder: null, hands: [], toOpen },
  }
  const lasts = turnMs(living)
  const from = runs ? now + (turnNow(state, now)?.leftMs ?? 0) : phaseStartsAt(state, phase, now)
  const openers: Opener[] = []
  for (;;) {
    const seat = upNext(living)
    const delegation = seat === null ? null : (living.seats[seat]?.delegation ?? null)
    if (seat === null || delegation === null) return { phase, runs, of: order.length, openers }
    openers.push({
      seat,
      delegation,
      place: order.indexOf(delegation) + 1,
      at: from === null ? null : from + openers.length * lasts,
      lasts,
    })
    living = {
      ...living,
      floor: { ...living.floor, toOpen: living.floor.toOpen.filter((waiting) => waiting !== delegation) },
    }
  }
}

/** The round whose opening falls to this seat, from the reveal before it until its turn ends; null for every other seat. */
export function roundToOpen(state: RoomState, seat: SeatId): TensionKey | null {
  const phase = phaseNow(state)
  if (!phase || !isRunning(state)) return null
  const { holder } = state.floor
  if (holder?.seat === seat && holder.turn === 'opening') return phase.round
  if (!ruleOf(phase).reveals && !isOpenings(state, state.agenda.index)) return null
  // Whoever opens is the same at every instant: the time only says when.
  const ahead = openingsAhead(state, 0)
  return ahead?.openers.some((one) => one.seat === seat) ? (state.plan.phases[ahead.phase]?.round ?? null) : null
}

/** Whether every delegation that can has opened in the openings that run, and nobody holds the floor or asks for it (P14): the chair may go on. */
export const haveAllOpened = (state: RoomState): boolean => openingsOverAt(state) !== null

const isOpenings = ({ plan }: RoomState, index: number): boolean => {
  const phase = plan.phases[index]
  return phase !== undefined && ruleOf(phase).floor === 'in-order'
}

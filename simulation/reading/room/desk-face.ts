// What the instructor's desk is about now: which of its six faces it shows, and what it tells of each seat and side.
import { opens, type PhaseKind } from '../../agenda/phase-kinds'
import { type DelegationId, participantActor } from '../../kernel/ids'
import { putToVote } from '../../questions/ballots'
import type { Seat } from '../../shapes/seats'
import { phaseNow, type RoomState, votesOn } from '../../state/room-state'
import { companyOf } from '../homework/attendance'
import { filedBy, filingNow, filingOf } from '../log/filings'
import { silentSeats } from './who-spoke'

export type DeskFace = 'lobby' | 'floor' | 'caucus' | 'text' | 'vote' | 'debrief'

/** `floor` is the record and who asks for the floor, `caucus` who has done what, `text` the clauses, `vote` who has voted. */
const FACES: Readonly<Record<PhaseKind, DeskFace>> = {
  briefing: 'caucus',
  caucus: 'caucus',
  reveal: 'floor',
  openings: 'floor',
  floor: 'floor',
  cases: 'caucus',
  moved: 'floor',
  negotiation: 'text',
  ballot: 'vote',
  ratification: 'vote',
  debrief: 'debrief',
  reflection: 'debrief',
}

export function deskFace(state: RoomState): DeskFace {
  const { status } = state.agenda
  if (status === 'lobby') return 'lobby'
  if (status === 'finished') return 'debrief'
  const phase = phaseNow(state)
  return phase ? FACES[phase.kind] : 'floor'
}

/**
 * Whether the desk says who has been silent: from the middle of the first floor debate on. Before it most have had no chance to speak, and a
 * mark beside every name says nothing.
 */
export function tellsSilence(state: RoomState, now: number): boolean {
  const { plan, agenda, clock } = state
  if (plan.phases.slice(0, Math.max(0, agenda.index)).some((phase) => opens(phase, 'debate'))) return true
  if (!opens(phaseNow(state), 'debate') || !clock) return false
  return (clock.pausedAt ?? now) - clock.startsAt >= (clock.endsAt - clock.startsAt) / 2
}

/** How many people of a delegation have been heard, of how many it has, and the seats of those who have not. */
export function heardOfSide(
  state: RoomState,
  delegation: DelegationId,
): { spoke: number; of: number; silent: readonly Seat[] } {
  const silent = silentSeats(state).filter((seat) => seat.delegation === delegation)
  const { people } = companyOf(state, delegation)
  return { spoke: people - silent.length, of: people, silent }
}

export type SideFiling = 'filed' | 'drafting' | 'nothing'

/** How far a delegation is with what this phase has it file; null where nothing is filed now. */
export function sideFiling(state: RoomState, delegation: DelegationId): SideFiling | null {
  const filing = filingNow(state)
  if (filing === null) return null
  const { filed, of } = filedBy(state, delegation)
  if (of > 0 && filed === of) return 'filed'
  const begun = filing.rounds.some((round) => {
    const file = filingOf(state, round, filing.stage, delegation)
    return file.draft !== null || file.sealedAt !== null
  })
  return begun ? 'drafting' : 'nothing'
}

/** How many delegations have filed all that this phase asks of them, and of how many; null where nothing is filed now. */
export function sidesFiled(state: RoomState): { filed: number; of: number } | null {
  const sides = state.plan.delegations.map(({ id }) => sideFiling(state, id))
  return sides.includes(null) ? null : { filed: sides.filter((one) => one === 'filed').length, of: sides.length }
}

/** Whether a delegation has cast its ballot on every clause that is put to the vote; never while none is. */
export function hasCast(state: RoomState, delegation: DelegationId): boolean {
  const put = putToVote(state)
  return put.length > 0 && put.every(({ key }) => votesOn(state, key).ballots[delegation] !== undefined)
}

/** What somebody in a seat has done in this phase: filed for the side, written in its private talk or a draft, or nothing yet. */
export type SeatWork = 'filed' | 'wrote' | 'nothing'

export function seatWork(state: RoomState, { id, delegation, holder }: Seat): SeatWork {
  const filing = filingNow(state)
  const files =
    filing && delegation ? filing.rounds.map((round) => filingOf(state, round, filing.stage, delegation)) : []
  const own = holder === null ? null : participantActor(holder)
  if (files.some(({ filed }) => own !== null && filed?.by === own)) return 'filed'
  if (files.some(({ drafts }) => drafts.some(({ seat }) => seat === id))) return 'wrote'
  const spoke = state.privateEntries.findLast(
    ({ event, phase }) => phase === state.agenda.index && event.type === 'CaucusSpoken' && event.seat === id,
  )
  return spoke ? 'wrote' : 'nothing'
}

// Which of the briefs that somebody may read are their own: their office's, and their delegation's; and what their office has at stake now.
import type { Brief } from '../../agenda/brief'
import { type RoundPlan, roundOf } from '../../agenda/plan'
import { briefOfOffice } from '../../questions/objectives'
import type { Seat } from '../../shapes/seats'
import { phaseNow, type RoomState } from '../../state/room-state'

export type OwnBriefs = { own: Brief | undefined; delegation: Brief | undefined }

/** A second seat of the same office reads the brief of that office. */
export function ownBriefs(
  { briefs }: Pick<RoomState, 'briefs'>,
  { id, mirrors, delegation }: Pick<Seat, 'id' | 'mirrors' | 'delegation'>,
): OwnBriefs {
  return { own: briefOfOffice({ briefs }, { id, mirrors }), delegation: briefs.find(({ to }) => to === delegation) }
}

/** Whether a seat can read a brief by now. Briefs are issued to seats; a second seat of an office reads that office's. */
export const hasBrief = ({ briefs, briefed }: RoomState, { id, mirrors, delegation }: Seat): boolean =>
  briefed[id] !== undefined && briefs.some(({ to }) => to === id || to === mirrors || to === delegation)

/** The round of the running phase, where the office has something at stake in it; null elsewhere. */
export function stakeRound(state: RoomState, seat: Seat): RoundPlan | null {
  const key = phaseNow(state)?.round
  const round = key ? roundOf(state.plan, key) : undefined
  const { own } = ownBriefs(state, seat)
  return round && own?.stakes?.some((stake) => stake.round === round.key) ? round : null
}

// Ten chips, laid on the tensions that matter at home: members propose, the head lays them (rules Q19, Q20).
import { seatIdsOf } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { chipCount, chippedTensions, chipsEach, chipsNow, chipsOf } from '../../questions/chips'
import type { LaidChips } from '../../shapes/chips'
import { seatsUntilDebrief } from '../../shapes/record'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import { actingHead, type RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

export const proposeChips: Rule<'proposeChips'> = (state, { laid }, who, moment) => {
  const side = sideIn(state, laid, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const { of: delegation, seat, each } = side
  const count = chipCount(laid)
  if (count === 0 || count > each) return refuse('propose-some-chips')
  return accept(seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'ChipsProposed', delegation, seat, laid }))
}

export const layChips: Rule<'layChips'> = (state, { laid }, who, moment) => {
  const side = sideIn(state, laid, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const { of: delegation, seat, each } = side
  if (actingHead(state, delegation)?.id !== seat) return refuse('not-the-head')
  if (chipCount(laid) !== each) return refuse('lay-all-chips')
  const no = chipsOf(state, delegation).laid?.no ?? nextPrivate(state, 'k', delegation)
  return accept(seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'ChipsLaid', no, delegation, seat, laid }))
}

/** The delegation and the seat of whoever acts, with how many chips there are; or the reason why they may lay none now. */
function sideIn(
  state: RoomState,
  laid: LaidChips,
  who: ActorRole,
  moment: Moment,
): { of: DelegationId; seat: SeatId; each: number } | Rejection {
  if (who.kind !== 'seat') return 'not-seated'
  if (who.seat.delegation === null) return 'not-in-caucus'
  const closed = closedTo(state, moment)
  if (closed) return closed
  const each = chipsEach(state.plan)
  if (each === null || !chipsNow(state)) return 'wrong-phase'
  const tensions = chippedTensions(state.plan)
  if (laid.some(({ tension }) => !tensions.includes(tension))) return 'no-such-round'
  return { of: who.seat.delegation, seat: who.seat.id, each }
}

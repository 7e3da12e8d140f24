// How a plan calls a seat, its country and a delegation's capital, by id.
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { delegationIn } from '#ui/words/delegations.ts'

type Named = Pick<RoomPlan, 'seats' | 'delegations'>

export const titleOf = ({ seats }: Pick<Named, 'seats'>, id: SeatId): string =>
  seats.find((seat) => seat.id === id)?.title ?? id

export const countryOf = (plan: Named, id: SeatId): string =>
  delegationIn(plan, plan.seats.find((seat) => seat.id === id)?.delegation)?.name ?? ''

export const capitalOf = (plan: Pick<Named, 'delegations'>, id: DelegationId | null): string =>
  delegationIn(plan, id)?.capital ?? ''

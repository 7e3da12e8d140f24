// The delegations of a room, its pairs, and the members of its gap, by plan.

import type { RoomPlan } from '../agenda/plan'
import { DELEGATIONS, type DelegationId, delegationsOf, PAIRS, type Pair, pairOf as pairAmong } from '../kernel/ids'

export const delegationIds = (_plan: RoomPlan): readonly DelegationId[] => DELEGATIONS
export const pairsOf = (_plan: RoomPlan): readonly Pair[] => PAIRS
export const pairOf = (_plan: RoomPlan, a: DelegationId, b: DelegationId): Pair | null => pairAmong(a, b)
export const membersOf = (pair: Pair): readonly [DelegationId, DelegationId] => delegationsOf(pair)
export const focusOf = (_plan: RoomPlan): { members: readonly DelegationId[] } => ({ members: ['us', 'jp'] })

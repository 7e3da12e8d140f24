// What may be asked of chips, as the rules themselves decide it (Q19, Q20).
import { debatedTensions, type RoomPlan } from '../agenda/plan'
import type { DelegationId, TensionKey } from '../kernel/ids'
import type { DelegationChips, LaidChips } from '../shapes/chips'
import { isRunning, type RoomState } from '../state/room-state'

/** How many chips a delegation lays; null in a room without them. */
export const chipsEach = ({ communique }: RoomPlan): number | null => communique.chips ?? null

/** The tensions on which chips are laid: those that are played, in plans of before those folded into them too, in the order of the plan. */
export const chippedTensions = (plan: Pick<RoomPlan, 'rounds' | 'communique'>): readonly TensionKey[] =>
  plan.communique.chipsAt === undefined ? debatedTensions(plan) : plan.rounds.map(({ key }) => key)

/** Q19: whether chips are laid now: in the phase that the plan names, else while the first opening positions are filed. */
export function chipsNow(state: RoomState): boolean {
  if (chipsEach(state.plan) === null || !isRunning(state)) return false
  const { communique, phases } = state.plan
  return state.agenda.index === (communique.chipsAt ?? phases.findIndex(({ files }) => files?.stage === 'opening'))
}

const NONE: DelegationChips = { proposed: [], laid: null }
export const chipsOf = ({ chips }: Pick<RoomState, 'chips'>, delegation: DelegationId): DelegationChips =>
  chips[delegation] ?? NONE

export const chipCount = (laid: LaidChips): number => laid.reduce((sum, { chips }) => sum + chips, 0)
export const chipsOn = (laid: LaidChips, tension: TensionKey): number =>
  laid.find((each) => each.tension === tension)?.chips ?? 0

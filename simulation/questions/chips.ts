// What may be asked of chips, as the rules themselves decide it (Q19, Q20).
import type { RoomPlan } from '../agenda/plan'
import type { DelegationId, TensionKey } from '../kernel/ids'
import type { DelegationChips, LaidChips } from '../shapes/chips'
import { isRunning, type RoomState } from '../state/room-state'

/** How many chips a delegation lays; null in a room without them. */
export const chipsEach = ({ communique }: RoomPlan): number | null => communique.chips ?? null

/** The tensions on which chips are laid: those that are played, and those folded into them, in the order of the plan. */
export const chippedTensions = ({ rounds }: Pick<RoomPlan, 'rounds'>): readonly TensionKey[] => [
  ...new Set(rounds.flatMap(({ key, folded }) => [key, ...folded.map((each) => each.key)])),
]

/** Q19: whether chips are laid now: while the first opening positions are filed. */
export function chipsNow(state: RoomState): boolean {
  if (chipsEach(state.plan) === null || !isRunning(state)) return false
  return state.agenda.index === state.plan.phases.findIndex(({ files }) => files?.stage === 'opening')
}

const NONE: DelegationChips = { proposed: [], laid: null }
export const chipsOf = ({ chips }: Pick<RoomState, 'chips'>, delegation: DelegationId): DelegationChips =>
  chips[delegation] ?? NONE

export const chipCount = (laid: LaidChips): number => laid.reduce((sum, { chips }) => sum + chips, 0)
export const chipsOn = (laid: LaidChips, tension: TensionKey): number =>
  laid.find((each) => each.tension === tension)?.chips ?? 0

// Commands and events of chips: how much each tension matters to a delegation at home (rules Q19, Q20), and their part of the state of a
// room, where this reader may hear it.
import * as z from 'zod/mini'
import {
  type DelegationId,
  delegationId,
  list,
  MOST_CHIPS,
  privateEntry,
  type SeatId,
  seatId,
  tensionKey,
} from '../kernel/ids'
import { variant } from '../kernel/variant'

/** Chips by tension, once each; a tension that is not in the list has none. */
const laidChips = list(
  z.strictObject({ tension: tensionKey, chips: z.int().check(z.gte(1), z.lte(MOST_CHIPS)) }),
  MOST_CHIPS,
).check(z.refine((laid) => new Set(laid.map(({ tension }) => tension)).size === laid.length))
export type LaidChips = z.infer<typeof laidChips>

export const commands = [
  variant('proposeChips', { laid: laidChips }),
  variant('layChips', { laid: laidChips }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['proposeChips', 'layChips'] as const

export const events = [
  variant('ChipsProposed', { delegation: delegationId, seat: seatId, laid: laidChips }),
  variant('ChipsLaid', { no: privateEntry, delegation: delegationId, seat: seatId, laid: laidChips }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'lay-all-chips', // the head lays exactly as many as there are
  'propose-some-chips', // a proposal holds one chip at least, and no more than there are
] as const

/** What one seat proposes to its head. */
export type ProposedChips = Readonly<{ seat: SeatId; laid: LaidChips; at: number }>

export type DelegationChips = Readonly<{
  /** The newest proposal of each seat, the newest of all last. */
  proposed: readonly ProposedChips[]
  /** What the head laid, by the number of its entry; null while it has not. */
  laid: (ProposedChips & { no: string }) | null
}>

export type ChipsSlice = Readonly<{ chips: Readonly<Record<DelegationId, DelegationChips>> }>

export const start = (): ChipsSlice => ({ chips: {} })

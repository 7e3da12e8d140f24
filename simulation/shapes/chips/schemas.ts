// Commands and events of chips: how much each tension matters to a delegation at home (rules Q19, Q20).
import * as z from 'zod/mini'
import { delegationId, list, MOST_CHIPS, privateEntry, seatId, tensionKey } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

/** Chips by tension, once each; a tension that is not in the list has none. */
const laidChips = list(
  z.strictObject({ tension: tensionKey, chips: z.int().check(z.gte(1), z.lte(MOST_CHIPS)) }),
  MOST_CHIPS,
).check(z.refine((laid) => new Set(laid.map(({ tension }) => tension)).size === laid.length))
export type LaidChips = z.infer<typeof laidChips>

export const chipsCommands = [
  variant('proposeChips', { laid: laidChips }),
  variant('layChips', { laid: laidChips }),
] as const

export const chipsEvents = [
  variant('ChipsProposed', { delegation: delegationId, seat: seatId, laid: laidChips }),
  variant('ChipsLaid', { no: privateEntry, delegation: delegationId, seat: seatId, laid: laidChips }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const chipsRefusals = [
  'lay-all-chips', // the head lays exactly as many as there are
  'propose-some-chips', // a proposal holds one chip at least, and no more than there are
] as const

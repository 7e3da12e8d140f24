// Commands and events of the objectives: what each seat says it reached of what its brief asks, and what the chair says to that (rules
// D12–D13), and their part of the state of a room: the claims, and what the chair said to each.
import * as z from 'zod/mini'
import { longText, type SeatId, seatId } from '../kernel/ids'
import { publicEntryNumber, variant } from '../kernel/variant'

/** The place of an objective in its office's brief, from 0. */
const objective = z.int().check(z.nonnegative(), z.lte(59))

export const commands = [
  /** `entry` is the entry that shows it. */
  variant('claimObjective', { objective, met: z.boolean(), entry: z.nullable(publicEntryNumber) }),
  /** `claim` is the number of the claim's own entry: one that was made anew since is judged anew. */
  variant('judgeClaim', { claim: publicEntryNumber, confirmed: z.boolean() }),
] as const

export const events = [
  /** `text` is the objective as the brief has it, so that the entry is read by itself. */
  variant('ObjectiveClaimed', {
    seat: seatId,
    objective,
    text: longText,
    met: z.boolean(),
    entry: z.nullable(publicEntryNumber),
  }),
  variant('ClaimJudged', { claim: publicEntryNumber, confirmed: z.boolean() }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'still-sealed', // objectives are claimed once the record is unsealed
  'no-such-objective',
  'entry-needed', // whoever says that it was met names the entry that shows it
  'shows-nothing', // an entry of procedure, a claim, or withdrawn words
  'no-such-claim',
  'claimed-anew', // the claim has been replaced since
] as const

export type Claim = Readonly<{
  /** The number of its entry. */
  no: number
  seat: SeatId
  objective: number
  met: boolean
  /** The entry that shows it. */
  entry: number | null
  /** Null until the chair has said whether it is so. */
  confirmed: boolean | null
}>

export type ObjectivesSlice = Readonly<{
  /** The newest claim of each seat on each objective, the oldest first. */
  claims: readonly Claim[]
}>

export const start = (): ObjectivesSlice => ({ claims: [] })

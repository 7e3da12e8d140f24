// The part of a room's state that the events of objectives change: the claims, and what the chair said to each.
import type { SeatId } from '../../kernel/ids'

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

export const objectivesStart = (): ObjectivesSlice => ({ claims: [] })

// The part of a room's state that the events of strategy sheets change, where this reader may hear it.
import type { SeatId } from '../../kernel/ids'
import type { StrategySheet } from './schemas'

export type Strategy = Readonly<{
  /** Its number as a private entry, the same when it is written anew. */
  no: string
  office: SeatId
  /** The chair of the office that wrote it last. */
  seat: SeatId
  sheet: StrategySheet
  at: number
}>

export type StrategySlice = Readonly<{
  /** The sheet of each office that has one. */
  strategies: Readonly<Record<SeatId, Strategy>>
}>

export const strategyStart = (): StrategySlice => ({ strategies: {} })

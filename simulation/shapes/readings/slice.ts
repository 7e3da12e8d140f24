// The part of a room's state that the events of readings change: the readings that this reader may hear.
import type { AxisValue, SeatId } from '../../kernel/ids'
import type { VersionId } from '../text/schemas'

export type Reading = Readonly<{
  /** Its number as a private entry. */
  no: string
  seat: SeatId
  clause: string
  version: VersionId
  value: AxisValue
  at: number
}>

/** The newest reading of each seat of each clause, the newest of all last: whoever acts as the head of a delegation reads alone. */
export type ReadingsSlice = Readonly<{ readings: readonly Reading[] }>

export const readingsStart = (): ReadingsSlice => ({ readings: [] })

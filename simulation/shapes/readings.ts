// Commands and events of readings: where a side takes the words that it signed to stand (rules Q21, Q22), and their part of the state of a
// room: the readings that this reader may hear.

import { type AxisValue, axisValue, privateEntry, type SeatId, seatId, shortText } from '../kernel/ids'
import { variant } from '../kernel/variant'
import { type VersionId, versionId } from './text'

export const commands = [
  /** `version` is the words that were read: a reading of words that have changed since is refused. */
  variant('markReading', { clause: shortText, version: versionId, value: axisValue }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['markReading'] as const

export const events = [
  variant('ReadingMarked', { no: privateEntry, seat: seatId, clause: shortText, version: versionId, value: axisValue }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'not-signed', // the delegation has neither initialled the clause nor voted for it
  'words-changed', // the clause has other words by now
  'no-line', // the clause belongs to no question that is played, so it has no axis
] as const

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

export const start = (): ReadingsSlice => ({ readings: [] })

// Commands and events of readings: where a side takes the words that it signed to stand (rules Q21, Q22).
import { axisValue, privateEntry, seatId, shortText } from '../../kernel/ids'
import { variant } from '../../kernel/variant'
import { versionId } from '../text/schemas'

export const readingsCommands = [
  /** `version` is the words that were read: a reading of words that have changed since is refused. */
  variant('markReading', { clause: shortText, version: versionId, value: axisValue }),
] as const

export const readingsEvents = [
  variant('ReadingMarked', { no: privateEntry, seat: seatId, clause: shortText, version: versionId, value: axisValue }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const readingsRefusals = [
  'not-signed', // the delegation has neither initialled the clause nor voted for it
  'words-changed', // the clause has other words by now
  'no-line', // the clause belongs to no question that is played, so it has no axis
] as const

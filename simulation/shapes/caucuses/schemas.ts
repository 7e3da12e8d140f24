// Commands and events of private talk.
import { delegationId, longText, pair, privateEntry, seatId, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { variant } from '../../kernel/variant'

export const caucusesCommands = [
  variant('speakInCaucus', { text: writtenText(LIMITS.caucus) }),
  variant('speakInBilateral', { between: pair, text: writtenText(LIMITS.caucus) }),
] as const

export const caucusesEvents = [
  variant('CaucusSpoken', { no: privateEntry, seat: seatId, delegation: delegationId, text: longText }),
  variant('BilateralSpoken', { no: privateEntry, seat: seatId, between: pair, text: longText }),
] as const

// Commands and events of private talk.
import { delegationId, longText, pair, privateEntry, seatId, writtenText } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const caucusesCommands = [
  variant('speakInCaucus', { text: writtenText(1000) }),
  variant('speakInBilateral', { between: pair, text: writtenText(1000) }),
] as const

export const caucusesEvents = [
  variant('CaucusSpoken', { no: privateEntry, seat: seatId, delegation: delegationId, text: longText }),
  variant('BilateralSpoken', { no: privateEntry, seat: seatId, between: pair, text: longText }),
] as const

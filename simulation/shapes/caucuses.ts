// Commands and events of private talk.
import { delegationId, longText, pair, privateEntry, seatId, writtenText } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

export const commands = [
  variant('speakInCaucus', { text: writtenText(LIMITS.caucus) }),
  variant('speakInBilateral', { between: pair, text: writtenText(LIMITS.caucus) }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['speakInCaucus', 'speakInBilateral'] as const

export const events = [
  variant('CaucusSpoken', { no: privateEntry, seat: seatId, delegation: delegationId, text: longText }),
  variant('BilateralSpoken', { no: privateEntry, seat: seatId, between: pair, text: longText }),
] as const

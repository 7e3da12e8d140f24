// Private talk, inside a delegation or between two.
// The shapes of its commands and events; it must not know who may ask or who hears.
import { delegationId, pair, passage, privateEntry, seatId, words } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const caucusesCommands = [
  shape('speakInCaucus', { text: words(1000) }),
  shape('speakInBilateral', { between: pair, text: words(1000) }),
] as const

export const caucusesEvents = [
  shape('CaucusSpoken', { no: privateEntry, seat: seatId, delegation: delegationId, text: passage }),
  shape('BilateralSpoken', { no: privateEntry, seat: seatId, between: pair, text: passage }),
] as const

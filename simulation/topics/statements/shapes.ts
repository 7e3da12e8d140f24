// What is said on the record, and withdrawn.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { anchors, intent, passage, seatId, words } from '../../kernel/ids'
import { entryPlace, milliseconds, shape } from '../../kernel/shape'

export const statementsCommands = [
  shape('makeStatement', { text: words(2000), intent, answers: z.nullable(entryPlace), anchors }),
  shape('withdrawStatement', { entry: entryPlace, reason: z.nullable(words(300)) }),
] as const

export const statementsEvents = [
  shape('StatementMade', {
    seat: seatId,
    text: passage,
    intent,
    answers: z.nullable(entryPlace),
    anchors,
    spokenMs: milliseconds,
  }),
  shape('StatementWithdrawn', { seat: seatId, entry: entryPlace, reason: z.nullable(passage) }),
] as const

// Commands and events of the floor.
import * as z from 'zod/mini'
import { actorId, instant, intent, seatId } from '../../kernel/ids'
import { milliseconds, publicEntryNumber, variant } from '../../kernel/variant'

const FLOOR_ENDS = ['yielded', 'taken-back', 'time', 'phase'] as const

export const floorCommands = [
  variant('askForFloor', { intent, answers: z.nullable(publicEntryNumber) }),
  variant('lowerHand', {}),
  variant('grantFloor', { seat: seatId }),
  variant('takeBackFloor', {}),
  variant('yieldFloor', { to: z.nullable(seatId) }),
] as const

/** Submitted by the server alone. */
export const floorServerCommands = [variant('endTurn', { seat: seatId, until: instant })] as const

export const floorEvents = [
  variant('HandRaised', { seat: seatId, intent, answers: z.nullable(publicEntryNumber) }),
  variant('HandLowered', { seat: seatId }),
  variant('FloorGranted', { seat: seatId, intent, until: instant, turn: z.enum(['opening', 'floor', 'yielded']) }),
  /** What follows `cause`, since the third edition: whose turn it was, to what purpose, and whether it put a statement on the record. */
  variant('FloorEnded', {
    seat: seatId,
    spokenMs: milliseconds,
    cause: z.enum(FLOOR_ENDS),
    speaker: z.optional(actorId),
    intent: z.optional(intent),
    answers: z.optional(publicEntryNumber),
    wrote: z.optional(z.literal(true)),
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const floorRefusals = [
  'floor-taken', // somebody holds the floor
  'floor-not-held', // nobody holds it
  'hand-already-up',
  'hand-not-up',
  'understudies-wait', // they speak when the chair calls them
] as const

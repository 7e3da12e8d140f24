// The floor: asked for, granted, given up.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { instant, intent, seatId } from '../../kernel/ids'
import { entryPlace, milliseconds, shape } from '../../kernel/shape'

export const FLOOR_ENDS = ['yielded', 'taken-back', 'time', 'phase'] as const

export const floorCommands = [
  shape('askForFloor', { intent, answers: z.nullable(entryPlace) }),
  shape('lowerHand', {}),
  shape('grantFloor', { seat: seatId }),
  shape('takeBackFloor', {}),
  shape('yieldFloor', { to: z.nullable(seatId) }),
] as const

/** Submitted by the server alone. */
export const floorServerCommands = [shape('endTurn', { seat: seatId, until: instant })] as const

export const floorEvents = [
  shape('HandRaised', { seat: seatId, intent, answers: z.nullable(entryPlace) }),
  shape('HandLowered', { seat: seatId }),
  shape('FloorGranted', { seat: seatId, intent, until: instant, turn: z.enum(['opening', 'floor', 'yielded']) }),
  shape('FloorEnded', { seat: seatId, spokenMs: milliseconds, cause: z.enum(FLOOR_ENDS) }),
] as const

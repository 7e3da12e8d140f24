// Phases and their clock, the autopilot, and the record's unsealing and close.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { instant } from '../../kernel/ids'
import { milliseconds, phaseIndex, shape } from '../../kernel/shape'

export const floorAutopilot = z.enum(['off', 'in-order', 'least-heard'])
export type FloorAutopilot = z.infer<typeof floorAutopilot>

export const phasesCommands = [
  shape('startPhase', { index: phaseIndex }),
  shape('endPhase', { index: phaseIndex }),
  shape('pauseClock', {}),
  shape('resumeClock', {}),
  shape('extendClock', { minutes: z.union([z.literal(1), z.literal(2), z.literal(5)]) }),
  shape('setAutopilot', { agenda: z.boolean(), floor: floorAutopilot }),
  shape('unsealRecord', {}),
  shape('closeRoom', {}),
] as const

export const phasesEvents = [
  shape('PhaseStarted', { index: phaseIndex, startsAt: instant, endsAt: instant }),
  shape('PhaseEnded', { index: phaseIndex, endedAt: instant, cause: z.enum(['planned', 'chair']) }),
  shape('ClockPaused', {}),
  shape('ClockResumed', { pausedMs: milliseconds }),
  shape('ClockExtended', { seconds: z.int().check(z.positive()) }),
  shape('AutopilotSet', { agenda: z.boolean(), floor: floorAutopilot }),
  shape('RecordUnsealed', {}),
  shape('RoomClosed', {}),
] as const

// Commands and events of phases and their clock, of autopilot, and of unsealing and closing the record.
import * as z from 'zod/mini'
import { instant, tensionKey } from '../../kernel/ids'
import { milliseconds, phaseIndex, publicEntryNumber, variant } from '../../kernel/variant'

export const floorAutopilot = z.enum(['off', 'in-order', 'least-heard'])
export type FloorAutopilot = z.infer<typeof floorAutopilot>

export const phasesCommands = [
  variant('startPhase', { index: phaseIndex }),
  variant('endPhase', { index: phaseIndex }),
  variant('pauseClock', {}),
  variant('resumeClock', {}),
  variant('extendClock', { minutes: z.union([z.literal(1), z.literal(2), z.literal(5)]) }),
  variant('setAutopilot', { agenda: z.boolean(), floor: floorAutopilot, understudiesWait: z.optional(z.boolean()) }),
  variant('unsealRecord', {}),
  variant('closeRoom', {}),
] as const

export const phasesServerCommands = [variant('turnQuestion', { phase: phaseIndex, to: tensionKey })] as const

export const phasesEvents = [
  variant('PhaseStarted', { index: phaseIndex, startsAt: instant, endsAt: instant }),
  variant('PhaseEnded', { index: phaseIndex, endedAt: instant, cause: z.enum(['planned', 'chair', 'all-opened']) }),
  /** `until`: for a caucus that was moved, until this instant. */
  variant('ClockPaused', { until: z.optional(instant) }),
  variant('ClockResumed', { pausedMs: milliseconds }),
  /** `motion`: by the motion with this number. */
  variant('ClockExtended', { seconds: z.int().check(z.positive()), motion: z.optional(publicEntryNumber) }),
  variant('AutopilotSet', { agenda: z.boolean(), floor: floorAutopilot, understudiesWait: z.optional(z.boolean()) }),
  /** The room turns to the question of a tension that is folded into the round. */
  variant('QuestionTurned', { phase: phaseIndex, to: tensionKey }),
  variant('RecordUnsealed', {}),
  variant('RoomClosed', {}),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const phasesRefusals = ['clock-not-paused', 'agenda-finished'] as const

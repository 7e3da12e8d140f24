// Commands and events of phases and their clock, of autopilot, and of unsealing and closing the record, and their part of the state of a
// room: the agenda, its clock, and what runs by itself.
import * as z from 'zod/mini'
import type { RoomPlan } from '../agenda/plan'
import { instant, type TensionKey, tensionKey } from '../kernel/ids'
import { milliseconds, phaseIndex, publicEntryNumber, variant } from '../kernel/variant'

export const floorAutopilot = z.enum(['off', 'in-order', 'least-heard'])
export type FloorAutopilot = z.infer<typeof floorAutopilot>

export const commands = [
  variant('startPhase', { index: phaseIndex }),
  variant('endPhase', { index: phaseIndex }),
  variant('pauseClock', {}),
  variant('resumeClock', {}),
  variant('extendClock', { minutes: z.union([z.literal(1), z.literal(2), z.literal(5)]) }),
  variant('setAutopilot', { agenda: z.boolean(), floor: floorAutopilot, understudiesWait: z.optional(z.boolean()) }),
  variant('unsealRecord', {}),
  variant('closeRoom', {}),
] as const

export const serverCommands = [variant('turnQuestion', { phase: phaseIndex, to: tensionKey })] as const

export const events = [
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
export const refusals = ['clock-not-paused', 'agenda-finished'] as const

export type Agenda = Readonly<{
  /** The phase that runs or ran last; −1 in the lobby. */
  index: number
  status: 'lobby' | 'running' | 'between' | 'finished'
}>

/** The clock of the phase that runs or ran last. Pauses move `startsAt` and `endsAt`, so elapsed time never counts them. */
export type Clock = Readonly<{
  startsAt: number
  endsAt: number
  pausedAt: number | null
  /** Where it stands still for a caucus that was moved, when it goes on by itself (M5); null in a pause of the chair's. */
  caucusUntil: number | null
  endedAt: number | null
}>

export type PhasesSlice = Readonly<{
  agenda: Agenda
  clock: Clock | null
  /** `understudiesWait`: they ask for no floor and get it from the chair alone. */
  autopilot: Readonly<{ agenda: boolean; floor: FloorAutopilot; understudiesWait: boolean }>
  /** The folded tension to whose question the running phase, or the one that ran last, has turned; null before. */
  turnedTo: TensionKey | null
  endedEarly: Readonly<Record<number, number>>
  unsealedAt: number | null
  closedAt: number | null
}>

export const start = (plan: RoomPlan): PhasesSlice => ({
  agenda: { index: -1, status: 'lobby' },
  clock: null,
  autopilot: { agenda: true, floor: 'least-heard', understudiesWait: plan.understudiesWait ?? false },
  turnedTo: null,
  endedEarly: {},
  unsealedAt: null,
  closedAt: null,
})

// The part of a room's state that the events of phases change: the agenda, its clock, and what runs by itself.
import type { RoomPlan } from '../../agenda/plan'
import type { TensionKey } from '../../kernel/ids'
import type { FloorAutopilot } from './schemas'

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

export const phasesStart = (plan: RoomPlan): PhasesSlice => ({
  agenda: { index: -1, status: 'lobby' },
  clock: null,
  autopilot: { agenda: true, floor: 'least-heard', understudiesWait: plan.understudiesWait ?? false },
  turnedTo: null,
  endedEarly: {},
  unsealedAt: null,
  closedAt: null,
})

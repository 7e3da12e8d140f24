/** What an instructor chooses when an activity is made. One strict schema; it knows nothing of how a choice is carried out. */
import { z } from 'zod'
import { seatingMode } from '#simulation/agenda/plan'
import { seminarChoices } from '#simulation/agenda/planning'
import { instant, MOST_DELEGATIONS, MOST_PHASES } from '#simulation/kernel/ids'
import { wallTime } from '../homework/deadlines'

const deadline = z.strictObject({ wall: wallTime, at: instant })

export const ActivitySettings = z.strictObject({
  /** Tensions in the order they are played, each with a length of its own where one was chosen. */
  rounds: seminarChoices.shape.rounds,
  roomCount: z.int().min(1).max(40),
  seatsPerDelegation: z.int().min(1).max(8),
  /** How many delegations sit at a table, as the scenario has them; an activity made while it was always three does not say. */
  delegations: z.int().min(2).max(MOST_DELEGATIONS).optional(),
  /** Students choose a seat in the order they come, a stored lot decides, or the instructor places them. */
  seating: seatingMode,
  practiceSpeed: z.union([z.literal(1), z.literal(30)]),
  /** Whether scripted delegates play the seats that stay empty. */
  understudies: z.boolean(),
  /** Who may come in while the door is open: anyone with the code, only names on the roster, or each one asks. */
  door: z.enum(['code', 'roster', 'ask']),
  /** The code lets people in until round 1 begins, or only until the start. */
  lateArrivals: z.enum(['until-round-1', 'until-start']),
  /** The titles of the observers' seats at each table. */
  observers: seminarChoices.shape.observers,
  /** A homework debate's calendar: what was typed, in which zone, and the instants it means. */
  homework: z
    .strictObject({
      timeZone: z.string().min(1).max(64),
      phases: z
        .array(z.strictObject({ opens: deadline, due: deadline }))
        .min(1)
        .max(MOST_PHASES),
      lateHours: z.number().min(0).max(336),
      postFirst: z.boolean(),
    })
    .optional(),
})
export type ActivitySettings = z.infer<typeof ActivitySettings>

/** How many people one table seats. */
export function roomSize(settings: ActivitySettings): number {
  return settings.seatsPerDelegation * (settings.delegations ?? 3) + settings.observers.length
}

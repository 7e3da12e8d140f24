/** The schema of the settings that an instructor chooses for an activity. */
import { z } from 'zod'
import { seatingMode } from '#simulation/agenda/plan'
import { type ActivityGrading, BESIDE_CHANGES, BESIDE_SETTINGS, gradingWithout } from '#simulation/beside/slices'
import { instant, MOST_CHAIRS, MOST_DELEGATIONS, MOST_PHASES } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { seminarChoices } from '#simulation/planning/planning'
import { EVIDENCE_POLICIES, NO_PART_POLICIES } from '#simulation/reading/marks/grades'
import { MOST_LATE_DAYS } from '#simulation/reading/marks/lateness'
import { MOST_REGRADE_DAYS } from '#simulation/reading/marks/regrades'
import { environment } from '../../base/environment'
import { wallTime } from './deadlines'

const deadline = z.strictObject({ wall: wallTime, at: instant })

const grading = {
  evidence: z.enum(EVIDENCE_POLICIES),
  noPart: z.enum(NO_PART_POLICIES),
  regradeDays: z.int().min(0).max(MOST_REGRADE_DAYS),
  late: z.strictObject({
    percent: z.int().min(1).max(100),
    floor: z.int().min(0).max(99),
    days: z.int().min(0).max(MOST_LATE_DAYS),
  }),
  hideNames: z.boolean(),
}

/** How an activity is graded. What a slice kept that has left the program is not read. */
const GradingSettings = z.object({
  ...grading,
  regradeDays: grading.regradeDays.default(0),
  late: grading.late.optional(),
  ...z.object(BESIDE_SETTINGS).partial().shape,
  /** Read in activities of before, and no longer offered: how many percent of a sum the positions were. They count in none. */
  shared: z.int().optional(),
  hideNames: grading.hideNames.default(false),
})

/** What is changed of it; null where lateness takes nothing off any more, and where a slice beside the log is not chosen any more. */
export const GradingChange = z.strictObject({ ...grading, late: grading.late.nullable(), ...BESIDE_CHANGES }).partial()
export type GradingChange = z.infer<typeof GradingChange>

export const ActivitySettings = z.strictObject({
  /** Tensions in the order of play, each with its length in seconds where one was chosen. */
  rounds: seminarChoices.shape.rounds,
  /** The lengths of single phases, where they were chosen. */
  lengths: seminarChoices.shape.lengths,
  roomCount: z.int().min(1).max(40),
  seatsPerDelegation: z.int().min(1).max(MOST_CHAIRS),
  /** The number of delegations in a room, from the scenario; absent in activities made when it was always three. */
  delegations: z.int().min(2).max(MOST_DELEGATIONS).optional(),
  /** Students choose a seat on arrival, a lot from the room's seed decides, or the instructor places them. */
  seating: seatingMode,
  practiceSpeed: z.union([z.literal(1), z.literal(30)]),
  /** Whether scripted delegates play the seats that stay empty. */
  understudies: z.boolean(),
  understudiesWait: seminarChoices.shape.understudiesWait,
  ratification: seminarChoices.shape.ratification,
  cases: seminarChoices.shape.cases,
  /** Read in activities of before, and no longer offered: whether students might dictate. */
  dictation: z.boolean().optional(),
  learning: seminarChoices.shape.learning,
  briefAfterCheck: seminarChoices.shape.briefAfterCheck,
  /** Who may join while the door is open: anyone with the code, only names on the roster, or nobody without a join request. */
  door: z.enum(['code', 'roster', 'ask']),
  /** The door closes by itself when round 1 begins, or already at the start. */
  lateArrivals: z.enum(['until-round-1', 'until-start']),
  /** The titles of the observers' seats in each room. */
  observers: seminarChoices.shape.observers,
  /** Absent where nobody has chosen it. */
  grading: GradingSettings.optional(),
  /** What its people are asked about their words for research; absent where they are asked nothing. */
  research: z
    .strictObject({
      question: z.string().min(1).max(LIMITS.researchQuestion),
      approval: z.string().max(LIMITS.researchApproval),
    })
    .optional(),
  /** The calendar of a homework debate: the wall times as typed, their zone, and the instants they mean. */
  homework: z
    .strictObject({
      timeZone: z.string().min(1).max(64),
      phases: z
        .array(z.strictObject({ opens: deadline, due: deadline }))
        .min(1)
        .max(MOST_PHASES),
      lateHours: z.number().min(0).max(336),
      postFirst: z.boolean(),
      /** Absent in debates of before it could be chosen. */
      handInDrafts: z.boolean().optional(),
      /** What the instructor tells the students beside what is asked, and what they may use AI for. Both may be empty, and can be changed later. */
      instructions: z.string().max(LIMITS.instructions).optional(),
      aiUse: z.string().max(LIMITS.aiUse).optional(),
    })
    .optional(),
})
export type ActivitySettings = z.infer<typeof ActivitySettings>

/** How many people one room seats. */
export function roomSize(settings: ActivitySettings): number {
  return settings.seatsPerDelegation * (settings.delegations ?? 3) + settings.observers.length
}

/** How an activity is graded on this server, which may have switched some of it off (L31). */
export const asSwitched = (grading: ActivityGrading): ActivityGrading =>
  gradingWithout(grading, environment().besideOff)

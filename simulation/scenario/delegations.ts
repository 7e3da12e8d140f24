// Delegations and seats as an author writes them. Nearly all of it is confidential to one delegation or one seat, so no page may import a
// scenario's data (rule `no-import-of-scenario-texts`); a room sends each reader the briefs that they may read.
import { z } from 'zod'
import { cardCheck } from '../agenda/home-cards'
import { delegationPlan } from '../agenda/parties'
import { axisValue, delegationId, MOST_ROUNDS, MOST_SEATS, pair, tensionKey } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import {
  anchored,
  anchorRefs,
  dottedId,
  factKeys,
  identified,
  key,
  label,
  prose,
  scenarioSeatId,
  spareProse,
} from './terms'

/** What a delegation would file first on an axis, and how far it can move without leaving its role. */
const delegationOpening = z.strictObject({
  value: axisValue,
  band: z.tuple([axisValue, axisValue]),
  reading: spareProse,
  anchors: anchorRefs,
  facts: factKeys,
})

/** Words that a clause offers (a side's first words, or the bridge of two sides), and lines that an understudy can say. */
const shownIn = z.strictObject({
  words: z
    .array(z.strictObject({ clause: key, of: z.union([delegationId, pair]) }))
    .max(20)
    .optional(),
  lines: z.array(dottedId).max(20).optional(),
})
export type ShownIn = z.infer<typeof shownIn>

/** What a delegation will not sign; with the tensions on which it is at stake, where the author says. */
const redLine = z.strictObject({
  ...identified.shape,
  tensions: z.array(tensionKey).max(MOST_ROUNDS).optional(),
  /** Words and lines of others that would cross it. */
  crossedBy: shownIn.optional(),
})

/** What an office is to reach. */
const objective = z.strictObject({
  ...identified.shape,
  /** What would show that it was met. */
  by: shownIn.optional(),
  /** What would break it, where it is met as long as something is not done. */
  unless: shownIn.optional(),
})

/** A home card: what somebody at home wants of the text. Two are drawn for a room (A2), of those about what it plays. */
export const card = z.strictObject({
  id: dottedId,
  holder: label,
  /** In the holder’s words. */
  asks: z.string().min(1).max(LIMITS.homeReason),
  /** What it is about. */
  axes: z.array(tensionKey).min(1).max(MOST_ROUNDS),
  /** What the rules look for in the text; absent where people judge. */
  check: z.optional(cardCheck),
  /** Why each office refuses a text that does not give it: that office's own grounds, one of which its understudy says. */
  grounds: z
    .partialRecord(scenarioSeatId, z.array(z.string().min(1).max(LIMITS.homeReason)).min(1).max(6))
    .refine((grounds) => Object.keys(grounds).length <= MOST_SEATS)
    .optional(),
  /** For the instructor to say when the card is turned. */
  readAloud: prose,
})
export type Card = z.infer<typeof card>

export const delegation = z.strictObject({
  ...delegationPlan.shape,
  name: label,
  short: label,
  capital: label,
  interests: z.array(anchored).max(60),
  redLines: z.array(redLine).max(60),
  roomToMove: z.array(anchored).max(60),
  publicAtHome: z.array(anchored).max(60),
  openings: z.record(tensionKey, delegationOpening).refine((openings) => Object.keys(openings).length <= MOST_ROUNDS),
  /** How much each tension matters at home, for the understudies who lay the delegation's chips; a tension without a weight matters little. */
  chips: z
    .record(tensionKey, z.int().check(z.gte(0), z.lte(10)))
    .refine((chips) => Object.keys(chips).length <= MOST_ROUNDS)
    .optional(),
  strongestCase: spareProse,
  weakSpots: z.array(anchored).max(60),
  tone: spareProse,
  cards: z.array(card).max(60),
  /** Whether its understudies keep a bracket open with a reason when they hold to their own text. */
  defendsBrackets: z.boolean().optional(),
})
export type Delegation = z.infer<typeof delegation>

/** An office as the author writes it. Everything from `brief` down is for the seat alone until the debrief. */
export const scenarioSeat = z.strictObject({
  id: scenarioSeatId,
  delegation: delegationId,
  title: label,
  /** Files positions and casts ballots for the delegation. */
  head: z.boolean(),
  /** The order in which seats fill, from 1: with n students in a delegation, seats 1 to n are taken. */
  order: z.int().min(1),
  charge: prose,
  brief: spareProse,
  objectives: z.array(objective).max(60),
  firstInCaucus: spareProse,
  neverInPublic: spareProse,
  /** Why this office refuses at home a clause that went too far, for its understudy to say: `{clause}` stands for the clause's name. */
  refuses: z.string().min(1).max(LIMITS.homeReason).optional(),
  anchors: anchorRefs,
  facts: factKeys,
})
export type ScenarioSeat = z.infer<typeof scenarioSeat>

// What the delegations negotiate about: tensions with their axes, injects, and the communiqué with its brackets.
import { z } from 'zod'
import { sourceLetter } from '../agenda/parties'
import { perStep } from '../kernel/axis'
import { axisValue, delegationId, MOST_DELEGATIONS, pair, tensionKey } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { anchorRefs, factKeys, forEachDelegation, key, label, prose, spareLabel, spareProse } from './terms'

/** The two ends of an axis, and a name for every whole step between them. */
export const axis = z.strictObject({
  minus: label,
  plus: label,
  labels: z.strictObject(perStep(label)),
})

const reasonedPosition = z.strictObject({
  value: axisValue,
  reason: spareProse,
  anchors: anchorRefs,
  facts: factKeys,
})

/** The subject of one round: a question, and the axis on which delegations take their positions. */
export const tension = z.strictObject({
  key: tensionKey,
  order: z.int().min(1),
  title: label,
  question: prose,
  drawsOn: anchorRefs,
  /** Facts from outside the sources that the round turns on. */
  facts: factKeys,
  whyItMatters: spareProse,
  axis: axis,
  /** Where the author of a source stands on the axis; absent where no author takes a side. */
  author: reasonedPosition.extend({ source: sourceLetter }).optional(),
  /** The value that each brief suggests as the opening position; a delegation may file another. */
  openings: forEachDelegation(reasonedPosition),
  chairQuestions: z.array(prose).max(60),
  misunderstandings: z.array(z.strictObject({ wrong: prose, right: prose })).max(60),
  endsWell: spareProse,
  goesWrong: spareProse,
})
export type Tension = z.infer<typeof tension>

/** News fed into the talks. Always invented, always shown as invented. */
export const inject = z.strictObject({
  key,
  fiction: z.literal(true),
  form: label,
  headline: label,
  text: prose,
  tensions: z.array(tensionKey).min(1).max(60),
  anchors: anchorRefs,
  /** Advice to the instructor: the moment at which it works best. */
  when: prose,
  /** The delegations put under most pressure. */
  squeezes: z.array(delegationId).min(1).max(60),
  followUp: prose,
})
export type Inject = z.infer<typeof inject>

/** Marks the place in a clause's base where the delegations' alternative texts go. */
export const BRACKET_MARK = '[…]'

export const clause = z.strictObject({
  key,
  order: z.int().min(1),
  tension: tensionKey,
  heading: label,
  /** For the stage, where it must be read from the back row. */
  name: z.string().min(1).max(LIMITS.clauseName).optional(),
  /** What all sides begin with, with `BRACKET_MARK`. */
  base: prose,
  /** What each side's first words say there. */
  brackets: forEachDelegation(prose),
  /** For two sides a wording between their first words, to stand in the bracket. Understudies put it forward. */
  bridges: z
    .record(pair, prose)
    .refine((bridges) => Object.keys(bridges).length <= (MOST_DELEGATIONS * (MOST_DELEGATIONS - 1)) / 2)
    .optional(),
  /** Phrases by which understudies read words that people write: what carries a side's value, or crosses its red line. */
  hinges: z
    .array(z.strictObject({ phrase: label, for: delegationId, reads: z.enum(['value', 'red-line']) }))
    .max(60)
    .optional(),
  /** Why a side's understudies leave the bracket standing. */
  reasons: forEachDelegation(prose).optional(),
  anchors: anchorRefs,
})
export type Clause = z.infer<typeof clause>

export const scenarioCommunique = z.strictObject({
  title: spareLabel,
  preamble: spareProse,
  /** How the brackets may be resolved. */
  note: spareProse,
  /** Without clauses there is no text to negotiate, and no agenda has a phase for one. */
  clauses: z.array(clause).max(60),
  /** A clause is agreed with at least `votesFor` in favour and at most `votesAgainst` against; `usualBallotRule` where absent. */
  ballotRule: z.strictObject({ votesFor: z.int().min(0), votesAgainst: z.int().min(0) }).optional(),
  /** What an understudy asks of words that people wrote and in which it finds none of the clause’s hinges: `{clause}` stands for the clause, `{side}` for the capital of whose words they are. */
  question: prose.optional(),
  /** What an understudy says at home of a card that the text does not meet: `{holder}` asked for `{asks}`. */
  unmet: prose.optional(),
  /** What a side's understudies say on the floor of the text, and of the focus once its numbers are revealed. */
  spoken: forEachDelegation(
    z.strictObject({
      /** Of its own offer: `{give}` and `{take}` stand for the clauses, `{side}` for the capital to which it goes. */
      offer: prose,
      /** Of an offer that it accepts, and of one that it declines, by the same names: what it would give, and take. */
      accepts: prose,
      declines: prose,
      /** Why its bracket stays: `{clause}` and `{reason}`. */
      holds: prose,
      /** Of the focus in a round: `{one}` and `{other}` stand for the values of its members in order, `{steps}` for how far apart they are. */
      apart: prose,
      /** The same where both stand at one value. */
      together: prose,
    }),
  ).optional(),
  closingQuestion: spareProse,
})

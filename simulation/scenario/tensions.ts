// What the delegations negotiate about: tensions with their axes, injects, and the communiqué with its brackets.
import { z } from 'zod'
import { sourceLetter } from '../agenda/parties'
import { axisValue, delegationId, tensionKey } from '../kernel/ids'
import { anchorRefs, factKeys, forEachDelegation, key, label, prose } from './terms'

/** The two ends of an axis, and a name for every whole step between them. */
export const axis = z.strictObject({
  minus: label,
  plus: label,
  labels: z.strictObject({
    '-3': label,
    '-2': label,
    '-1': label,
    '0': label,
    '1': label,
    '2': label,
    '3': label,
  }),
})
export type Axis = z.infer<typeof axis>

const reasonedPosition = z.strictObject({
  value: axisValue,
  reason: prose,
  anchors: anchorRefs,
  facts: factKeys,
})

/** The subject of one round: a question, and the axis on which delegations take their positions. */
export const tension = z.strictObject({
  key: tensionKey,
  order: z.int().min(1),
  title: label,
  question: prose,
  drawsOn: anchorRefs.min(1),
  /** Facts from outside the sources that the round turns on. */
  facts: factKeys,
  whyItMatters: prose,
  axis: axis,
  /** Where the author of a source stands on the axis; absent where no author takes a side. */
  author: reasonedPosition.extend({ source: sourceLetter }).optional(),
  /** The value that each brief suggests as the opening position; a delegation may file another. */
  openings: forEachDelegation(reasonedPosition),
  chairQuestions: z.array(prose).min(1).max(60),
  misunderstandings: z.array(z.strictObject({ wrong: prose, right: prose })).max(60),
  endsWell: prose,
  goesWrong: prose,
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
  base: prose,
  brackets: forEachDelegation(prose),
  anchors: anchorRefs,
})
export type Clause = z.infer<typeof clause>

export const scenarioCommunique = z.strictObject({
  title: label,
  preamble: prose,
  /** How the brackets may be resolved. */
  note: prose,
  clauses: z.array(clause).min(1).max(60),
  /** A clause passes with at least `votesFor` in favour and at most `votesAgainst` against; `usualBallotRule` where absent. */
  ballotRule: z.strictObject({ votesFor: z.int().min(0), votesAgainst: z.int().min(0) }).optional(),
  closingQuestion: prose,
})

// Evidence of learning (V3, V4): what each person knew, how sure they were and where they stood before the talks and after them, paired by
// person over all tables, and what of it changed. What leaves here names nobody.

import type { RoundPlan } from '../../agenda/plan'
import { type PersonId, personId, type TensionKey } from '../../kernel/ids'
import { type BeforeAfter, mean, type PairedChange, pairedChange } from '../../kernel/paired'
import { formAt, unansweredBy } from '../../questions/stances'
import type { Form } from '../../shapes/stances'
import { answerKey, formKey, type RoomState, stanceKey } from '../../state/room-state'
import { guessChanges } from './believed'
import type { When } from './own-view'
import { FEWEST, stancesOver } from './stance-spread'

/** One measure at both times; null where it was not taken, or not wholly. */
type Twice = Readonly<Record<When, number | null>>
const NEVER: Twice = { before: null, after: null }

/** What one person said at both times. */
export type Learner = Readonly<{
  /** How many of the questions they answered rightly. */
  knowledge: Twice
  /** Which form they answered before the talks; null where there is one form, or they answered none. */
  first: Form | null
  /** How sure they were, as a mean over the axes on which they said so at both times. */
  sure: Twice
  /** Their own view, in the order of the rounds. */
  views: readonly Twice[]
}>

/** Under `FEWEST` people, or guesses, nothing is said but how many they are. */
export type Comparison = Readonly<{ n: number; change: PairedChange | null }>

export type LearningRows = Readonly<{ rounds: readonly RoundPlan[]; learners: readonly Learner[] }>

/** What is said of knowledge: it rose or fell where the interval of its change lies on one side of none; neither without an interval. */
export type LearningFinding =
  | { kind: 'still-open' }
  | { kind: 'too-few'; n: number }
  | { kind: 'rose' | 'fell' | 'unclear' | 'alike'; n: number; change: number }

export function learningFinding({ tables, knowledge: { n, change } }: LearningSheet): LearningFinding {
  if (tables.over === 0) return { kind: 'still-open' }
  if (change === null) return { kind: 'too-few', n }
  const { interval } = change
  const kind = !interval ? 'alike' : interval.low > 0 ? 'rose' : interval.high < 0 ? 'fell' : 'unclear'
  return { kind, n, change: change.change }
}

/** Null where no table asks for it. */
export function learningSheet(states: readonly RoomState[]) {
  const asked = states.filter(({ plan }) => plan.learning)
  if (asked.length === 0) return null
  const { rounds, learners, over } = learnersOf(asked)
  const of = (measure: (learner: Learner) => Twice | undefined) =>
    compared(learners.flatMap((learner) => pairOf(measure(learner))))
  return {
    /** Of how many tables the own views can no longer be marked: they alone are counted. */
    tables: { over: over.length, of: asked.length },
    /** Those who said anything, at either time. */
    people: learners.length,
    knowledge: of(({ knowledge }) => knowledge),
    /** How many of those who answered both times had each form first; null where there is one form, or too few to say. */
    forms: formsOf(learners),
    sure: of(({ sure }) => sure),
    views: rounds.map((round, place) => ({ round, moved: of(({ views }) => views[place]) })),
    /** How far the guesses of delegations lay from what the guessed side filed, with the opening and with the closing positions. */
    guesses: compared(over.flatMap(guessChanges)),
  }
}
export type LearningSheet = NonNullable<ReturnType<typeof learningSheet>>

/**
 * Everybody on the sheet, for a file without names: in the order of what they said, so that a place in it says nothing of who it is.
 * Empty where no table asks, or fewer than `FEWEST` people said anything.
 */
export function learningRows(states: readonly RoomState[]): LearningRows {
  const { rounds, learners } = learnersOf(states.filter(({ plan }) => plan.learning))
  return { rounds, learners: learners.length < FEWEST ? [] : learners.toSorted(byValues) }
}

/** How many questions of the form that they answered somebody answered rightly, where all are answered and it is known which answers are right. */
export function rightAnswers(state: RoomState, person: PersonId, when: When): number | null {
  const form = formAt(state, person, when)
  const right = (form === 'B' ? state.papers?.learningB : state.papers?.learning) ?? state.knowledgeTold[person]?.[form]
  if (!right || unansweredBy(state, person, when).length > 0) return null
  return right.filter((option, item) => state.knowledge[answerKey(person, when, item)] === option).length
}

function learnersOf(states: readonly RoomState[]) {
  const over = states.filter((state) => stancesOver(state, 'after'))
  const rounds = over[0]?.plan.rounds ?? []
  const people = new Set(over.flatMap(peopleIn))
  const learners = [...people].map((person) => learnerOf(over, rounds, person))
  return { over, rounds, learners }
}

/** Who marked or answered anything and was not taken out of the room. */
const peopleIn = ({ stances, knowledge, removed }: RoomState): readonly PersonId[] =>
  [...Object.keys(stances), ...Object.keys(knowledge)]
    .map((key) => personId.parse(key.slice(0, key.indexOf('/'))))
    .filter((person) => !removed.includes(person))

function formsOf(learners: readonly Learner[]): Readonly<Record<Form, number>> | null {
  const firsts = learners.flatMap(({ knowledge, first }) => (first && pairOf(knowledge).length > 0 ? [first] : []))
  if (firsts.length < FEWEST) return null
  const first = firsts.filter((form) => form === 'A').length
  return { A: first, B: firsts.length - first }
}

/** Somebody who changed tables marked before at one and after at another. */
function learnerOf(states: readonly RoomState[], rounds: readonly RoundPlan[], person: PersonId): Learner {
  const first = (measured: (state: RoomState, when: When) => number | null | undefined): Twice => {
    const at = (when: When) => states.map((state) => measured(state, when)).find((value) => value != null) ?? null
    return { before: at('before'), after: at('after') }
  }
  const on = (part: 'stances' | 'sureness', key: TensionKey) =>
    first((state, when) => state[part][stanceKey(person, when, key)])
  const sure = rounds.flatMap(({ key }) => pairOf(on('sureness', key)))
  const forms = states.flatMap(({ knowledgeForms }) => knowledgeForms[formKey(person, 'before')] ?? [])
  return {
    first: forms[0] ?? null,
    knowledge: first((state, when) => rightAnswers(state, person, when)),
    sure:
      sure.length === 0 ? NEVER : { before: mean(sure.map(([one]) => one)), after: mean(sure.map(([, one]) => one)) },
    views: rounds.map(({ key }) => on('stances', key)),
  }
}

const pairOf = ({ before, after }: Twice = NEVER): BeforeAfter[] =>
  before === null || after === null ? [] : [[before, after]]

const compared = (pairs: readonly BeforeAfter[]): Comparison => ({
  n: pairs.length,
  change: pairs.length < FEWEST ? null : pairedChange(pairs),
})

const valuesOf = ({ knowledge, sure, views }: Learner): readonly (number | null)[] =>
  [knowledge, sure, ...views].flatMap(({ before, after }) => [before, after])

function byValues(one: Learner, other: Learner): number {
  const others = valuesOf(other)
  for (const [place, value] of valuesOf(one).entries()) {
    const differs = (value ?? -9) - (others[place] ?? -9)
    if (differs !== 0) return differs
  }
  return 0
}

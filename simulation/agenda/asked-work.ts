// How much work a phase of a seminar asks of one person, in seconds: what must be read, marked, filed and written in it. Talk asks for none:
// it fills what time there is. An agenda whose phase asks for more than it holds is refused, and chips are laid where there is time for them.
import { ruleOf } from './phase-kinds'
import type { Filing, PhasePlan } from './plan'

/** Seconds for each piece of work, for a student who knows the page: a mark is two taps, a page is read at 200 words a minute. */
const SECONDS = {
  /** One axis of the own view, read and marked. */
  view: 12,
  /** The one page of the office, read; and the objective that is chosen on it. */
  page: 100,
  objective: 15,
  /** One question of the evidence of learning, read and answered. */
  question: 18,
  /** An opening position: a value, two sentences and what they rest on; and one guess for each other side. */
  opening: 70,
  guess: 5,
  /** A position looked at again: let stand, or changed for a reason. */
  closing: 40,
  chips: 45,
  /** Another side: guessed and asked, and its case said. */
  side: 105,
  /** A clause read and voted on. */
  clause: 15,
  /** The cards from home, read against the signed text. */
  cards: 75,
  /** One prompt of the reflection. */
  prompt: 60,
} as const

/** What the work of a phase depends on besides the phase. */
export type WorkAround = Readonly<{
  /** How many sides, rounds and clauses there are, and prompts for a reflection. */
  sides: number
  rounds: number
  clauses: number
  prompts: number
  /** How many questions evidence of learning asks, where it may be asked for. */
  questions: number
}>

/** Seconds for the chips, where they are laid in a phase. */
export const CHIPS_SECONDS = SECONDS.chips

/** What this phase asks of one person, in seconds; `files` are the positions that it files. */
export function secondsAsked(
  { kind, files }: Pick<PhasePlan, 'kind'> & { files: Filing | null },
  { sides, rounds, clauses, prompts, questions }: WorkAround,
): number {
  const rule = ruleOf({ kind })
  const others = sides - 1
  return (
    (rule.stance === null ? 0 : rounds * SECONDS.view + questions * SECONDS.question) +
    (rule.stance === 'before' ? SECONDS.page + SECONDS.objective : 0) +
    (files?.stage === 'opening' ? files.rounds.length * (SECONDS.opening + others * SECONDS.guess) : 0) +
    (files?.stage === 'closing' ? files.rounds.length * SECONDS.closing : 0) +
    (rule.asksSides ? others * SECONDS.side : 0) +
    (rule.votes ? clauses * SECONDS.clause : 0) +
    (rule.ratifies ? SECONDS.cards : 0) +
    (rule.reflections === 'asked' ? prompts * SECONDS.prompt : 0)
  )
}

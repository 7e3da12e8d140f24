// The part of a room's state that the events of stances change: personal stances, reflections, reading checks, and the evidence of learning.
import type { AxisValue, PersonId } from '../../kernel/ids'

export type StancesSlice = Readonly<{
  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  /** How sure people are of a stance, by its key. */
  sureness: Readonly<Record<string, number>>
  /** The places of answers to the questions of the evidence of learning, by `person/when/item`. */
  knowledge: Readonly<Record<string, number>>
  /** The right answers, for each person whom they were told. */
  knowledgeTold: Readonly<Record<PersonId, readonly number[]>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number; handedIn: boolean }>>
  /** Of each person and question, by its place, whether they say that they knew the answer. */
  readingChecks: Readonly<Record<PersonId, Readonly<Record<number, boolean>>>>
}>

export const stancesStart = (): StancesSlice => ({
  stances: {},
  sureness: {},
  knowledge: {},
  knowledgeTold: {},
  reflections: {},
  readingChecks: {},
})

// The part of a room's state that the events of stances change: personal stances, reflections, and reading checks.
import type { AxisValue, PersonId } from '../../kernel/ids'

export type StancesSlice = Readonly<{
  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number; handedIn: boolean }>>
  /** Of each person and question, by its place, whether they say that they knew the answer. */
  readingChecks: Readonly<Record<PersonId, Readonly<Record<number, boolean>>>>
}>

export const stancesStart = (): StancesSlice => ({
  stances: {},
  reflections: {},
  readingChecks: {},
})

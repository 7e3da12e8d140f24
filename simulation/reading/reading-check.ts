// The reading check as pages count it: what a person has left, and for the chair who has done it and which questions failed (W3).
import type { PersonId } from '../kernel/ids'
import { readingCheckNow } from '../questions/stances'
import type { RoomState } from '../state/room-state'

/** How many questions this person has not answered, of how many; null where none is asked now. */
export function checkLeft(state: RoomState, person: PersonId): { left: number; of: number } | null {
  if (!readingCheckNow(state)) return null
  const of = state.plan.readingCheck?.length ?? 0
  const left = of - Object.keys(state.readingChecks[person] ?? {}).length
  return left === 0 ? null : { left, of }
}

export type CheckCount = Readonly<{
  /** Everybody who has taken a seat, in the order in which they did, with how many questions they answered. */
  people: readonly Readonly<{ person: PersonId; answered: number }>[]
  /** How many of them answered every question. */
  done: number
  /** Every question by its place in the plan, with how many answered it and how many say they did not know; most of these first. */
  questions: readonly Readonly<{ question: number; ask: string; answered: number; failed: number }>[]
}>

/** Null in a room that has no check. Only the chair hears the answers of all. */
export function checkCount(state: RoomState): CheckCount | null {
  const asks = state.plan.readingCheck ?? []
  if (asks.length === 0) return null
  const people = state.seated
    .filter((person) => !state.removed.includes(person))
    .map((person) => ({ person, answered: Object.keys(state.readingChecks[person] ?? {}).length }))
  const answers = Object.values(state.readingChecks)
  const questions = asks.map(({ ask }, question) => {
    const knew = answers.flatMap((own) => own[question] ?? [])
    return { question, ask, answered: knew.length, failed: knew.filter((each) => !each).length }
  })
  return {
    people,
    done: people.filter(({ answered }) => answered === asks.length).length,
    questions: questions.toSorted((a, b) => b.failed - a.failed || a.question - b.question),
  }
}

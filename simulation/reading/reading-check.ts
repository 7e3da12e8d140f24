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

/** W4: whether what a person has left of it keeps their brief from them. */
export const checkKeepsBrief = (state: RoomState, person: PersonId): boolean =>
  state.plan.briefAfterCheck === true && checkLeft(state, person) !== null

export type CheckCount = Readonly<{
  /** Everybody who took a seat while there was time, in the order in which they did, with how many questions they answered. */
  people: readonly Readonly<{ person: PersonId; answered: number }>[]
  /** How many of them answered every question. */
  done: number
  /** Every question by its place in the plan, with how many of them answered it and how many say they did not know; most of these first. */
  questions: readonly Readonly<{ question: number; ask: string; answered: number; failed: number }>[]
}>

/** Null in a room that has no check. Only the chair hears the answers of all. */
export function checkCount(state: RoomState): CheckCount | null {
  const asks = state.plan.readingCheck ?? []
  if (asks.length === 0) return null
  const until = checkedUntil(state)
  const asked = state.seated.filter(
    (person) => !state.removed.includes(person) && (state.seatedAt[person] ?? 0) <= until,
  )
  const people = asked.map((person) => ({ person, answered: Object.keys(state.readingChecks[person] ?? {}).length }))
  const questions = asks.map(({ ask }, question) => {
    const knew = asked.flatMap((person) => state.readingChecks[person]?.[question] ?? [])
    return { question, ask, answered: knew.length, failed: knew.filter((each) => !each).length }
  })
  return {
    people,
    done: people.filter(({ answered }) => answered === asks.length).length,
    questions: questions.toSorted((a, b) => b.failed - a.failed || a.question - b.question),
  }
}

/** When the first phase started, with which the check ended; for ever while none has, also where the chair took the start back. */
function checkedUntil({ agenda, record }: RoomState): number {
  if (agenda.status === 'lobby') return Number.POSITIVE_INFINITY
  const start = record.findLast(({ event }) => event.type === 'PhaseStarted' && event.index === 0)
  return start?.at ?? Number.POSITIVE_INFINITY
}

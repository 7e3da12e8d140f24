// The reading check as pages count it: what a person has left, and for the chair who has done it and which questions failed (W3).
import type { PersonId } from '../../kernel/ids'
import { readingCheckNow, readingLeft } from '../../questions/stances'
import type { RoomState } from '../../state/room-state'
import { phaseStart } from './agenda-times'

/** How many questions this person has not answered, of how many; null where none is asked now. */
export function checkLeft(state: RoomState, person: PersonId): { left: number; of: number } | null {
  if (!readingCheckNow(state)) return null
  const of = state.plan.readingCheck?.length ?? 0
  const left = readingLeft(state, person)
  return left === 0 ? null : { left, of }
}

/** W4: whether what a person has left of it keeps their brief from them. */
export const checkKeepsBrief = (state: RoomState, person: PersonId): boolean =>
  state.plan.briefAfterCheck === true && checkLeft(state, person) !== null

/** Null in a room that has no check. Only the chair hears the answers of all. */
export function checkCount(state: RoomState) {
  const asks = state.plan.readingCheck ?? []
  if (asks.length === 0) return null
  const until = checkedUntil(state)
  const asked = state.seated.filter(
    (person) => !state.removed.includes(person) && (state.seatedAt[person] ?? 0) <= until,
  )
  const people = asked.map((person) => ({ person, answered: asks.length - readingLeft(state, person) }))
  const questions = asks.map(({ ask }, question) => {
    const knew = asked.flatMap((person) => state.readingChecks[person]?.[question] ?? [])
    return { question, ask, answered: knew.length, failed: knew.filter((each) => !each).length }
  })
  return {
    /** Everybody who took a seat while there was time, in the order in which they did, with how many questions they answered. */
    people,
    /** How many of them answered every question. */
    done: people.filter(({ answered }) => answered === asks.length).length,
    /** Every question by its place in the plan, with how many of them answered it and how many say they did not know; most of these first. */
    questions: questions.toSorted((a, b) => b.failed - a.failed || a.question - b.question),
  }
}

/** When the first phase started, with which the check ended; for ever while none has, also where the chair took the start back. */
function checkedUntil(state: RoomState): number {
  return (state.agenda.status === 'lobby' ? undefined : phaseStart(state, 0)?.at) ?? Number.POSITIVE_INFINITY
}

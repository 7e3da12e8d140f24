// A room and a student's work without who its people are, for whoever grades while names are hidden (rule J7).
import type { RoomState } from '../state/room-state'
import { seatsOfRecord } from './seat-of-record'
import type { StudentWork } from './student-work'

/** A room in which the office of somebody hidden is their number. */
export function withoutOffices(state: RoomState, names: ReadonlyMap<string, string>): RoomState {
  const titles = new Map([...seatsOfRecord(state)].map(([person, { id }]) => [id, names.get(person)]))
  const plan = {
    ...state.plan,
    seats: state.plan.seats.map((seat) => ({ ...seat, title: titles.get(seat.id) ?? seat.title })),
  }
  const seats = Object.entries(state.seats).map(([key, seat]) => [
    key,
    { ...seat, title: titles.get(seat.id) ?? seat.title },
  ])
  return { ...state, plan, seats: Object.fromEntries(seats) }
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * Puts what stands beside each of these traces in its place in every text of some work, the longest first: whole words alone, but for scripts that write no spaces. One word counts as it is
 * spelt, so that no key is taken for a name; several count in any case of letters.
 */
export function namesTakenOut(traces: readonly (readonly [string, string])[]): (work: StudentWork) => StudentWork {
  const patterns = traces
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([trace, name]): [RegExp, string] => {
      const edge = (sign: string, look: string) => (UNSPACED.test(sign) ? '' : look)
      const before = edge(trace.charAt(0), '(?<![\\p{L}\\p{N}])')
      const after = edge(trace.slice(-1), '(?![\\p{L}\\p{N}])')
      const words = trace.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      return [new RegExp(before + words + after, /\s|@/.test(trace) ? 'giu' : 'gu'), name]
    })
  const replace = (text: string) => patterns.reduce((so, [pattern, name]) => so.replace(pattern, () => name), text)
  return (work) => inTexts(work, replace) as StudentWork
}

function inTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((one) => inTexts(one, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTexts(inner, replace)]))
}

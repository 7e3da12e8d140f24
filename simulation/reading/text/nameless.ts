// A room and a student's work without who its people are, for whoever grades while names are hidden (rule J7).
import type { RoomState } from '../../state/room-state'
import { seatsOfRecord } from '../log/seat-of-record'
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
 * Puts what stands beside each of these traces in its place in a text, the longest first: whole words alone, but for scripts that write no
 * spaces. One word counts as it is spelt, so that no common word is taken for a name; several count in any case of letters, with any spaces
 * and stars between them. What was put in is not looked through again.
 */
export function namesTakenOut(traces: readonly (readonly [string, string])[]): (text: string) => string {
  const sorted = traces.toSorted(([a], [b]) => b.length - a.length)
  const patterns = sorted.map(([trace]) => {
    const edge = (sign: string, look: string) => (UNSPACED.test(sign) ? '' : look)
    const before = edge(trace.charAt(0), '(?<![\\p{L}\\p{N}])')
    const after = edge(trace.slice(-1), '(?![\\p{L}\\p{N}])')
    const words = trace.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '[\\s*]+')
    return `(${before}${words}${after})`
  })
  const all = new RegExp(patterns.join('|'), 'giu')
  const exact = new Map(traces)
  const nameFor = (found: string, groups: readonly unknown[]) => {
    const [trace = '', name] = sorted[groups.findIndex((one) => one !== undefined)] ?? []
    return /\s|@/.test(trace) ? name : exact.get(found)
  }
  return (text) => text.replace(all, (found, ...groups) => nameFor(found, groups) ?? found)
}

/** The fields of a student's work whose words people wrote; the rest are numbers of entries, keys and ids. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...['text', 'words', 'before', 'redLine', 'source', 'heading', 'headline', 'answer', 'reason', 'reasons', 'missing'],
  ...['holder', 'asks', 'aim', 'canSpare', 'noDeal', 'theySay', 'question'],
])

/** Some work with this done to every text in it that somebody wrote. */
export const inWork = (work: StudentWork, replace: (text: string) => string): StudentWork =>
  inTexts(work, replace, false) as StudentWork

function inTexts(value: unknown, replace: (text: string) => string, written: boolean): unknown {
  if (typeof value === 'string') return written ? replace(value) : value
  if (Array.isArray(value)) return value.map((one) => inTexts(one, replace, written))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, inner]) => [
    key,
    inTexts(inner, replace, written || WRITTEN.has(key)),
  ])
  return Object.fromEntries(fields)
}

// How far each student is with each phase of an assignment (rule H7): what is asked, what is done, and when.
// It must not know marks: counts are shown to help and are never turned into marks.

import type { Requirement } from '../agenda/plan'
import type { PersonId } from '../kernel/ids'
import type { RoomState, WorkItem } from '../kernel/room-state'
import { isRunning, seatHeldBy } from '../kernel/room-state'
import { dueFor, extensionKey } from '../topics/homework/homework'
import { type Ask, asksOf, countsTensions } from '../topics/homework/requirements'
import { workOf } from '../topics/homework/work'

export type Counted = { requirement: Requirement; asked: number; done: number }
export type PhaseProgress = {
  phase: number
  status: 'ahead' | 'open' | 'done' | 'late' | 'missing'
  /** For this person: an extension is in it. */
  dueAt: number | null
  /** Until when it was extended for them, if it was. */
  extendedTo: number | null
  /** What is asked of this person; empty where others are asked and they are not. */
  counted: readonly Counted[]
  /** All of it added up; what was done beyond what is asked does not make up for what is missing. */
  asked: number
  done: number
  /** By how much the newest work for it was late, in milliseconds; null where none was. */
  lateBy: number | null
}

export function progressOf(state: RoomState, who: PersonId, now: number): readonly PhaseProgress[] {
  const items = workOf(state, who)
  const seat = seatHeldBy(state, who)
  return state.plan.phases.map((_phase, index): PhaseProgress => {
    const asks = asksOf(state, index, seat)
    const countedIn = (some: readonly WorkItem[]) => asks.map((ask) => count(ask, itemsFor(some, index, ask)))
    const isWhole = (counted: readonly Counted[]) => counted.every(({ asked, done }) => done >= asked)
    const counted = countedIn(items)
    const due = dueFor(state, index, who)
    const whole = isWhole(counted)
    const inTime = whole && (due === null || isWhole(countedIn(items.filter(({ at }) => at < due))))
    const last = Math.max(0, ...items.filter(({ phase }) => phase === index).map(({ at }) => at))
    return {
      phase: index,
      status: statusOf(state, index, counted, { whole, inTime }, due, now),
      dueAt: due,
      extendedTo: state.extensions[extensionKey(who, index)] ?? null,
      counted,
      asked: counted.reduce((sum, each) => sum + each.asked, 0),
      done: counted.reduce((sum, each) => sum + Math.min(each.asked, each.done), 0),
      lateBy: due !== null && last >= due ? last - due : null,
    }
  })
}

/** How many pieces of work a phase still wants. */
export const owedIn = ({ asked, done }: Pick<PhaseProgress, 'asked' | 'done'>): number => asked - done

/** Of whom a phase asks something, and how many of them have done it, in time or late. */
export function doneAmong(all: readonly (readonly PhaseProgress[])[], phase: number): { asked: number; done: number } {
  const asked = all.flatMap((progress) => progress.filter((one) => one.phase === phase && one.counted.length > 0))
  return { asked: asked.length, done: asked.filter(({ status }) => status === 'done' || status === 'late').length }
}

function statusOf(
  state: RoomState,
  index: number,
  counted: readonly Counted[],
  { whole, inTime }: { whole: boolean; inTime: boolean },
  due: number | null,
  now: number,
): PhaseProgress['status'] {
  if (index > state.agenda.index) return 'ahead'
  if (whole && counted.length > 0) return inTime ? 'done' : 'late'
  const open = (index === state.agenda.index && isRunning(state)) || (due !== null && now < due)
  if (open) return 'open'
  return counted.length === 0 ? 'done' : 'missing'
}

/**
 * Stances and reflections count in whatever phase takes them; the rest in the phase they were made for. Statements carry anchors.
 * What is asked of a tension's leader counts on the tensions they lead.
 */
const itemsFor = (items: readonly WorkItem[], phase: number, { requirement: { what }, on }: Ask): readonly WorkItem[] =>
  items.filter(
    (item) =>
      item.phase === phase &&
      (what === 'anchor' ? item.what === 'opening' || item.what === 'answer' : item.what === what) &&
      (on === null || (item.round !== null && on.includes(item.round))),
  )

function count({ requirement, asked, toEach }: Ask, items: readonly WorkItem[]): Counted {
  const tensions = new Set(items.map(({ round }) => round))
  const done =
    requirement.what === 'anchor'
      ? items.reduce((sum, item) => sum + item.anchors, 0)
      : countsTensions(requirement.what)
        ? tensions.size
        : items.length
  const spread = tensions.size >= (requirement.tensions ?? 0)
  const each = toEach.every((other) => items.some((item) => item.to === other))
  // What is spread too thin is one short, however many there are.
  return { requirement, asked, done: spread && each ? done : Math.min(done, asked - 1) }
}

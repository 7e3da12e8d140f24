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
  dueAt: number | null
  extended: boolean
  /** What is asked of this person; empty where others are asked and they are not. */
  counted: readonly Counted[]
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
    const extended = state.extensions[extensionKey(who, index)] !== undefined
    return {
      phase: index,
      status: statusOf(state, index, counted, { whole, inTime }, due, now),
      dueAt: due,
      extended,
      counted,
    }
  })
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

// How far each student is with each phase of an assignment (rules H7, H13): what is asked, what is done, and whether in time.
// The counts are shown as help only; no mark is computed from them.

import type { Requirement } from '../../agenda/plan'
import type { PersonId } from '../../kernel/ids'
import { countsTensions, dueFor, extensionKey, hasExtraTime } from '../../questions/homework'
import type { WorkItem } from '../../shapes/homework'
import { isRunning, type RoomState, seatHeldBy } from '../../state/room-state'
import { type PersonalRequirement, requirementsFor } from '../../topics/homework/requirements'
import { workOf } from '../../topics/homework/work'

/** `before`: it was over before this person had a seat, so that it asked nothing of them (H13). */
type Status = 'ahead' | 'open' | 'done' | 'late' | 'missing' | 'before'
export type Counted = { requirement: Requirement; asked: number; done: number }
/** What was asked of somebody so far and is done, and in how many phases it was late. */
export function askedSoFar(phases: readonly PhaseProgress[]): Readonly<{ asked: number; done: number; late: number }> {
  // H13: what was over before they came asks nothing of them, and what they handed in of it all the same is theirs.
  const asking = phases.filter(({ status }) => status !== 'ahead' && status !== 'before')
  const sum = (of: (progress: PhaseProgress) => number) => asking.reduce((so, progress) => so + of(progress), 0)
  return {
    asked: sum(({ asked }) => asked),
    done: sum(({ done }) => done),
    late: sum(({ lateBy }) => (lateBy === null ? 0 : 1)),
  }
}

export function progressOf(state: RoomState, who: PersonId, now: number) {
  const items = workOf(state, who)
  const seat = seatHeldBy(state, who)
  return state.plan.phases.map((_phase, index) => {
    const asks = requirementsFor(state, index, seat)
    const countedIn = (some: readonly WorkItem[]) => asks.map((ask) => countOf(ask, itemsFor(some, index, ask)))
    const isWhole = (counted: readonly Counted[]) => counted.every(({ asked, done }) => done >= asked)
    const counted = countedIn(items)
    const due = dueFor(state, index, who)
    const whole = isWhole(counted)
    const inTime = whole && (due === null || isWhole(countedIn(items.filter(({ at }) => at < due))))
    const moments = items.flatMap(({ phase, at }) => (phase === index ? [at] : []))
    const last = Math.max(0, ...moments)
    const isLate = due !== null && last >= due && !inTime && counted.length > 0
    const wholeAt = () => moments.find((then) => isWhole(countedIn(items.filter(({ at }) => at <= then)))) ?? last
    return {
      phase: index,
      status: statusOf(state, index, who, counted, { whole, inTime }, due, now),
      /** This person's deadline, with their extension if they have one. */
      dueAt: due,
      /** The deadline of their extension; null without one. */
      extendedTo: state.extensions[extensionKey(who, index)] ?? null,
      /** The requirements that apply to this person; empty where a phase asks only others, such as leaders of a tension. */
      counted,
      /** Sums over `counted`. Each requirement adds at most what it asks, so that surplus in one does not hide what is missing in another. */
      asked: counted.reduce((sum, each) => sum + each.asked, 0),
      done: counted.reduce((sum, each) => sum + Math.min(each.asked, each.done), 0),
      /**
       * H24: how late what was asked came, in milliseconds, until all of it was there or, where some is missing, until the newest; null
       * where it was in time. It is the one answer for board, grading, gradebook, files and the student's own page.
       */
      lateBy: isLate ? (whole ? wholeAt() : last) - due : null,
      /** H7: how long after the deadline something was added or written anew that was not needed any more; null where nothing was. */
      addedAfter: due !== null && last >= due && !isLate ? last - due : null,
    }
  })
}

export type PhaseProgress = ReturnType<typeof progressOf>[number]

/** How many pieces of required work are still missing. */
export const owedIn = ({ asked, done }: Pick<PhaseProgress, 'asked' | 'done'>): number => asked - done

export type Work = Requirement['what']

/** How many people a phase asks something of, and how many of them have done all of it, in time or late. */
export function doneAmong(all: readonly (readonly PhaseProgress[])[], phase: number): { asked: number; done: number } {
  const asked = all.flatMap((progress) =>
    progress.filter((one) => one.phase === phase && one.counted.length > 0 && one.status !== 'before'),
  )
  return { asked: asked.length, done: asked.filter(({ status }) => status === 'done' || status === 'late').length }
}

function statusOf(
  state: RoomState,
  index: number,
  who: PersonId,
  counted: readonly Counted[],
  { whole, inTime }: { whole: boolean; inTime: boolean },
  due: number | null,
  now: number,
): Status {
  if (index > state.agenda.index) return 'ahead'
  if (whole && counted.length > 0) return inTime ? 'done' : 'late'
  if (index === state.agenda.index && isRunning(state)) return 'open'
  if (counted.length > 0 && cameAfter(state, who, index)) return 'before'
  if (due !== null && now < due) return 'open'
  return counted.length === 0 ? 'done' : 'missing'
}

/**
 * H13: whether this person had no seat yet when a part was over for them; extra time alone makes it no later (H32). `hasOwn`, because a
 * person's id may be a word such as `constructor`, which every object inherits.
 */
export function cameAfter(state: RoomState, who: PersonId, phase: number): boolean {
  const due = dueFor(state, phase, hasExtraTime(state, who, phase) ? null : who)
  return due !== null && Object.hasOwn(state.seatedAt, who) && (state.seatedAt[who] ?? 0) >= due
}

/**
 * The work that counts for one requirement of a phase. Anchors are counted on openings and answers, the statements that carry them.
 * What is asked of the leader of a tension counts only on the tensions they lead (`on`).
 */
export const itemsFor = (
  items: readonly WorkItem[],
  phase: number,
  { requirement: { what }, on }: PersonalRequirement,
): readonly WorkItem[] =>
  items.filter(
    (item) =>
      item.phase === phase &&
      (what === 'anchor' ? item.what === 'opening' || item.what === 'answer' : item.what === what) &&
      (on === null || (item.round !== null && on.includes(item.round))),
  )

/** How many pieces of work these are: what was written or voted anew is the same piece. */
const piecesIn = (items: readonly WorkItem[]): number => new Set(items.map((item) => item.piece ?? item)).size

/** How much of a requirement this work makes up. */
export function countOf({ requirement, asked, toEach }: PersonalRequirement, items: readonly WorkItem[]): Counted {
  const tensions = new Set(items.map(({ round }) => round))
  const done =
    requirement.what === 'anchor'
      ? items.reduce((sum, item) => sum + item.anchors, 0)
      : countsTensions(requirement.what)
        ? tensions.size
        : piecesIn(items)
  const spread = tensions.size >= (requirement.tensions ?? 0)
  const each = toEach.every((other) => items.some((item) => item.to === other))
  // Enough pieces, but on too few tensions or without an answer to each delegation asked for: shown as one short, never as complete.
  return { requirement, asked, done: spread && each ? done : Math.min(done, asked - 1) }
}

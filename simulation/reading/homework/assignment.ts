// What a homework debate asks of one student, phase by phase, and which of it comes next. The counts help a student to plan; no mark
// is computed from them.

import { type PhaseKind, type PhaseRule, ruleOf } from '../../agenda/phase-kinds'
import type { PersonId, TensionKey } from '../../kernel/ids'
import { dueAt, dueFor, ledBy, opensAt, sealsPosts, takenUntil, takesLate, timeliness } from '../../questions/homework'
import { isRunning, type RoomState, seatHeldBy } from '../../state/room-state'
import { requirementsFor } from '../../topics/homework/requirements'
import { owedIn, progressOf } from '../marks/completion'
import { nextIn, type WhereDone } from './where-done'

export function assignmentOf(state: RoomState, person: PersonId, now: number) {
  return progressOf(state, person, now).map((progress) => {
    const { phase: index, dueAt: due } = progress
    const phase = state.plan.phases[index]
    const waits = takesLate(state, index)
    const time = waits && due !== null ? timeliness(state, index, person, now) : null
    const late = time === 'late'
    const runs = index === state.agenda.index && isRunning(state)
    return {
      ...progress,
      kind: phase?.kind ?? 'briefing',
      opensAt: opensAt(state, index),
      runs,
      /** Whether work for the phase is accepted now: while the phase runs, and for posts and reflections until the late hours are over. */
      takes: runs || late || time === 'on-time',
      /** After its deadline: until when late work is accepted. Null before the deadline and once nothing is accepted any more. */
      lateUntil: late && due !== null ? takenUntil(state, index, due) : null,
      /** Where the first of what is owed in it is done; null where nothing is owed that can still be done. */
      where: owedIn(progress) > 0 ? nextIn(state, person, index, now) : null,
    }
  })
}

export type AssignedPhase = ReturnType<typeof assignmentOf>[number]

/** What to do next: the open phase with missing work that is due soonest, else a missed phase that still accepts late work, else the running phase. */
export function nextOwed(all: readonly AssignedPhase[]): AssignedPhase | null {
  const soonest = (some: readonly AssignedPhase[]) =>
    some.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null
  return (
    soonest(all.filter((asked) => asked.status === 'open' && asked.where !== null)) ??
    soonest(all.filter((asked) => asked.status === 'missing' && asked.lateUntil !== null && asked.where !== null)) ??
    all.find(({ runs }) => runs) ??
    null
  )
}

/**
 * The tension at which a page of the debate opens: where something is owed, else one that this person leads, where what they have posted
 * stands, else the first.
 */
export function tensionFirst(state: RoomState, person: PersonId, now: number): TensionKey | null {
  const where = nextOwed(assignmentOf(state, person, now))?.where
  const seat = seatHeldBy(state, person)
  const led = seat ? ledBy(state.plan, seat)[0] : undefined
  return (where?.place === 'record' ? where.tension : null) ?? led ?? state.plan.rounds[0]?.key ?? null
}

/**
 * Where a post of this phase would count, if it does not count on this tension: openings are asked of whoever leads a tension, on that one
 * alone. Null where it counts here as well as anywhere.
 */
export function countsElsewhere(
  state: RoomState,
  person: PersonId,
  phase: number,
  round: TensionKey,
  now: number,
): TensionKey | null {
  const asked = requirementsFor(state, phase, seatHeldBy(state, person))
  const led = asked.flatMap(({ requirement: { what }, on }) => (what === 'opening' && on ? on : []))
  if (led.length === 0 || led.includes(round)) return null
  return nextIn(state, person, phase, now)?.tension ?? led[0] ?? null
}

export type PostSlot = {
  phase: number
  posts: PhaseRule['weekPosts']
  /** This student's deadline, with their extension if they have one. */
  dueAt: number
  /** The deadline of the room, at which sealed posts open; extensions do not move it. */
  endsAt: number
  /** `closed` once no post is accepted for this phase any more. */
  time: 'on-time' | 'late' | 'closed'
  /** The instant after which even a late post is refused. */
  until: number
  extended: boolean
  /** Whether the content of a post stays hidden from the others until the phase ends. */
  sealed: boolean
}

/** The phases that have begun and accept posts, latest first, so that the running one comes first. */
export function postSlots(state: RoomState, person: PersonId, now: number): readonly PostSlot[] {
  const slots = state.plan.phases.flatMap((phase, index): PostSlot[] => {
    const due = dueFor(state, index, person)
    if (!phase.posts || due === null || index > state.agenda.index) return []
    const time = timeliness(state, index, person, now)
    return [
      {
        phase: index,
        posts: ruleOf(phase).weekPosts,
        dueAt: due,
        endsAt: dueAt(state, index) ?? due,
        time: time === 'on-time' || time === 'late' ? time : 'closed',
        until: takenUntil(state, index, due),
        extended: due !== dueAt(state, index),
        sealed: sealsPosts(state, index),
      },
    ]
  })
  return slots.toReversed()
}

export type Headline =
  | { kind: 'due' | 'late' | 'done' | 'nothing' | 'opens'; asked: AssignedPhase; at: number }
  | { kind: 'over' }

/** What a student's page says at the top: what is due or late, that everything is done, that nothing is asked, or what opens next. */
export function headlineOf(all: readonly AssignedPhase[]): Headline {
  const next = nextOwed(all)
  if (next?.status === 'missing' && next.lateUntil !== null) return { kind: 'late', asked: next, at: next.lateUntil }
  if (next && next.dueAt !== null) {
    const kind = next.where !== null ? 'due' : owedIn(next) === 0 && next.counted.length > 0 ? 'done' : 'nothing'
    return { kind, asked: next, at: next.dueAt }
  }
  const ahead = all.find(({ status }) => status === 'ahead')
  return ahead && ahead.opensAt !== null ? { kind: 'opens', asked: ahead, at: ahead.opensAt } : { kind: 'over' }
}

/** A phase in which something is owed. `until` is the last moment at which it is taken; of what is closed, when it was due. */
export type Debt = { asked: AssignedPhase; until: number } & (
  | { kind: 'due' | 'late'; where: WhereDone }
  | { kind: 'closed'; where: null }
)

const DEBTS_IN_ORDER: readonly Debt['kind'][] = ['due', 'late', 'closed']

/** What is owed beside what the headline speaks of: what is due first, then what is late, then what is no longer taken, each by its moment. */
export function alsoOwed(all: readonly AssignedPhase[], head: Headline): readonly Debt[] {
  const spoken = head.kind === 'over' ? null : head.asked.phase
  const debts = all.flatMap((asked): Debt[] => {
    const { phase, status, where, dueAt: due, lateUntil } = asked
    if (phase === spoken || due === null) return []
    if (status === 'open') return where === null ? [] : [{ asked, where, kind: 'due', until: due }]
    if (status !== 'missing') return []
    if (where === null) return [{ asked, where, kind: 'closed', until: due }]
    return lateUntil === null ? [] : [{ asked, where, kind: 'late', until: lateUntil }]
  })
  const rank = ({ kind }: Debt) => DEBTS_IN_ORDER.indexOf(kind)
  return debts.toSorted((a, b) => rank(a) - rank(b) || a.until - b.until)
}

/** The same in two: what can still be done, and what is closed. */
export function alsoOwedApart(
  all: readonly AssignedPhase[],
  head: Headline,
): Readonly<{ open: readonly Debt[]; closed: readonly Debt[] }> {
  const debts = alsoOwed(all, head)
  return {
    open: debts.filter(({ kind }) => kind !== 'closed'),
    closed: debts.filter(({ kind }) => kind === 'closed'),
  }
}

/** The first phase that is still to open and is not what the headline speaks of; null once none is. */
export function comesAfter(
  all: readonly AssignedPhase[],
  head: Headline,
): { asked: AssignedPhase; opensAt: number } | null {
  const spoken = head.kind === 'over' ? null : head.asked.phase
  const ahead = all.find(({ status, phase }) => status === 'ahead' && phase !== spoken)
  return ahead && ahead.opensAt !== null ? { asked: ahead, opensAt: ahead.opensAt } : null
}

/** The running phase, or between two phases the next one; the last phase once the agenda is finished. */
export function currentPhase(state: RoomState): number {
  const { index, status } = state.agenda
  return status === 'running' || status === 'finished' ? index : Math.min(index + 1, state.plan.phases.length - 1)
}

/** Phases whose deadline may still be moved. A reveal opens and ends at the same instant, so it moves with the phase before it. */
export const movablePhases = (state: RoomState): readonly number[] =>
  state.plan.phases.flatMap((phase, index) => {
    const ahead = index > state.agenda.index || (index === state.agenda.index && isRunning(state))
    return ahead && phase.opensAt !== phase.dueAt ? [index] : []
  })

/** Passed phases that can be taken again from everybody (H16). */
export const reopenablePhases = (state: RoomState): readonly number[] => {
  const movable = movablePhases(state)
  return state.plan.phases.flatMap((_, index) =>
    index <= state.agenda.index && takesLate(state, index) && !movable.includes(index) ? [index] : [],
  )
}

export type AskingPhase = { phase: number; kind: PhaseKind; dueAt: number | null; current: boolean }

/** The phases that require work, with the deadlines of this room as they were last moved. */
export const askingPhases = (state: RoomState): readonly AskingPhase[] =>
  state.plan.phases.flatMap((phase, index) =>
    phase.requires.length === 0
      ? []
      : [{ phase: index, kind: phase.kind, dueAt: dueFor(state, index, null), current: index === currentPhase(state) }],
  )

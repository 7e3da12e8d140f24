// What a homework debate asks of one student, phase by phase, and which of it comes next. The counts help a student to plan; no mark
// is computed from them.

import { type PhaseKind, type PhaseRule, ruleOf } from '../agenda/phase-kinds'
import type { PersonId, TensionKey } from '../kernel/ids'
import { countsTensions, dueAt, dueFor, ledBy, sealsPosts, takesLate, timeliness } from '../questions/homework'
import { isRunning, type RoomState, seatHeldBy } from '../state/room-state'
import { requirementsFor } from '../topics/homework/requirements'
import { workOf } from '../topics/homework/work'
import { owedIn, type PhaseProgress, progressOf } from './completion'

export type AssignedPhase = PhaseProgress & {
  kind: PhaseKind
  opensAt: number | null
  runs: boolean
  /** Whether work for the phase is accepted now: while the phase runs, and for posts and reflections until the late hours are over. */
  takes: boolean
  /** After its deadline: until when late work is accepted. Null before the deadline and once nothing is accepted any more. */
  lateUntil: number | null
}

export function assignmentOf(state: RoomState, person: PersonId, now: number): readonly AssignedPhase[] {
  return progressOf(state, person, now).map((progress): AssignedPhase => {
    const { phase: index, dueAt: due } = progress
    const phase = state.plan.phases[index]
    const waits = takesLate(state, index)
    const time = waits && due !== null ? timeliness(state, index, person, now) : null
    const late = time === 'late'
    const runs = index === state.agenda.index && isRunning(state)
    return {
      ...progress,
      kind: phase?.kind ?? 'briefing',
      opensAt: phase?.opensAt ?? null,
      runs,
      takes: runs || late || time === 'on-time',
      lateUntil: late && due !== null ? due + state.plan.lateHours * 3_600_000 : null,
    }
  })
}

/** What to do next: the open phase with missing work that is due soonest, else a missed phase that still accepts late work, else the running phase. */
export function nextOwed(all: readonly AssignedPhase[]): AssignedPhase | null {
  const soonest = (some: readonly AssignedPhase[]) =>
    some.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null
  return (
    soonest(all.filter((asked) => asked.status === 'open' && asked.takes && owedIn(asked) > 0)) ??
    soonest(all.filter((asked) => asked.status === 'missing' && asked.lateUntil !== null && owedIn(asked) > 0)) ??
    all.find(({ runs }) => runs) ??
    null
  )
}

/**
 * The tension on which a phase still waits for something that only whoever leads it can do, such as its opening; null where it waits for
 * nothing. The same work on another tension does not count.
 */
export function tensionOwed(state: RoomState, person: PersonId, phase: number): TensionKey | null {
  const items = workOf(state, person).filter((item) => item.phase === phase)
  for (const { requirement, on } of requirementsFor(state, phase, seatHeldBy(state, person))) {
    if (!countsTensions(requirement.what)) continue
    const left = on?.find((key) => !items.some(({ what, round }) => what === requirement.what && round === key))
    if (left !== undefined) return left
  }
  return null
}

/**
 * The tension at which a page of the debate opens: where something is owed that counts there alone, else one that this person leads, where
 * what they have posted stands, else the first.
 */
export function tensionFirst(state: RoomState, person: PersonId, now: number): TensionKey | null {
  const owed = nextOwed(assignmentOf(state, person, now))
  const seat = seatHeldBy(state, person)
  const led = seat ? ledBy(state.plan, seat)[0] : undefined
  return (owed && tensionOwed(state, person, owed.phase)) ?? led ?? state.plan.rounds[0]?.key ?? null
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
        until: due + state.plan.lateHours * 3_600_000,
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
    const kind = owedIn(next) > 0 ? 'due' : next.counted.length > 0 ? 'done' : 'nothing'
    return { kind, asked: next, at: next.dueAt }
  }
  const ahead = all.find(({ status }) => status === 'ahead')
  return ahead && ahead.opensAt !== null ? { kind: 'opens', asked: ahead, at: ahead.opensAt } : { kind: 'over' }
}

/** A phase in which something is owed and can still be done: until when, and whether it is late by now. */
export type Debt = { asked: AssignedPhase; kind: 'due' | 'late'; until: number }

/** What is owed beside what the headline speaks of: what is due first, then what is late, each by its last moment. */
export function alsoOwed(all: readonly AssignedPhase[], head: Headline): readonly Debt[] {
  const spoken = head.kind === 'over' ? null : head.asked.phase
  const debts = all.flatMap((asked): Debt[] => {
    const { phase, status, takes, dueAt: due, lateUntil } = asked
    if (phase === spoken || owedIn(asked) === 0 || !takes) return []
    if (status === 'open' && due !== null) return [{ asked, kind: 'due', until: due }]
    return status === 'missing' && lateUntil !== null ? [{ asked, kind: 'late', until: lateUntil }] : []
  })
  return debts.toSorted((a, b) => Number(a.kind === 'late') - Number(b.kind === 'late') || a.until - b.until)
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

export type AskingPhase = { phase: number; kind: PhaseKind; dueAt: number | null; current: boolean }

/** The phases that require work, with the deadlines of this room as they were last moved. */
export const askingPhases = (state: RoomState): readonly AskingPhase[] =>
  state.plan.phases.flatMap((phase, index) =>
    phase.requires.length === 0
      ? []
      : [{ phase: index, kind: phase.kind, dueAt: dueAt(state, index), current: index === currentPhase(state) }],
  )

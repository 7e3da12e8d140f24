// A homework debate: deadlines, posts without the floor, late work, extensions (rules H1–H6, H9). All deadlines are instants; pages
// show them in a time zone.

import { hasEnded } from '../../agenda/clock'
import { ruleOf } from '../../agenda/phase-kinds'
import type { ActorRole } from '../../kernel/actor'
import type { PersonId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { nextPrivate } from '../../kernel/private-numbers'
import type { NewRow } from '../../kernel/record'
import { everyone, seatsForGood } from '../../kernel/record'
import type { CommandOf } from '../../kernel/room-command'
import type { RoomState } from '../../kernel/room-state'
import { isRunning } from '../../kernel/room-state'
import type { Rejection, Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'
import { isStatement } from '../statements/statements'

const HOUR_MS = 3_600_000

/** H1, H4, H9: when a phase is due for everyone; null in a seminar, whose phases last their seconds. */
export const dueAt = (state: RoomState, phase: number): number | null =>
  state.endedEarly[phase] ?? state.moved[phase] ?? state.plan.phases[phase]?.dueAt ?? null

export const extensionKey = (who: PersonId, phase: number): string => `${who}/${phase}`

/** H5: when a phase is due for this person. */
export function dueFor(state: RoomState, phase: number, who: PersonId | null): number | null {
  const due = dueAt(state, phase)
  const extended = who === null ? undefined : state.extensions[extensionKey(who, phase)]
  return due === null || extended === undefined ? due : Math.max(due, extended)
}

/** H3: whether work for a phase counts as on time, late, or not at all. */
export function timeliness(
  state: RoomState,
  phase: number,
  who: PersonId | null,
  at: number,
): 'on-time' | 'late' | Rejection {
  if (phase > state.agenda.index) return 'not-open-yet'
  const due = dueFor(state, phase, who)
  if (due === null) return 'not-homework'
  const open = phase === state.agenda.index && isRunning(state) && !hasEnded(state, at)
  if (open || at < due) return 'on-time'
  return at < due + state.plan.lateHours * HOUR_MS ? 'late' : 'deadline-passed'
}

export function postStatement(
  state: RoomState,
  command: CommandOf<'postStatement'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  if (who.seat.delegation === null) return refuse('not-own-delegation')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const phase = state.plan.phases[command.phase]
  if (!phase) return refuse('no-such-phase')
  if (!phase.posts) return refuse('wrong-phase')
  if (!state.plan.rounds.some((round) => round.key === command.round)) return refuse('no-such-round')
  const time = timeliness(state, command.phase, who.person, moment.at)
  if (time !== 'on-time' && time !== 'late') return refuse(time)
  if (command.answers !== null) {
    const answered = state.record.at(command.answers - 1)?.event
    if (!answered) return refuse('no-such-entry')
    if (!isStatement(answered)) return refuse('not-a-statement')
  }
  const { type: _type, ...words } = command
  const post = { ...words, seat: who.seat.id, late: time === 'late' }
  // H6: a late post is public at once, because the others of its phase are open already.
  if (sealsPosts(state, command.phase)) {
    const no = nextPrivate(state, 'p', who.seat.id)
    return accept(seatsForGood([who.seat.id], { type: 'PostSealed', no, ...post }))
  }
  return accept(everyone({ type: 'StatementPosted', ...post, author: moment.by, postedAt: moment.at, unseals: null }))
}

/** H6: whether a post for this phase is sealed now until the phase ends, so that everyone writes before they read. */
export function sealsPosts({ plan, agenda }: RoomState, index: number): boolean {
  const phase = plan.phases[index]
  const runs = index === agenda.index && agenda.status === 'running'
  return plan.postFirst && runs && phase !== undefined && ruleOf(phase).weekPosts === 'openings'
}

/** H6: the rows that open the sealed posts of a phase at its end, in the order in which they were written. */
export function postsAtEnd(state: RoomState, phase: number): NewRow[] {
  return state.posts
    .filter((post) => post.phase === phase)
    .map(({ type: _type, no, author, at, ...post }) =>
      everyone({ type: 'StatementPosted', ...post, author, postedAt: at, unseals: no }),
    )
}

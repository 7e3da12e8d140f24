// Deadlines of a homework debate that the chair moves for everyone, or extends for one person (rules H4, H5, H11, H12, H15, H16, H32). A date that
// would give nothing, or put the phases out of order, is refused with the reason.

import { isFirstEdition, type PhasePlan } from '../../agenda/plan'
import { type PersonId, personId } from '../../kernel/ids'
import {
  canExtend,
  dueAt,
  dueFor,
  extensionKey,
  extraTimeUntil,
  hasExtraTime,
  opensAt,
  takenUntil,
  takesLate,
} from '../../questions/homework'
import { everyone, person } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import { hasEnded } from '../../state/clock'
import { isRunning, type RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

export const moveDeadline: Rule<'moveDeadline'> = (state, command, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  if (dueAt(state, command.phase) === null) return refuse('no-such-phase')
  if (command.dueAt <= moment.at) return refuse('deadline-in-the-past')
  if (isOver(state, command.phase, moment.at)) return refuse('phase-ended')
  if (dueAt(state, command.phase) === command.dueAt) return refuse('nothing-changed')
  const fault = isFirstEdition(state.plan) ? null : orderFault(state, command.phase, command.dueAt)
  if (fault) return refuse(fault)
  return accept(everyone({ type: 'DeadlineMoved', phase: command.phase, dueAt: command.dueAt }))
}

/** H15: this part and all that follow it; judged as they will stand, so that none is in the way of another. */
export const moveDates: Rule<'moveDates'> = (state, { dates }, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const first = dates[0]?.phase ?? 0
  const isRest = dates.every(({ phase }, place) => phase === first + place)
  if (!isRest || first + dates.length !== state.plan.phases.length) return refuse('no-such-phase')
  if (isOver(state, first, moment.at)) return refuse('phase-ended')
  if (dates.some((date) => date.dueAt <= moment.at)) return refuse('deadline-in-the-past')
  if (dates.every((date) => date.dueAt === dueAt(state, date.phase))) return refuse('nothing-changed')
  const after = { ...state, ...withDates(state, dates) }
  for (const date of dates) {
    const fault = orderFault(after, date.phase, date.dueAt)
    if (fault) return refuse(fault)
  }
  return accept(everyone({ type: 'DatesMoved', dates }))
}

/**
 * The deadlines, the openings and the extensions once these parts have these dates. An extension moves along, and never to a sooner moment;
 * what extra time gave stands, and `withExtraTime` counts it anew.
 */
export function withDates(
  state: RoomState,
  dates: CommandOf<'moveDates'>['dates'],
): Pick<RoomState, 'moved' | 'openings' | 'extensions'> {
  const later = new Map(dates.map(({ phase, dueAt: to }) => [phase, Math.max(0, to - (dueAt(state, phase) ?? to))]))
  const extensions = Object.entries(state.extensions).map(([key, until]): [string, number] => {
    const end = key.lastIndexOf('/')
    const phase = Number(key.slice(end + 1))
    const isByName = !hasExtraTime(state, personId.parse(key.slice(0, end)), phase)
    return [key, until + (isByName ? (later.get(phase) ?? 0) : 0)]
  })
  return {
    moved: { ...state.moved, ...Object.fromEntries(dates.map(({ phase, dueAt: to }) => [phase, to])) },
    openings: {
      ...state.openings,
      ...Object.fromEntries(dates.flatMap(({ phase, opensAt: at }) => (at === null ? [] : [[phase, at]]))),
    },
    extensions: Object.fromEntries(extensions),
  }
}

/** H32: as the class list says it of a person; the server knows when. */
export const giveExtraTime: Rule<'giveExtraTime'> = (state, { person: whom, percent }, who) => {
  if (who.kind !== 'clock') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  if ((state.extraTime[whom]?.percent ?? 0) === percent) return refuse('nothing-changed')
  return accept(person(whom, { type: 'ExtraTimeGiven', person: whom, percent }))
}

/** H5: the extensions once this person has until then for this part. */
export const withExtension = (
  { extensions, extended }: Extended,
  [who, phase, until]: readonly [PersonId, number, number],
  { at, byName }: { at: number; byName: boolean },
): Extended => {
  const key = extensionKey(who, phase)
  const before = extended[key]
  const given = { at, times: (before?.times ?? 0) + 1, byName: byName || before?.byName === true }
  return { extensions: { ...extensions, [key]: until }, extended: { ...extended, [key]: given } }
}
type Extended = Pick<RoomState, 'extensions' | 'extended'>

/** H32: the extensions once whoever has extra time has it of the dates as they stand; none becomes sooner. */
export function withExtraTime(state: RoomState): Extended {
  let after: Extended = state
  for (const [name, { at }] of Object.entries(state.extraTime)) {
    const who = personId.parse(name)
    for (const phase of state.plan.phases.keys()) {
      const until = extraTimeUntil(state, who, phase)
      if (until !== null && until > (state.extensions[extensionKey(who, phase)] ?? 0))
        after = withExtension(after, [who, phase, until], { at, byName: false })
    }
  }
  return after
}

/** H16: a passed part is taken again, from everybody. */
export const reopenPhase: Rule<'reopenPhase'> = (state, { phase, until }, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const due = dueAt(state, phase)
  if (due === null) return refuse('no-such-phase')
  if (!isOver(state, phase, moment.at)) return refuse('not-over-yet')
  if (!takesLate(state, phase)) return refuse('never-late')
  if (state.reopened[phase] === until) return refuse('nothing-changed')
  const { [phase]: _, ...others } = state.reopened
  const after = { ...state, reopened: { ...others, [phase]: until } }
  const gives = dueFor(after, phase, null) !== due || takenUntil({ ...state, reopened: others }, phase, due) < until
  if (until <= moment.at || !gives) return refuse('deadline-in-the-past')
  return accept(everyone({ type: 'PhaseReopened', phase, until }))
}

const isOver = (state: RoomState, phase: number, at: number): boolean =>
  phase < state.agenda.index || (phase === state.agenda.index && (!isRunning(state) || hasEnded(state, at)))

export const grantExtension: Rule<'grantExtension'> = (state, command, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const { person: whom, phase, dueAt: to } = command
  const due = dueAt(state, phase)
  if (due === null) return refuse('no-such-phase')
  const least = extraTimeUntil(state, whom, phase) ?? due
  if (to <= Math.max(least, dueFor(state, phase, null) ?? due)) return refuse('deadline-in-the-past')
  const fault = isFirstEdition(state.plan) ? null : extensionFault(state, whom, phase, to, moment.at)
  if (fault) return refuse(fault)
  return accept(person(whom, { type: 'ExtensionGranted', person: whom, phase, dueAt: to }))
}

/** A reveal has no length: it happens when the phase before it ends, so it is left out of the order of deadlines (H12). */
const isMoment = (phase: PhasePlan): boolean => phase.opensAt !== null && phase.opensAt === phase.dueAt

/** H12: why a phase may not be due then: before it opens, not after an earlier phase, or not before a later one. */
function orderFault(state: RoomState, index: number, to: number): Rejection | null {
  const own = state.plan.phases[index]
  const opens = index > state.agenda.index ? opensAt(state, index) : null
  if (opens !== null && to <= opens && own && !isMoment(own)) return 'due-before-it-opens'
  const outOfOrder = (from: number, until: number, wrong: (due: number) => boolean) =>
    state.plan.phases.some((phase, other) => {
      const due = dueAt(state, other)
      return other >= from && other < until && !isMoment(phase) && due !== null && wrong(due)
    })
  if (outOfOrder(0, index, (due) => due >= to)) return 'earlier-part-first'
  if (outOfOrder(index + 1, state.plan.phases.length, (due) => due <= to)) return 'later-part-first'
  return null
}

/** H11, H12: why an extension until then would give this person nothing, or put their own deadlines out of order. */
function extensionFault(state: RoomState, who: PersonId, index: number, to: number, at: number): Rejection | null {
  if (!takesLate(state, index)) return 'never-late'
  if (!canExtend(state, who, index)) return 'nothing-to-extend'
  if (to <= at) return 'deadline-in-the-past'
  if (state.extensions[extensionKey(who, index)] === to) return 'nothing-changed'
  const others = state.plan.phases.flatMap((_, other) => (canExtend(state, who, other) ? [other] : []))
  // What was reopened for everybody is taken beside what follows it, and out of its order.
  const due = (other: number) => dueFor({ ...state, reopened: {} }, other, who) ?? to
  if (others.some((other) => other > index && due(other) < to)) return 'later-part-first'
  if (others.some((other) => other < index && due(other) > to)) return 'earlier-part-first'
  return null
}

// The agenda and its clock (rules P1–P13). What ends with a phase (turns, positions, ballots, posts, motions) the topics that own it add here.

import { opens } from '../../agenda/phase-kinds'
import { type Filing, isThirdEdition } from '../../agenda/plan'
import type { Moment } from '../../kernel/moment'
import { openingsOverAt } from '../../questions/floor'
import { dueAt, opensAt } from '../../questions/homework'
import { isRoleAhead, questionAhead } from '../../questions/phases'
import { everyone, type NewRow } from '../../shapes/record'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { unsealing } from '../../state/chair-plan'
import { closedTo, hasEnded } from '../../state/clock'
import { isRunning, phaseNow, type RoomState } from '../../state/room-state'
import { ballotsAtEnd } from '../ballots/ballots'
import { turnAtEnd } from '../floor/floor'
import { postsAtEnd } from '../homework/homework'
import { motionAtEnd } from '../motions/motions'
import { type FiledNow, filingsAt, revealOf } from '../positions/positions'
import { cardsAtEnd } from '../ratification/ratification'
import { briefsDue } from '../seats/briefing'
import type { Rule } from '../topic'

/** P8: after a stop of the server up to this long the next phase starts at the last one's planned end; after a longer one, when the clock is back. */
const FELT_STOP_MS = 5_000

export const startPhase: Rule<'startPhase'> = (state, command, who, moment) => {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  if (state.agenda.status === 'finished') return refuse('agenda-finished')
  if (isRunning(state) || command.index !== state.agenda.index + 1) return refuse('not-current')
  return accept(...opening(state, command.index, moment.at))
}

/** P16: the clock alone turns to the folded question, once. */
export const turnQuestion: Rule<'turnQuestion'> = (state, { phase, to }, who, moment) => {
  if (who.kind !== 'clock') return refuse('not-current')
  const closed = closedTo(state, moment)
  if (closed) return refuse(closed)
  if (phase !== state.agenda.index || questionAhead(state)?.to !== to) return refuse('not-current')
  return accept(everyone({ type: 'QuestionTurned', phase, to }))
}

export const endPhase: Rule<'endPhase'> = (state, command, who, moment) => {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  const phase = phaseNow(state)
  if (!phase || !state.clock || !isRunning(state)) return refuse('phase-not-running')
  if (command.index !== state.agenda.index) return refuse('not-current')
  const planned = hasEnded(state, moment.at)
  if (who.kind === 'clock' && !planned && !isOverAt(state, moment.at)) return refuse('not-current')

  const endedAt = planned ? state.clock.endsAt : moment.at
  const filed = filingsAt(state, phase.files, endedAt)
  const rows: NewRow[] = [
    ...turnAtEnd(state, 'phase', endedAt),
    ...filed.rows,
    ...(phase.files?.stage === 'closing' ? revealOf(state, phase.files, filed.positions) : []),
    ...ballotsAtEnd(state, phase),
    ...cardsAtEnd(state, phase),
    ...postsAtEnd(state, command.index),
    ...motionAtEnd(state),
    everyone({
      type: 'PhaseEnded',
      index: command.index,
      endedAt,
      cause: planned ? 'planned' : who.kind === 'clock' ? 'all-opened' : 'chair',
    }),
  ]
  const next = command.index + 1
  const opens = opensAt(state, next) ?? 0
  if (state.autopilot.agenda && next < state.plan.phases.length && opens <= moment.at) {
    const startsAt = moment.at - endedAt > FELT_STOP_MS ? moment.at : endedAt
    // The positions filed by this end are not in the state yet, but the next phase may reveal them at once.
    rows.push(...opening(state, next, startsAt, filed.positions))
  }
  return accept(...rows)
}

/** P14: whether openings on autopilot are over at this instant, before their planned end. */
const isOverAt = (state: RoomState, at: number): boolean =>
  state.autopilot.agenda && at >= (openingsOverAt(state) ?? Number.POSITIVE_INFINITY)

/** The rows of a phase's start: the start itself, briefs not issued yet, then what it reveals or unseals. */
function opening(state: RoomState, index: number, startsAt: number, justFiled: FiledNow = {}): NewRow[] {
  const phase = state.plan.phases[index]
  if (!phase) return []
  return [
    everyone({
      type: 'PhaseStarted',
      index,
      startsAt,
      endsAt: dueAt(state, index) ?? startsAt + Math.round(phase.seconds * 1000),
    }),
    ...briefsDue(state, true),
    ...(phase.reveals ? revealing(state, phase.reveals, startsAt, justFiled) : []),
    ...(opens(phase, 'unseals') && state.unsealedAt === null ? unsealing(state) : []),
  ]
}

/** O6: a reveal, and before it what O5 files for whoever has nothing filed: in the third edition everybody stands somewhere. */
function revealing(state: RoomState, reveals: Filing, at: number, justFiled: FiledNow): NewRow[] {
  const filed = isThirdEdition(state.plan)
    ? filingsAt(state, reveals, at, justFiled)
    : { rows: [], positions: justFiled }
  return [...filed.rows, ...revealOf(state, reveals, filed.positions)]
}

export function pauseClock(state: RoomState, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (!state.clock || !isRunning(state)) return refuse('phase-not-running')
  if (state.clock.pausedAt !== null) return refuse('clock-paused')
  if (hasEnded(state, moment.at)) return refuse('phase-ended')
  return accept(everyone({ type: 'ClockPaused' }))
}

/** By the chair, and by the clock once a caucus that was moved is over (M5). */
export function resumeClock(state: RoomState, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  if (!state.clock || !isRunning(state)) return refuse('phase-not-running')
  if (state.clock.pausedAt === null) return refuse('clock-not-paused')
  if (who.kind === 'clock' && moment.at < (state.clock.caucusUntil ?? Number.POSITIVE_INFINITY))
    return refuse('not-current')
  return accept(everyone({ type: 'ClockResumed', pausedMs: Math.max(0, moment.at - state.clock.pausedAt) }))
}

export const extendClock: Rule<'extendClock'> = (state, command, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (!state.clock || !isRunning(state)) return refuse('phase-not-running')
  if (hasEnded(state, moment.at)) return refuse('phase-ended')
  return accept(everyone({ type: 'ClockExtended', seconds: command.minutes * 60 }))
}

export const setAutopilot: Rule<'setAutopilot'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { type: _type, ...set } = command
  const now = state.autopilot
  const wait = set.understudiesWait ?? now.understudiesWait
  const same = now.agenda === set.agenda && now.floor === set.floor && now.understudiesWait === wait
  return same ? refuse('nothing-changed') : accept(everyone({ type: 'AutopilotSet', ...set }))
}

/** P11: the chair may unseal the record once no phase in role is ahead; the debrief's start does it by itself. */
export function unsealRecord(state: RoomState, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (isRoleAhead(state)) return refuse('wrong-phase')
  return state.unsealedAt === null ? accept(...unsealing(state)) : refuse('nothing-changed')
}

export function closeRoom(who: ActorRole): Verdict {
  return who.kind === 'chair' ? accept(everyone({ type: 'RoomClosed' })) : refuse('not-the-chair')
}

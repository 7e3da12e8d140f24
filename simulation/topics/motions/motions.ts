// Motions of the heads: moved one at a time, answered by the other delegations, and what a carried one does (rules M1–M6, M8).

import { delegationIds } from '../../agenda/parties'
import { type RoomPlan, seatIdsOf } from '../../agenda/plan'
import type { Moment } from '../../kernel/moment'
import { MINUTE_MS } from '../../kernel/time'
import { isCarried } from '../../questions/ballots'
import { awaited, isClosed, openMotion, takesMotions } from '../../questions/motions'
import type { Motion, Moved } from '../../shapes/motions'
import { everyone, type NewRow, seatsUntilDebrief } from '../../shapes/record'
import type { EventOf } from '../../shapes/room-event'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo, hasEnded } from '../../state/clock'
import { clauseIn, opensNow, type RoomState } from '../../state/room-state'
import { headIn } from '../text/text'
import type { Rule } from '../topic'

export const moveMotion: Rule<'moveMotion'> = (state, { moved, words }, who, moment) => {
  const head = moverIn(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  if (openMotion(state)) return refuse('motion-open')
  const wrong = whyNot(state, moved)
  if (wrong) return refuse(wrong)
  const { of: by, seat } = head
  const until = limitFrom(state, moment.at)
  const answers = { [by]: true }
  const motion: Motion = {
    ...{ no: state.record.length + 1, seat, by, moved, words, answers },
    ...{ phase: state.agenda.index, until, poll: null },
  }
  return accept(
    everyone({ type: 'MotionMoved', seat, delegation: by, moved, words, until }),
    ...whenDecided(state, motion, moment.at),
  )
}

export const answerMotion: Rule<'answerMotion'> = (state, { motion: no, yes }, who, moment) => {
  const head = moverIn(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const motion = openMotion(state)
  if (motion?.no !== no || motion.poll) return refuse('no-such-motion')
  if (motion.by === head.of) return refuse('own-motion')
  if (motion.answers[head.of] === yes) return refuse('nothing-changed')
  const after = { ...motion, answers: { ...motion.answers, [head.of]: yes } }
  return accept(
    everyone({ type: 'MotionAnswered', motion: no, delegation: head.of, yes }),
    ...whenDecided(state, after, moment.at),
  )
}

/** M6: what a delegation casts in a straw poll it alone hears, and everybody that it has. */
export const castStraw: Rule<'castStraw'> = (state, { motion: no, yes }, who, moment) => {
  const head = moverIn(state, who, moment)
  if (typeof head !== 'object') return refuse(head)
  const motion = openMotion(state)
  if (motion?.no !== no || !motion.poll) return refuse('no-such-motion')
  if (motion.poll[head.of] !== undefined) return refuse('nothing-changed')
  const poll = { ...motion.poll, [head.of]: yes }
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, head.of), { type: 'StrawCast', motion: no, delegation: head.of, yes }),
    everyone({ type: 'StrawSealed', motion: no, delegation: head.of }),
    ...(awaited(state, poll).length === 0 ? [pollEnded(state, { ...motion, poll }, 'all-cast')] : []),
  )
}

/** M4: at any moment, the pause included; not an appeal, which is against the chair. */
export const ruleMotion: Rule<'ruleMotion'> = (state, { motion: no, carried }, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const closed = closedTo(state, moment, 'floor')
  if (closed) return refuse(closed)
  const motion = openMotion(state)
  if (motion?.no !== no || motion.poll) return refuse('no-such-motion')
  if (motion.moved.kind === 'appeal') return refuse('appeal-of-ruling')
  return accept(...decided(state, motion, carried ? 'carried' : 'not-carried', 'chair', moment.at))
}

/** M3: submitted by the clock. It names the instant, so that one that comes late cannot end a straw poll that has begun since. */
export const endMotion: Rule<'endMotion'> = (state, { motion: no, until }, who, moment) => {
  if (who.kind !== 'clock') return refuse('not-the-chair')
  const motion = openMotion(state)
  if (motion?.no !== no || motion.until !== until) return refuse('not-current')
  if (moment.at < until || state.clock?.pausedAt !== null || hasEnded(state, moment.at)) return refuse('not-current')
  if (motion.poll) return accept(pollEnded(state, motion, 'time'))
  const { inFavour, against } = sidesOf(state, motion)
  const outcome = isCarried(state.plan, inFavour.length, against.length) ? 'carried' : 'lapsed'
  return accept(...decided(state, motion, outcome, 'time', moment.at))
}

export const reopenDebate: Rule<'reopenDebate'> = (state, { clause }, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const closed = closedTo(state, moment, 'inRole')
  if (closed) return refuse(closed)
  if (!clauseIn(state, clause)) return refuse('no-such-clause')
  return isClosed(state, clause) ? accept(everyone({ type: 'DebateReopened', clause })) : refuse('nothing-changed')
}

/** M3: the row that ends an open motion, or its straw poll, with its phase; none where nothing is open. */
export function motionAtEnd(state: RoomState): NewRow[] {
  const motion = openMotion(state)
  if (!motion) return []
  return motion.poll ? [pollEnded(state, motion, 'phase')] : [decision(state, motion, 'lapsed', 'phase', null)]
}

/** The delegation whose acting head this actor is, where motions are in order; or the reason why they may not act for it. */
function moverIn(state: RoomState, who: ActorRole, moment: Moment): ReturnType<typeof headIn> {
  if (state.plan.motions === undefined) return 'no-motions'
  const head = headIn(state, who, moment, 'floor')
  if (typeof head !== 'object') return head
  if (!takesMotions(state)) return 'wrong-phase'
  return state.clock?.pausedAt === null ? head : 'clock-paused'
}

/** Why this cannot be moved now; null where it can. */
function whyNot(state: RoomState, moved: Moved): Rejection | null {
  switch (moved.kind) {
    case 'caucus':
    case 'extend':
      return null
    case 'close':
    case 'straw-poll':
      if (!opensNow(state, 'text')) return 'wrong-phase'
      if (!clauseIn(state, moved.clause)) return 'no-such-clause'
      return moved.kind === 'close' && isClosed(state, moved.clause) ? 'clause-closed' : null
    case 'appeal': {
      const ruling = state.rulings.find(({ no }) => no === moved.ruling)
      if (!ruling) return 'no-such-ruling'
      return ruling.appeal === 'none' ? null : 'already-appealed'
    }
    default:
      return moved satisfies never
  }
}

/** M3: how long a motion, or a straw poll, waits for answers from this instant on. During a pause it begins with the pause, which then moves it on. */
const limitFrom = (state: RoomState, at: number): number =>
  (state.clock?.pausedAt ?? at) + Math.round((state.plan.motions?.seconds ?? 0) * 1000)

/** M2: the rows that decide a motion once no answer that is still awaited could change the result. */
function whenDecided(state: RoomState, motion: Motion, at: number): NewRow[] {
  const { inFavour, against } = sidesOf(state, motion)
  const waits = awaited(state, motion.answers).length
  if (isCarried(state.plan, inFavour.length, against.length + waits))
    return decided(state, motion, 'carried', 'answers', at)
  if (isCarried(state.plan, inFavour.length + waits, against.length)) return []
  return decided(state, motion, 'not-carried', 'answers', at)
}

type Decided = EventOf<'MotionDecided'>

function decided(
  state: RoomState,
  motion: Motion,
  outcome: Decided['outcome'],
  by: Decided['by'],
  at: number,
): NewRow[] {
  const carried = outcome === 'carried'
  const polls = carried && motion.moved.kind === 'straw-poll'
  return [
    decision(state, motion, outcome, by, polls ? limitFrom(state, at) : null),
    ...(carried ? effectOf(state.plan, motion, at) : []),
  ]
}

const decision = (
  state: RoomState,
  motion: Motion,
  outcome: Decided['outcome'],
  by: Decided['by'],
  until: number | null,
): NewRow => everyone({ type: 'MotionDecided', motion: motion.no, outcome, by, ...sidesOf(state, motion), until })

/** M5: what a carried motion does beside its own entry, which closes the debate, opens the straw poll or overturns the ruling. */
function effectOf(plan: RoomPlan, { no, moved }: Motion, at: number): NewRow[] {
  switch (moved.kind) {
    case 'extend':
      return [everyone({ type: 'ClockExtended', seconds: Math.round((moved.minutes * 60) / plan.speed), motion: no })]
    case 'caucus':
      return [everyone({ type: 'ClockPaused', until: at + Math.round((moved.minutes * MINUTE_MS) / plan.speed) })]
    case 'close':
    case 'straw-poll':
    case 'appeal':
      return []
    default:
      return moved satisfies never
  }
}

function sidesOf({ plan }: RoomState, { answers }: Motion): Pick<Decided, 'inFavour' | 'against'> {
  const all = delegationIds(plan)
  return {
    inFavour: all.filter((side) => answers[side] === true),
    against: all.filter((side) => answers[side] === false),
  }
}

/** M6: the counts alone, and of one answer not even these. The server hears every ballot, and it alone decides. */
function pollEnded(state: RoomState, { no, poll }: Motion, cause: EventOf<'StrawPollEnded'>['cause']): NewRow {
  const cast = Object.values(poll ?? {})
  const told = cast.length > 1 ? cast : []
  const inFavour = told.filter((yes) => yes === true).length
  const against = told.filter((yes) => yes === false).length
  const silent = state.plan.delegations.length - cast.length
  return everyone({ type: 'StrawPollEnded', motion: no, inFavour, against, silent, cause })
}

// "Now", as every page of a student shows it: who I am, what is happening and until when, what I am asked, and what comes next and about
// when (N1–N4). A student's own view of the room gives the answer that the whole room gives, as far as they hear their delegation.
import { ruleOf } from '../../agenda/phase-kinds'
import type { PhasePlan } from '../../agenda/plan'
import type { DelegationId, Intent, PersonId, SeatId } from '../../kernel/ids'
import { openMotion } from '../../questions/motions'
import type { Moved } from '../../shapes/motions'
import type { Seat } from '../../shapes/seats'
import { actingHead, isRunning, phaseNow, type RoomState, seatHeldBy } from '../../state/room-state'
import { agendaEndsAt, phaseStartsAt } from '../homework/agenda-times'
import { handInQueue, type InQueue, queue } from '../log/queue'
import { takenBackFrom } from '../log/turns'
import { type Opener, type Openings, openingsAhead } from '../positions/openers'
import { asksSomething, NOTHING_PASSED, type Passed, type Task, taskOf } from './asked'

export type Who =
  | { kind: 'delegate'; seat: Seat; delegation: DelegationId; part: 'head' | 'acting-head' | 'member' }
  | { kind: 'observer'; seat: Seat }
  /** With the seat they held last, if any. */
  | { kind: 'unseated'; last: Seat | null }

/** A round's place among the rounds, counted from 1. */
export type RoundAt = { number: number; of: number }

export type Happening =
  | { kind: 'lobby' }
  | { kind: 'closed' }
  | { kind: 'finished'; at: number | null }
  | { kind: 'between'; phase: PhasePlan; round: RoundAt | null }
  | {
      kind: 'phase'
      phase: PhasePlan
      round: RoundAt | null
      until: number
      pausedAt: number | null
      /** Where the clock stands still for a caucus that was moved, when it goes on (M5). */
      caucusUntil: number | null
      /** Whoever has the floor, and in openings the how-manieth opening it is. */
      speaker: { seat: Seat; opening: { place: number; of: number } | null } | null
    }

export type Next =
  | { kind: 'phase'; phase: PhasePlan; round: RoundAt | null; at: number | null; mine: 'file' | 'cast' | Opener | null }
  /** While openings run: whoever opens after the one who speaks. */
  | { kind: 'opener'; opener: Opener }
  /** For whoever has the floor: the next hand. */
  | { kind: 'hand'; seat: SeatId; intent: Intent }
  /** The clock is stopped: nothing comes next before the chair lets it run, or the caucus is over at this instant. */
  | { kind: 'resume'; at: number | null }
  | { kind: 'end'; at: number | null }

export type Now = {
  who: Who
  happening: Happening
  task: Task
  /** Whether the task asks something; otherwise it says why nothing is asked. */
  asks: boolean
  /** Null once nothing comes any more. */
  next: Next | null
  /** The person's raised hand, where the task is another (N7). */
  queued: InQueue | null
  /** The person's own opening, where neither the task nor what comes next says it (N7). */
  opens: Opener | null
  /** Whose motion, or straw poll, the heads answer, where this person does not (M2). */
  motion: { by: DelegationId; kind: Moved['kind']; poll: boolean } | null
  /** When the chair took the floor from them, if it did in this phase and they have not had it since. */
  takenBack: number | null
}

/** `byOpenCode`: whether the person came by a code that anybody may have typed (S21). */
export function nowFor(
  state: RoomState,
  person: PersonId,
  now: number,
  passed: Passed = NOTHING_PASSED,
  byOpenCode = false,
): Now {
  const task = taskOf(state, person, now, passed, byOpenCode)
  const next = nextFor(state, person, task, now)
  return {
    who: whoIs(state, person),
    happening: happeningIn(state),
    task,
    asks: asksSomething(task),
    next,
    ...besideTask(state, person, { task, next }, now),
    motion: motionBeside(state, person),
    takenBack: takenBackFrom(state, person),
  }
}

/** Whoever acts for a delegation has a line of motions of their own. */
function motionBeside(state: RoomState, person: PersonId): Now['motion'] {
  const motion = openMotion(state)
  const seat = seatHeldBy(state, person)
  if (!motion || (seat?.delegation != null && actingHead(state, seat.delegation)?.id === seat.id)) return null
  return { by: motion.by, kind: motion.moved.kind, poll: motion.poll !== null }
}

/** N7: what the person waits for with the floor, where their task and what comes next do not say it. */
function besideTask(
  state: RoomState,
  person: PersonId,
  { task, next }: Pick<Now, 'task' | 'next'>,
  now: number,
): Pick<Now, 'queued' | 'opens'> {
  const own = seatHeldBy(state, person)
  if (!own || state.closedAt !== null || state.plan.kind !== 'seminar') return { queued: null, opens: null }
  const ahead = openingsAhead(state, now)
  const said =
    task.kind === 'open' ||
    (task.kind === 'listen' && task.opener !== null) ||
    (next?.kind === 'opener' && next.opener.seat === own.id) ||
    (next?.kind === 'phase' && isOpener(next.mine))
  return {
    queued: task.kind === 'in-queue' ? null : handInQueue(state, own, now),
    opens: said || !ahead || !isNear(state, ahead) ? null : openerIn(ahead, own),
  }
}

const isOpener = (mine: Extract<Next, { kind: 'phase' }>['mine']): mine is Opener =>
  mine !== null && mine !== 'file' && mine !== 'cast'

const openerIn = ({ openers }: Openings, { id }: Seat): Opener | null => openers.find(({ seat }) => seat === id) ?? null

/** Whether openings run, come next, or follow the reveal that comes next: near enough to be told of. */
function isNear({ plan, agenda }: RoomState, { phase, runs }: Openings): boolean {
  const next = plan.phases[agenda.index + 1]
  const away = phase - agenda.index
  return runs || away === 1 || (away === 2 && next !== undefined && ruleOf(next).reveals)
}

function whoIs(state: RoomState, person: PersonId): Who {
  const seat = seatHeldBy(state, person)
  if (!seat) {
    const last = state.lastSeats[person]
    return { kind: 'unseated', last: last === undefined ? null : (state.seats[last] ?? null) }
  }
  const { delegation } = seat
  if (delegation === null) return { kind: 'observer', seat }
  const acts = actingHead(state, delegation)?.id === seat.id
  return { kind: 'delegate', seat, delegation, part: seat.head ? 'head' : acts ? 'acting-head' : 'member' }
}

function happeningIn(state: RoomState): Happening {
  const { agenda, clock, closedAt } = state
  const phase = phaseNow(state)
  if (agenda.status === 'finished') return { kind: 'finished', at: clock?.endedAt ?? null }
  if (closedAt !== null) return { kind: 'closed' }
  if (!phase || !clock) return { kind: 'lobby' }
  const round = roundAt(state, phase)
  const { pausedAt, caucusUntil } = clock
  if (agenda.status === 'between') return { kind: 'between', phase, round }
  return { kind: 'phase', phase, round, until: clock.endsAt, pausedAt, caucusUntil, speaker: speakerIn(state) }
}

function roundAt({ plan }: Pick<RoomState, 'plan'>, { round }: PhasePlan): RoundAt | null {
  const place = plan.rounds.findIndex(({ key }) => key === round)
  return place === -1 ? null : { number: place + 1, of: plan.rounds.length }
}

function speakerIn({ floor, seats, plan }: RoomState): Extract<Happening, { kind: 'phase' }>['speaker'] {
  const seat = floor.holder ? seats[floor.holder.seat] : undefined
  if (!floor.holder || !seat) return null
  const of = plan.delegations.length
  return { seat, opening: floor.holder.turn === 'opening' ? { place: of - floor.toOpen.length, of } : null }
}

function nextFor(state: RoomState, person: PersonId, task: Task, now: number): Next | null {
  const { agenda, plan, closedAt, clock } = state
  if (closedAt !== null || agenda.status === 'finished') return null
  if (isRunning(state) && clock?.pausedAt != null) return { kind: 'resume', at: clock.caucusUntil }
  const own = seatHeldBy(state, person)
  const ahead = openingsAhead(state, now)
  if (ahead?.runs) {
    const after = ahead.openers.find(({ seat }) => task.kind !== 'open' || seat !== own?.id)
    if (after) return { kind: 'opener', opener: after }
  }
  if (task.kind === 'speak') {
    const [hand] = queue(state)
    if (hand) return { kind: 'hand', seat: hand.seat, intent: hand.intent }
  }
  const index = agenda.index + 1
  const phase = plan.phases[index]
  if (!phase) return { kind: 'end', at: agendaEndsAt(state, now) }
  const at = agenda.status === 'between' ? null : phaseStartsAt(state, index, now)
  return {
    kind: 'phase',
    phase,
    round: roundAt(state, phase),
    at,
    // One's own opening is told once: the task may say it already.
    mine: mineIn(state, own, index, task.kind === 'open' ? null : ahead),
  }
}

/** What the next phase will ask of this seat alone: to file, to vote, or to open in it or right after it. */
function mineIn(
  state: RoomState,
  seat: Seat | null,
  index: number,
  ahead: Openings | null,
): 'file' | 'cast' | Opener | null {
  const phase = state.plan.phases[index]
  if (!phase || !seat || seat.delegation === null) return null
  const acts = actingHead(state, seat.delegation)?.id === seat.id
  if (phase.files && acts) return 'file'
  if (ruleOf(phase).votes && acts) return 'cast'
  return ahead && !ahead.runs && isNear(state, ahead) ? openerIn(ahead, seat) : null
}

// What may be asked of motions and points of order, as the rules themselves decide it (section M of the rules).
import { delegationIds } from '../agenda/parties'
import { opens, ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, SeatId } from '../kernel/ids'
import type { MOTIONS, Motion, Moved, Ruling } from '../shapes/motions'
import type { ClauseText } from '../shapes/text'
import { type Entry, headingIn, isRunning, opensNow, phaseNow, type RoomState, seatsIn } from '../state/room-state'
import { isPlayedByUnderstudy } from './seats'

/** M1: whether motions are in order: in a phase of a seminar in which the floor is asked for. */
export function takesMotions(state: RoomState): boolean {
  const phase = phaseNow(state)
  return state.plan.motions !== undefined && phase !== null && isRunning(state) && ruleOf(phase).floor === 'asked-for'
}

/** The motion that is answered now, or whose straw poll runs; null once its phase is over. */
export const openMotion = (state: RoomState): Motion | null =>
  state.motion !== null && state.motion.phase === state.agenda.index && isRunning(state) ? state.motion : null

/** M4: the open motion if the chair may rule it carried or not: an appeal is the delegations' to decide, and a straw poll nobody's. */
export function motionToRule(state: RoomState): Motion | null {
  const motion = openMotion(state)
  return motion?.poll === null && motion.moved.kind !== 'appeal' ? motion : null
}

/** The delegations for which somebody could answer and has not. */
export function awaited(state: RoomState, given: Readonly<Partial<Record<DelegationId, unknown>>>): DelegationId[] {
  const couldAnswer = (side: DelegationId) =>
    seatsIn(state, side).some((seat) => seat.holder !== null || isPlayedByUnderstudy(state, seat))
  return delegationIds(state.plan).filter((side) => given[side] === undefined && couldAnswer(side))
}

/** Whether the open motion, or its straw poll, awaits this delegation; not while the clock is paused. */
export function awaitsMotion(state: RoomState, side: DelegationId): boolean {
  const motion = openMotion(state)
  return motion !== null && state.clock?.pausedAt === null && (motion.poll ?? motion.answers)[side] === undefined
}

/** How a motion stands: for, against, and who has answered it or its straw poll; of how many delegations. */
export function answersTo({ plan }: Pick<RoomState, 'plan'>, { answers, poll }: Motion) {
  const given = Object.values(answers)
  const yes = given.filter((each) => each === true).length
  return { yes, no: given.length - yes, count: Object.keys(poll ?? answers).length, of: plan.delegations.length }
}

/** What heads may move in the running phase, while no motion is open. */
export function movableNow(state: RoomState): readonly (typeof MOTIONS)[number][] {
  if (!takesMotions(state)) return []
  const ofTheText = opensNow(state, 'text') && state.clauses.length > 0
  return [
    ...(['caucus', 'extend'] as const),
    ...(ofTheText && clausesToClose(state).length > 0 ? (['close'] as const) : []),
    ...(ofTheText ? (['straw-poll'] as const) : []),
    ...(rulingsToAppeal(state).length > 0 ? (['appeal'] as const) : []),
  ]
}

/** What was moved, as a reader is told it; `ruling` is the number of the ruling's entry. */
export type NamedMotion =
  | Extract<Moved, { kind: 'caucus' | 'extend' | 'appeal' }>
  | Readonly<{ kind: 'close' | 'straw-poll'; heading: string }>

export function namedMotion(state: RoomState, moved: Moved): NamedMotion {
  switch (moved.kind) {
    case 'caucus':
    case 'extend':
    case 'appeal':
      return moved
    case 'close':
    case 'straw-poll':
      return { kind: moved.kind, heading: headingIn(state, moved.clause) }
    default:
      return moved satisfies never
  }
}

export const isClosed = ({ closedClauses }: Pick<RoomState, 'closedClauses'>, clause: string): boolean =>
  closedClauses.includes(clause)

export const clausesToClose = (state: RoomState): readonly ClauseText[] =>
  state.clauses.filter(({ key }) => !isClosed(state, key))

/** M8: a ruling is appealed once. */
export const rulingsToAppeal = ({ rulings }: Pick<RoomState, 'rulings'>): readonly Ruling[] =>
  rulings.filter(({ appeal }) => appeal === 'none')

/** A point of order that awaits its ruling: a raised hand, or with the entry at which it was put. */
export type Point = Readonly<{ seat: SeatId; cites: number | null; hand: boolean }>

/** M7: the points of order of this phase that nobody has ruled on, raised hands first. */
export function pointsToRule(state: RoomState): readonly Point[] {
  if (state.plan.motions === undefined || !isRunning(state) || !opens(phaseNow(state), 'floor')) return []
  const { hands, holder } = state.floor
  const points: Point[] = hands.flatMap(({ seat, intent }) =>
    intent === 'point-of-order' ? [{ seat, cites: null, hand: true }] : [],
  )
  const told = new Set(points.map(({ seat }) => seat))
  const put: Point[] = []
  // Read back. A seat's newest entry alone counts, and a point that was put in a turn is ruled on where its turn was, earlier too.
  const pending = new Map<SeatId, Point>()
  const settle = (seat: SeatId) => {
    const point = pending.get(seat)
    if (point) put.push(point)
    pending.delete(seat)
  }
  state.record.findLast(({ event, no, phase }) => {
    if (phase !== state.agenda.index) return true
    // A turn begins where its seat is given the floor; a yielded one has no such entry, and began after what others said before.
    if (event.type === 'FloorGranted') settle(event.seat)
    if (event.type === 'StatementMade' || event.type === 'FloorEnded')
      for (const seat of [...pending.keys()]) if (seat !== event.seat) settle(seat)
    const about = aboutPoint(event)
    if (!about) return false
    const { seat, kind } = about
    if (kind === 'ruled') pending.delete(seat)
    if (told.has(seat)) return false
    told.add(seat)
    const point = { seat, cites: Number(no), hand: false }
    if (kind === 'put') pending.set(seat, point)
    else if (kind === 'granted' && holder?.seat === seat) put.push(point)
    return false
  })
  for (const seat of [...pending.keys()]) settle(seat)
  return [...points, ...put.toSorted((a, b) => (a.cites ?? 0) - (b.cites ?? 0))]
}

/** What an entry says of a point of order: it was put, its seat got the floor for it, or it was ruled on. */
function aboutPoint(event: Entry['event']): { seat: SeatId; kind: 'put' | 'granted' | 'ruled' } | null {
  if (event.type === 'PointRuled') return { seat: event.seat, kind: 'ruled' }
  if (event.type !== 'StatementMade' && event.type !== 'FloorEnded' && event.type !== 'FloorGranted') return null
  if (event.intent !== 'point-of-order') return null
  return { seat: event.seat, kind: event.type === 'FloorGranted' ? 'granted' : 'put' }
}

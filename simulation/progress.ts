// How far each student is with each phase of an assignment (rule H7): what is asked, what is done, and when.
// It must not know marks: counts are shown to help and are never turned into marks.
import { dueFor, extensionKey } from './homework'
import type { PersonId, TensionKey } from './ids'
import { DELEGATIONS } from './ids'
import type { Requirement, RoomPlan } from './plan'
import type { RoomState, Seat, WorkItem } from './room-state'
import { isRunning, seatHeldBy } from './room-state'
import { workOf } from './work'

export type Counted = { requirement: Requirement; asked: number; done: number }
export type PhaseProgress = {
  phase: number
  status: 'ahead' | 'open' | 'done' | 'late' | 'missing'
  dueAt: number | null
  extended: boolean
  counted: readonly Counted[]
}

/** The tensions a seat leads for its delegation: the rounds dealt out in turn along the seats in filling order. */
export function ledBy(plan: RoomPlan, seat: Pick<Seat, 'id' | 'delegation'>): readonly TensionKey[] {
  const team = plan.seats.filter((other) => other.delegation === seat.delegation).sort((a, b) => a.order - b.order)
  const place = team.findIndex((other) => other.id === seat.id)
  return place === -1
    ? []
    : plan.rounds.filter((_round, index) => index % team.length === place).map((round) => round.key)
}

export function progressOf(state: RoomState, who: PersonId, now: number): readonly PhaseProgress[] {
  const items = workOf(state, who)
  const seat = seatHeldBy(state, who)
  return state.plan.phases.map((phase, index): PhaseProgress => {
    const counted = phase.requires.map((requirement) =>
      count(state, requirement, itemsFor(items, index, requirement), seat),
    )
    const due = dueFor(state, index, who)
    const wholeFrom = (some: readonly WorkItem[]) =>
      phase.requires.every((requirement) => {
        const { asked, done } = count(state, requirement, itemsFor(some, index, requirement), seat)
        return done >= asked
      })
    const whole = wholeFrom(items)
    const inTime = whole && (due === null || wholeFrom(items.filter(({ at }) => at < due)))
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

/** Stances and reflections count in whatever phase takes them; the rest in the phase they were made for. Statements carry anchors. */
const itemsFor = (items: readonly WorkItem[], phase: number, { what }: Requirement): readonly WorkItem[] =>
  items.filter(
    (item) =>
      item.phase === phase &&
      (what === 'anchor' ? item.what === 'opening' || item.what === 'answer' : item.what === what),
  )

function count(state: RoomState, requirement: Requirement, items: readonly WorkItem[], seat: Seat | null): Counted {
  const asked =
    requirement.by === 'leader' && seat ? requirement.count * ledBy(state.plan, seat).length : requirement.count
  const distinct =
    requirement.what === 'own-view' || requirement.what === 'position-draft' || requirement.what === 'opening'
  const done =
    requirement.what === 'anchor'
      ? items.reduce((sum, item) => sum + item.anchors, 0)
      : distinct
        ? new Set(items.map((item) => item.round)).size
        : items.length
  const spread = new Set(items.map((item) => item.round)).size >= (requirement.tensions ?? 0)
  const others = DELEGATIONS.filter((delegation) => delegation !== seat?.delegation)
  const each = !requirement.toEachOther || others.every((other) => items.some((item) => item.to === other))
  // What is spread too thin is one short, however many there are.
  return { requirement, asked, done: spread && each ? done : Math.min(done, asked - 1) }
}

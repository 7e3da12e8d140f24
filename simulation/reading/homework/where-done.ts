// Where in a room a person can do what a homework phase still asks of them. Every button and link that leads to owed work asks here, so
// that no two of them lead to different places.

import { ruleOf } from '../../agenda/phase-kinds'
import { type Requirement, requirement } from '../../agenda/plan'
import { type DelegationId, type PersonId, type TensionKey, tensionKey } from '../../kernel/ids'
import { countsTensions, ledBy, takesLate, timeliness } from '../../questions/homework'
import type { WorkItem } from '../../shapes/homework'
import { hasEnded } from '../../state/clock'
import { isRunning, type RoomState, seatHeldBy } from '../../state/room-state'
import { type PersonalRequirement, requirementsFor } from '../../topics/homework/requirements'
import { workOf } from '../../topics/homework/work'
import type { DoAddress } from '../../wire/do-address'
import { cameAfter, countOf, itemsFor, type Work } from '../marks/completion'

export type WorkPlace =
  | 'brief'
  | 'record'
  | 'caucus'
  | 'positions'
  | 'communique'
  | 'ballot'
  | 'reflection'
  | 'transcript'

export type WhereDone = Readonly<{
  phase: number
  what: Work
  place: WorkPlace
  /** The tension on which the work counts; null where it belongs to none. */
  tension: TensionKey | null
  /** The entry to answer; null where none is to be answered. */
  answer: number | null
}>

/** Where a person does what a requirement of a phase still asks; null only once it is met, or is closed to them. */
export function whereDone(
  state: RoomState,
  person: PersonId,
  phase: number,
  { what, by }: Pick<Requirement, 'what' | 'by'>,
  now: number,
): WhereDone | null {
  if (!isOpenTo(state, person, phase, what, now)) return null
  const asks = requirementsFor(state, phase, seatHeldBy(state, person))
  const ask = asks.find(({ requirement }) => requirement.what === what && requirement.by === by)
  const items = ask && itemsFor(workOf(state, person), phase, ask)
  if (!ask || !items || countOf(ask, items).done >= ask.asked) return null
  return { phase, what, place: placeOf(state, phase, what), ...spotOf(state, person, phase, ask, items) }
}

/** Where a person does the first thing that a phase still asks of them and takes; null where there is none. */
export function nextIn(state: RoomState, person: PersonId, phase: number, now: number): WhereDone | null {
  for (const requirement of state.plan.phases[phase]?.requires ?? []) {
    const where = whereDone(state, person, phase, requirement, now)
    if (where) return where
  }
  return null
}

/**
 * Where an address leads this person now. What it names may be met or closed by now, or owed elsewhere: it leads to the place all the same,
 * and to the tension that it names. Null where the room has no such phase, or the phase no such work.
 */
export function whereTo(state: RoomState, person: PersonId, address: DoAddress, now: number): WhereDone | null {
  const { phase, what } = address
  const asked = state.plan.phases[phase]?.requires.filter((requirement) => requirement.what === what) ?? []
  if (asked.length === 0) return null
  const tension = state.plan.rounds.find(({ key }) => key === address.tension)?.key ?? null
  for (const requirement of asked) {
    const where = whereDone(state, person, phase, requirement, now)
    if (where) return tension === null || where.tension === tension ? where : { ...where, tension, answer: null }
  }
  return { phase, what, place: placeOf(state, phase, what), tension, answer: null }
}

const PLACES: Readonly<Record<Work, WorkPlace>> = {
  'own-view': 'brief',
  knowledge: 'brief',
  'position-draft': 'positions',
  comment: 'caucus',
  opening: 'record',
  answer: 'record',
  anchor: 'record',
  'proposal-or-amendment': 'communique',
  vote: 'ballot',
  reflection: 'reflection',
  question: 'positions',
  case: 'positions',
  'case-score': 'positions',
  annotation: 'transcript',
}

const LATE_PLACES: readonly WorkPlace[] = ['record', 'reflection', 'transcript']

function placeOf({ plan }: RoomState, index: number, what: Work): WorkPlace {
  const phase = plan.phases[index]
  const again = (what === 'own-view' || what === 'knowledge') && phase !== undefined && ruleOf(phase).stance === 'after'
  return again ? 'reflection' : PLACES[what]
}

/** Whether the rules still take this work for this phase from this person: late, posts, reflections and annotations alone (H3). */
function isOpenTo(state: RoomState, person: PersonId, index: number, what: Work, now: number): boolean {
  if (state.closedAt !== null || state.removed.includes(person)) return false
  if (cameAfter(state, person, index)) return false
  if (index === state.agenda.index && isRunning(state) && !hasEnded(state, now)) return true
  if (!takesLate(state, index) || !LATE_PLACES.includes(PLACES[what])) return false
  const time = timeliness(state, index, person, now)
  return time === 'on-time' || time === 'late'
}

type Spot = Pick<WhereDone, 'tension' | 'answer'>

function spotOf(
  state: RoomState,
  person: PersonId,
  index: number,
  ask: PersonalRequirement,
  items: readonly WorkItem[],
): Spot {
  const { what } = ask.requirement
  const phase = state.plan.phases[index]
  const seat = seatHeldBy(state, person)
  const led = seat ? ledBy(state.plan, seat) : []
  const rounds = ask.on ?? state.plan.rounds.map(({ key }) => key)
  const done = (key: TensionKey) => items.some(({ round }) => round === key)
  const left = (keys: readonly TensionKey[]) => keys.filter((key) => !done(key))
  if (what === 'own-view') return { tension: left(rounds)[0] ?? null, answer: null }
  if (countsTensions(what)) {
    const open = left(what === 'position-draft' ? rounds.filter((key) => phase?.files?.rounds.includes(key)) : rounds)
    return { tension: open.find((key) => led.includes(key)) ?? open[0] ?? null, answer: null }
  }
  if (PLACES[what] !== 'record') return { tension: null, answer: null }
  if (phase && ruleOf(phase).weekPosts === 'answers')
    return answerOn(state, seat?.delegation ?? null, rounds, ask, items)
  const own = rounds.filter((key) => led.includes(key))
  return { tension: left(own)[0] ?? own[0] ?? left(rounds)[0] ?? rounds[0] ?? null, answer: null }
}

/**
 * What to answer next: a delegation that must still be answered, on a tension that still counts as another one; among equals where this
 * person has answered least. What could be spoiled is done first: the delegation that has spoken on the fewest of these tensions.
 */
function answerOn(
  state: RoomState,
  own: DelegationId | null,
  rounds: readonly TensionKey[],
  { asked, toEach, requirement }: PersonalRequirement,
  items: readonly WorkItem[],
): Spot {
  const entries = answerable(state, own)
  const answered = (key: TensionKey) => items.filter(({ round }) => round === key).length
  const tensionsLeft = Math.max(0, (requirement.tensions ?? 0) - rounds.filter((key) => answered(key) > 0).length)
  const delegationsLeft = toEach.filter((each) => !items.some(({ to }) => to === each))
  const actsLeft = asked - items.length
  const choice = (to: DelegationId) => entries.filter((entry) => entry.to === to && answered(entry.round) === 0).length
  const options = rounds.flatMap((round) =>
    [...entries.filter((entry) => entry.round === round), { round, to: null, no: null }].map(({ to, no }) => {
      const wanted = to !== null && delegationsLeft.includes(to)
      const still = Math.max(tensionsLeft - (answered(round) === 0 ? 1 : 0), delegationsLeft.length - (wanted ? 1 : 0))
      const ranks = [
        Number(still >= actsLeft),
        wanted ? choice(to) : Number.MAX_SAFE_INTEGER,
        answered(round),
        Number(no === null),
      ]
      return { tension: round, answer: no, ranks }
    }),
  )
  const [best] = options.toSorted((a, b) => firstOther(a.ranks, b.ranks))
  return { tension: best?.tension ?? null, answer: best?.answer ?? null }
}

/** The first difference of two lists of ranks; zero where they are equal. */
const firstOther = (some: readonly number[], others: readonly number[]): number =>
  some.map((rank, index) => rank - (others[index] ?? 0)).find((difference) => difference !== 0) ?? 0

type Answerable = { round: TensionKey; to: DelegationId; no: number }

/** The newest standing statement of each other delegation on each tension. */
function answerable(state: RoomState, own: DelegationId | null): readonly Answerable[] {
  const newest = new Map<string, Answerable>()
  for (const { event, no } of state.record) {
    if (event.type !== 'StatementPosted' || state.withdrawn[Number(no)] !== undefined) continue
    const { round } = event
    const to = state.seats[event.seat]?.delegation ?? null
    if (to !== null && to !== own) newest.set(`${round}/${to}`, { round, to, no: Number(no) })
  }
  return [...newest.values()]
}

/** What the end of an address names, with or without its `#`; null where it is none of these. */
export function readDoHash(hash: string): DoAddress | null {
  const [, phase = '', named = '', on] = /^#?do=(\d{1,3})\.([a-z-]+)(?:\.([a-z-]+))?$/.exec(hash) ?? []
  const what = requirement.shape.what.safeParse(named)
  if (phase === '' || !what.success) return null
  const tension = tensionKey.safeParse(on)
  return { phase: Number(phase), what: what.data, tension: tension.success ? tension.data : null }
}

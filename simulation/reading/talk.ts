// Who was heard: time on the floor and statements of each delegate (rule D4). Talk follows the person, as at the desk (F6), and what
// somebody said for a delegation before the chair moved them to another stays that delegation's.
import { delegationIds } from '../agenda/parties'
import { isThirdEdition } from '../agenda/plan'
import type { DelegationId, SeatId } from '../kernel/ids'
import { voiceOf } from '../questions/floor'
import { saidFor, type Voice } from '../shapes/floor/slice'
import type { Seat } from '../shapes/seats/slice'
import type { RoomState } from '../state/room-state'
import { seatsIn } from '../state/room-state'
import { type Paragraph, paragraphs } from './transcript'

/** One delegate's talk for a delegation. Before the third edition `voice` is the seat, whoever sat there. */
export type Talk = Readonly<{
  voice: Voice
  /** The office in which they sit now; null for somebody who sits in the delegation no more. */
  title: string | null
  /** The offices from which they spoke before. */
  earlier: readonly string[]
  spokenMs: number
  statements: number
}>

type TalkParagraph = Extract<Paragraph, { kind: 'statement' | 'turn' }>

/** The delegates of a delegation: who sits there or is played by an understudy, in filling order, then those who spoke for it before. */
export function talkOf(state: RoomState, delegation: DelegationId): readonly Talk[] {
  const said = paragraphs(state).filter(
    (each): each is TalkParagraph =>
      (each.kind === 'statement' || each.kind === 'turn') && each.delegation === delegation,
  )
  const byPerson = isThirdEdition(state.plan)
  const speaker = ({ person, seat }: TalkParagraph): Voice | null => (byPerson ? person : null) ?? seat
  const seats = seatsIn(state, delegation)
  const here = new Map<Voice, Seat>(
    seats.filter((seat) => isFilled(state, seat)).map((seat) => [byPerson ? voiceOf(seat) : seat.id, seat]),
  )
  const voices = new Set<Voice>([...here.keys(), ...said.flatMap((each) => speaker(each) ?? [])])
  // A seat that was spoken from and fell empty stays listed, also where all of it was too short for an entry.
  if (!byPerson) for (const { id } of seats) if (state.floor.spentMs.of(id) > 0) voices.add(id)
  return [...voices].map((voice) => {
    const own = said.filter((each) => speaker(each) === voice)
    const seat = here.get(voice)
    const from = new Set<SeatId | null>(own.map((each) => each.seat))
    const spoken = byPerson
      ? state.floor.saidForMs.of(saidFor(delegation, voice))
      : seats.reduce((sum, { id }) => (id === voice ? state.floor.spentMs.of(id) : sum), 0)
    return {
      voice,
      title: seat?.title ?? null,
      earlier: seats.filter(({ id }) => id !== seat?.id && (from.has(id) || id === voice)).map(({ title }) => title),
      spokenMs: spoken,
      statements: own.filter(({ kind }) => kind === 'statement').length,
    }
  })
}

const isFilled = ({ plan }: RoomState, { holder, mirrors }: Seat): boolean =>
  holder !== null || (plan.understudies && mirrors === null)

/** What of a delegate's talk is counted: seconds on the floor in a seminar, statements in a debate over days. */
export const amountOf = (
  { plan }: Pick<RoomState, 'plan'>,
  { spokenMs, statements }: Pick<Talk, 'spokenMs' | 'statements'>,
): number => (plan.kind === 'seminar' ? Math.round(spokenMs / 1000) : statements)

/** Who was heard: the share in per cent of all talk that came from the heads' seats, how many people said nothing, and how many seats understudies played. */
type TalkFinding = { by: 'time' | 'statements' } & (
  | { kind: 'nobody' }
  | { kind: 'heads'; share: number; people: number; silent: number; played: number }
)

export function talkFinding(state: RoomState): TalkFinding {
  const by = state.plan.kind === 'seminar' ? 'time' : 'statements'
  const said = paragraphs(state).filter(({ kind }) => kind === 'statement')
  // From the seat, whoever sat there: who is head changes with the seat, and what was said as head stays so.
  const seats = delegationIds(state.plan).flatMap((delegation) =>
    seatsIn(state, delegation).map(({ id, head }) => {
      const statements = said.filter(({ seat }) => seat === id).length
      return { head, amount: amountOf(state, { spokenMs: state.floor.spentMs.of(id), statements }) }
    }),
  )
  const sum = (some: typeof seats) => some.reduce((total, { amount }) => total + amount, 0)
  const all = sum(seats)
  if (all === 0) return { by, kind: 'nobody' }
  const share = Math.round((sum(seats.filter(({ head }) => head)) / all) * 100)
  const played = new Set<Voice>(
    delegationIds(state.plan).flatMap((delegation) =>
      seatsIn(state, delegation).flatMap((seat) => (seat.holder === null && isFilled(state, seat) ? [seat.id] : [])),
    ),
  )
  const people = delegationIds(state.plan)
    .flatMap((delegation) => talkOf(state, delegation))
    .filter(({ voice }) => !played.has(voice))
  const silent = people.filter(({ spokenMs, statements }) => spokenMs === 0 && statements === 0).length
  return { by, kind: 'heads', share, people: people.length, silent, played: played.size }
}

// Who was heard: time on the floor and statements of each delegate (rule D4). Talk follows the person, as at the desk (F6), and what
// somebody said for a delegation before the chair moved them to another stays that delegation's.
import { delegationIds } from '../../agenda/parties'
import { isThirdEdition } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import { voiceOf } from '../../questions/floor'
import { saidFor, type Voice } from '../../shapes/floor'
import type { Seat } from '../../shapes/seats'
import { type RoomState, seatsIn } from '../../state/room-state'
import { type Paragraph, paragraphs } from '../log/transcript'
import type { Ground } from '../record/proofs'

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
  if (!byPerson) for (const { id } of seats) if ((state.floor.spentMs.get(id) ?? 0) > 0) voices.add(id)
  return [...voices].map((voice) => {
    const own = said.filter((each) => speaker(each) === voice)
    const seat = here.get(voice)
    const from = new Set<SeatId | null>(own.map((each) => each.seat))
    const spoken = byPerson
      ? (state.floor.saidForMs.get(saidFor(delegation, voice)) ?? 0)
      : seats.reduce((sum, { id }) => (id === voice ? (state.floor.spentMs.get(id) ?? 0) : sum), 0)
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

/**
 * Who was heard: the share in per cent of all talk that came from the heads' seats, how many of these anybody held or an understudy played,
 * how many people said nothing, how many seats understudies played, and for which delegations nobody sat. That all were heard says something
 * of three people or more.
 */
type TalkFinding = { by: 'time' | 'statements' } & (
  | { kind: 'nobody' }
  | {
      kind: 'heads'
      share: number
      heads: number
      people: number
      silent: number
      heard: 'all' | 'some' | 'untold'
      played: number
      absent: readonly DelegationId[]
    }
)

export function talkFinding(state: RoomState): TalkFinding {
  const by = state.plan.kind === 'seminar' ? 'time' : 'statements'
  const grounds = talkGrounds(state)
  const of = (way: TalkGround['way']) => grounds.filter((each) => each.way === way)
  const sum = (some: readonly TalkGround[]) => some.reduce((total, { amount }) => total + amount, 0)
  const all = sum(grounds)
  if (all === 0) return { by, kind: 'nobody' }
  const people = delegationIds(state.plan).reduce((count, id) => count + peopleOf(state, id).length, 0)
  const share = Math.round((sum(of('heads')) / all) * 100)
  const silent = of('silent').length
  const heard = silent > 0 ? 'some' : people < FEWEST_ALL ? 'untold' : 'all'
  const seats = delegationIds(state.plan).map((id) => seatsIn(state, id).filter((seat) => satIn(state, seat)))
  const heads = seats.flat().filter(({ head }) => head).length
  const absent = delegationIds(state.plan).filter((_, place) => seats[place]?.length === 0)
  return { by, kind: 'heads', share, heads, people, silent, heard, played: of('played').length, absent }
}

/** Of so many and more it may be said that all of them were heard. */
const FEWEST_ALL = 3

/** Whether somebody sits there or an understudy plays it, or somebody has spoken from it before. */
const satIn = (state: RoomState, seat: Seat): boolean =>
  isFilled(state, seat) || paragraphs(state).some((said) => isSaid(said) && said.seat === seat.id)

const isSaid = ({ kind }: Paragraph): boolean => kind === 'statement' || kind === 'turn'

/**
 * What the sentence about talk counts: each seat with what was said from it, whoever sat there, for who is head changes with the seat and what
 * was said as head stays so; each person who said nothing; and each seat that an understudy plays. `title` is the office.
 */
export type TalkGround = Ground<
  'heads' | 'others' | 'silent' | 'played',
  { delegation: DelegationId; title: string | null; amount: number }
>

export function talkGrounds(state: RoomState): readonly TalkGround[] {
  const said = paragraphs(state).filter(isSaid)
  return delegationIds(state.plan).flatMap((delegation) => {
    const seats = seatsIn(state, delegation)
    const ground = (way: TalkGround['way'], key: string, title: string | null): TalkGround => ({
      ...{ key: `${way}/${delegation}/${key}`, way, delegation, title, amount: 0, entries: [] },
    })
    return [
      ...seats.flatMap(({ id, head, title }): TalkGround[] => {
        const own = said.filter(({ seat }) => seat === id)
        const statements = own.filter(({ kind }) => kind === 'statement').length
        const amount = amountOf(state, { spokenMs: state.floor.spentMs.get(id) ?? 0, statements })
        const entries = own.map(({ no }) => no)
        return head || amount > 0 ? [{ ...ground(head ? 'heads' : 'others', id, title), amount, entries }] : []
      }),
      ...peopleOf(state, delegation).flatMap(({ voice, title, earlier, spokenMs, statements }) =>
        spokenMs === 0 && statements === 0 ? [ground('silent', voice, title ?? earlier[0] ?? null)] : [],
      ),
      ...seats.flatMap((seat) => (isPlayed(state, seat) ? [ground('played', seat.id, seat.title)] : [])),
    ]
  })
}

const isPlayed = (state: RoomState, seat: Seat): boolean => seat.holder === null && isFilled(state, seat)

/** The delegates of a delegation whom no understudy plays. */
function peopleOf(state: RoomState, delegation: DelegationId): readonly Talk[] {
  const played = new Set<Voice>(seatsIn(state, delegation).flatMap((seat) => (isPlayed(state, seat) ? [seat.id] : [])))
  return talkOf(state, delegation).filter(({ voice }) => !played.has(voice))
}

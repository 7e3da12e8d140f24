// Which line of the scenario an understudy says next on the floor, and to what: what people said and what was asked of it come before
// what it wants to say itself (rules U7 to U9, U14).

import type { DelegationId, SeatId, TensionKey } from '../kernel/ids'
import { heardIn } from '../questions/floor'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import type { Seat } from '../shapes/seats'
import { type Entry, phaseNow } from '../state/room-state'
import { draw, standOf, type UnderstudyContext } from './understudy-context'
import { heardStatements, lineOf } from './understudy-hearing'
import { toPeople } from './understudy-people'
import { type Candidate, inOrder, type Rank, type Saying, type SpokenLines, saidLines } from './understudy-saying'
import { ofText } from './understudy-spoken'

export type NextLine = Readonly<{
  line: Saying
  seat: SeatId
  answers: number | null
  /** The person's statement to which it is said. */
  heard: number | null
}>

/** A delegation answers each other one at least so often before it prefers whoever spoke first; what does so moves up by more than a rank. */
const ANSWERS_EACH = 4
const NEGLECTED = 12
/** Until then whoever was answered less than it answered asks before it answers again: this moves a question up before replies. */
const OWED = 45

/** An understudy asks nothing when the phase has less than this left, in milliseconds at class speed: nobody could reply. */
const TIME_TO_REPLY_MS = 40_000
/** In steps of the axis: an offer no further than this from where a delegation stands is taken. */
const TAKES_WITHIN = 1.5
/** In steps of the axis: an opening no further than this from what its delegation filed fits it. */
const FITS = 1

/** The next line that one of these seats of a delegation has to say; null when none is left. */
export function nextLine(
  context: UnderstudyContext,
  delegation: DelegationId,
  seats: readonly Seat[],
  lastAt: number,
): NextLine | null {
  const round = phaseNow(context.state)?.round
  if (!round) return null
  const said = saidLines(context)
  const unsaid = unsaidLines(context, delegation, tensionsOf(context, round, lastAt), said)
  const candidates = [
    ...toPeople(context, delegation, heardStatements(context, round), said),
    ...ofText(context, delegation, round, said),
    ...unsaid.flatMap((line) => ownPart(context, line, said, lastAt)),
  ]
  for (const { line, answers, heard = null } of inOrder(context, candidates)) {
    const seat = sayerOf(context, line, seats)
    if (seat) return { line, seat: seat.id, answers, heard }
  }
  return null
}

/** The lines that a delegation may still say on these tensions, and to the news. */
export const unsaidLines = (
  context: UnderstudyContext,
  delegation: DelegationId,
  tensions: readonly TensionKey[],
  said: SpokenLines,
): readonly Line[] =>
  tensions
    .flatMap((tension) => linesFor(context.scenario, delegation, tension))
    .filter(({ kind }) => kind !== 'reaction')
    .concat(reactions(context, delegation))
    .filter((line) => !said.has(line.text))

/** U7: the office a line was written for; where the room has no such office, whoever of these has spoken least. */
export function sayerOf(
  { state }: UnderstudyContext,
  line: Pick<Saying, 'seat'>,
  seats: readonly Seat[],
): Seat | undefined {
  const own = seats.find(({ id }) => id === line.seat)
  if (own || state.plan.seats.some(({ id }) => id === line.seat)) return own
  return seats.toSorted((a, b) => heardIn(state, a) - heardIn(state, b) || a.order - b.order)[0]
}

/** What the delegation has to say of itself: to news, to what it was asked or offered, to openings, and then questions and offers of its own. */
export function ownPart(context: UnderstudyContext, line: Line, said: SpokenLines, lastAt: number): Candidate[] {
  const saying: Saying = { ...line, to: line.kind === 'question' ? line.to : null }
  // U14: what a line presupposes may be on the record or not.
  const presupposed = (line.after ?? []).map((id) => lineOf(context.scenario, id)?.text)
  if (!presupposed.every((text) => text !== undefined && said.has(text))) return []
  const after = (id: string, rank: Rank): Candidate[] => {
    const text = lineOf(context.scenario, id)?.text
    const entry = text === undefined ? undefined : said.get(text)
    return entry
      ? [{ line: saying, answers: Number(entry.no), rank, fit: isNeglected(line, entry) ? NEGLECTED : 0 }]
      : []
  }
  const isNeglected = ({ delegation }: Line, { event }: Entry): boolean => {
    const side = 'seat' in event && event.seat !== null ? context.state.seats[event.seat]?.delegation : undefined
    return side != null && answersTo(context, said, delegation, side) < ANSWERS_EACH
  }
  const owesAnswers = ({ delegation, to }: Extract<Line, { kind: 'question' }>): boolean => {
    const theirs = answersTo(context, said, to, delegation)
    return theirs < ANSWERS_EACH && theirs < answersTo(context, said, delegation, to)
  }
  switch (line.kind) {
    case 'answer':
      return after(line.answers, 'answer')
    case 'reply':
      return after(line.answers, 'reply')
    case 'taking':
      return takes(context, line, said) ? after(line.answers, 'taking') : []
    case 'reaction':
      return [{ line: saying, answers: null, rank: 'reaction', fit: 0 }]
    case 'question':
      return endsWithin(context, lastAt, TIME_TO_REPLY_MS)
        ? []
        : [{ line: saying, answers: null, rank: 'question', fit: owesAnswers(line) ? OWED : 0 }]
    case 'concession':
      return isOneWay(context, line) ? [{ line: saying, answers: null, rank: 'concession', fit: 0 }] : []
    case 'opening':
    case 'closing':
    case 'caucus':
      return []
    default:
      return line satisfies never
  }
}

/** Whether this is the line with which the delegation takes or declines an offer, by how far it stands from it; it does either once. */
function takes(context: UnderstudyContext, line: Extract<Line, { kind: 'taking' }>, said: SpokenLines): boolean {
  const { scenario } = context
  const offer = lineOf(scenario, line.answers)
  if (!offer) return false
  const own = scenario.lines.filter(
    (other) => other.kind === 'taking' && other.answers === line.answers && other.delegation === line.delegation,
  )
  if (own.some(({ text }) => said.has(text))) return false
  return own.length === 1 ? true : line.accepts === isNear(context, line, offer.stance)
}

const isNear = (context: UnderstudyContext, { tension, delegation }: Line, value: number): boolean =>
  Math.abs(standOf(context, tension, delegation) - value) <= TAKES_WITHIN

/**
 * U9: a delegation makes its offers on a tension in one direction; which one, where the scenario has both, the seed decides. Two that
 * lead opposite ways would take each other back.
 */
function isOneWay(context: UnderstudyContext, { tension, delegation, stance }: Line): boolean {
  const offers = linesFor(context.scenario, delegation, tension).filter(({ kind }) => kind === 'concession')
  const from = context.scenario.delegations.find(({ id }) => id === delegation)?.openings[tension]?.value ?? 0
  const ways = [...new Set(offers.map((offer) => Math.sign(offer.stance - from)))]
  const chosen = ways[draw(context, ways.length, 'offers', delegation, tension)]
  return Math.sign(stance - from) === chosen
}

/** How often one delegation's understudies have answered another. */
const answersTo = ({ state }: UnderstudyContext, said: SpokenLines, by: DelegationId, to: DelegationId): number =>
  [...said.values()].filter(({ event }) => {
    if (event.type !== 'StatementMade' || event.answers === null || state.seats[event.seat]?.delegation !== by)
      return false
    const answered = state.record.at(event.answers - 1)?.event
    return answered?.type === 'StatementMade' && state.seats[answered.seat]?.delegation === to
  }).length

const endsWithin = ({ state, pace }: UnderstudyContext, at: number, lastMs: number): boolean =>
  state.clock !== null && state.clock.endsAt - at < lastMs * pace

/** The lines about news that came in the running phase and was not taken back. */
function reactions({ state, scenario }: UnderstudyContext, delegation: DelegationId): readonly Line[] {
  const sent = new Set<string>()
  for (const { event, phase } of state.record) {
    if (phase !== state.agenda.index) continue
    if (event.type === 'InjectSent') sent.add(event.key)
    if (event.type === 'InjectRetracted') sent.delete(event.key)
  }
  return sent.size === 0
    ? []
    : scenario.lines.filter(
        (line) => line.kind === 'reaction' && line.delegation === delegation && sent.has(line.inject),
      )
}

/** The tensions that are debated: the round's own, and before it those folded into it, once the room has turned to them (P16). */
function tensionsOf({ state, startsAt, seconds }: UnderstudyContext, round: TensionKey, lastAt: number): TensionKey[] {
  const folded = state.plan.rounds.find(({ key }) => key === round)?.folded ?? []
  const planned = phaseNow(state)?.foldsAtSeconds !== undefined
  const turned = planned ? state.turnedTo !== null : lastAt > startsAt + seconds * 500
  return turned ? [...folded.map(({ key }) => key), round] : [round]
}

/** The line with which this seat opens: its own that fits what was filed, else its own, else the nearest of its delegation; null without any. */
export function openingLine(
  context: UnderstudyContext,
  seat: Seat,
  delegation: DelegationId,
  round: TensionKey,
): Line | null {
  const said = saidLines(context)
  const stands = standOf(context, round, delegation)
  const far = ({ stance }: Line) => Math.abs(stance - stands)
  const left = linesFor(context.scenario, delegation, round)
    .filter((line) => line.kind === 'opening' && !said.has(line.text))
    .toSorted((a, b) => far(a) - far(b))
  return left.find((line) => line.seat === seat.id) ?? left.find((line) => far(line) <= FITS) ?? left[0] ?? null
}

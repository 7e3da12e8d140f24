// Understudies in a homework debate: whoever leads a tension posts its opening, and each posts answers to what was said.
// It must not know the hour; it spreads its posts over the phase.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import type { Entry, Seat } from '../kernel/room-state'
import { phaseNow } from '../kernel/room-state'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import { ledBy } from '../topics/homework/requirements'
import type { Move, Table } from './understudy-table'
import { citationsOf, draw, momentAt, playedSeats, standOf } from './understudy-table'

/** As many answers as the agenda asks of a student. */
const ANSWERS = 3

export function postMoves(table: Table): Move[] {
  const phase = phaseNow(table.state)
  const opening = phase && ruleOf(phase).weekPosts === 'openings'
  return delegationIds(table.state.plan).flatMap((delegation) =>
    playedSeats(table.state, delegation).flatMap((seat) =>
      opening ? openings(table, seat, delegation) : answers(table, seat, delegation),
    ),
  )
}

/** One opening for each tension the seat leads. */
function openings(table: Table, seat: Seat, delegation: DelegationId): Move[] {
  const { state, scenario } = table
  return ledBy(state.plan, seat).flatMap((round): Move[] => {
    const lines = linesFor(scenario, delegation, round).filter((line) => line.kind === 'opening')
    const stands = standOf(table, round, delegation)
    const line = [...lines].sort((a, b) => Math.abs(a.stance - stands) - Math.abs(b.stance - stands))[0]
    if (!line || isPosted(table, seat, round)) return []
    return [post(table, seat, round, line, null, 0.2 + 0.05 * draw(table, 10, 'post', seat.id, round))]
  })
}

/** Answers to openings that stand on the record, until as many are posted as are asked. */
function answers(table: Table, seat: Seat, delegation: DelegationId): Move[] {
  const { state, scenario } = table
  const posted = postedLines(table)
  const own = [...posted.values()].filter(
    (entry) => entry.event.type === 'StatementPosted' && entry.event.seat === seat.id,
  )
  const made = own.filter(
    (entry) => entry.event.type === 'StatementPosted' && entry.event.phase === state.agenda.index,
  ).length
  if (made >= ANSWERS) return []
  const open = state.plan.rounds.flatMap((round) =>
    linesFor(scenario, delegation, round.key).flatMap((line) => {
      if (line.kind !== 'answer' || posted.has(line.text)) return []
      const answered = scenario.lines.find((other) => other.id === line.answers)
      const entry = answered && posted.get(answered.text)
      return entry ? [{ line, round: round.key, entry: Number(entry.no) }] : []
    }),
  )
  const rank = ({ line }: (typeof open)[number]) =>
    (line.seat === seat.id ? 0 : 10) + draw(table, 10, 'answer', line.id)
  const next = [...open].sort((a, b) => rank(a) - rank(b))[0]
  const share = 0.1 + 0.25 * made + 0.02 * draw(table, 10, 'answer', seat.id, made)
  return next ? [post(table, seat, next.round, next.line, next.entry, share)] : []
}

function post(table: Table, seat: Seat, round: TensionKey, line: Line, answered: number | null, share: number): Move {
  const { index } = table.state.agenda
  const { text, intent } = line
  return {
    at: momentAt(table, share),
    by: understudyActor(seat.id),
    command: {
      type: 'postStatement',
      phase: index,
      round,
      text,
      intent,
      answers: answered,
      anchors: citationsOf(line),
    },
  }
}

const isPosted = ({ state }: Table, seat: Seat, round: TensionKey): boolean =>
  state.posts.some((post) => post.seat === seat.id && post.round === round) ||
  state.record.findLast(
    ({ event }) => event.type === 'StatementPosted' && event.seat === seat.id && event.round === round,
  ) !== undefined

function postedLines({ state }: Table): Map<string, Entry> {
  const posted = new Map<string, Entry>()
  for (const entry of state.record) if (entry.event.type === 'StatementPosted') posted.set(entry.event.text, entry)
  return posted
}

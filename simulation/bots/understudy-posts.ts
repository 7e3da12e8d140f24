// Understudies in a homework debate: the one that leads a tension posts its opening, and each posts answers to openings on the record.
// Posts are spread over the phase, which lasts days: at its start all at once would look like a flood to the students.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import type { Entry, Seat } from '../kernel/room-state'
import { phaseNow } from '../kernel/room-state'
import { citationsOf } from '../scenario/facts'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import { ledBy } from '../topics/homework/questions'
import type { Move, UnderstudyContext } from './understudy-context'
import { draw, momentAt, playedSeats, standOf } from './understudy-context'

/** Answers that each understudy posts in a phase: as many as the agendas ask of a student. */
const ANSWERS = 3

export function postMoves(context: UnderstudyContext): Move[] {
  const phase = phaseNow(context.state)
  const opening = phase && ruleOf(phase).weekPosts === 'openings'
  return delegationIds(context.state.plan).flatMap((delegation) =>
    playedSeats(context.state, delegation).flatMap((seat) =>
      opening ? openings(context, seat, delegation) : answers(context, seat, delegation),
    ),
  )
}

/** One opening for each tension this seat leads and has not opened yet. */
function openings(context: UnderstudyContext, seat: Seat, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  return ledBy(state.plan, seat).flatMap((round): Move[] => {
    const lines = linesFor(scenario, delegation, round).filter((line) => line.kind === 'opening')
    const stands = standOf(context, round, delegation)
    const line = [...lines].sort((a, b) => Math.abs(a.stance - stands) - Math.abs(b.stance - stands))[0]
    if (!line || isPosted(context, seat, round)) return []
    return [post(context, seat, round, line, null, 0.2 + 0.05 * draw(context, 10, 'post', seat.id, round))]
  })
}

/** The next answer to a post on the record, until `ANSWERS` are posted in this phase. */
function answers(context: UnderstudyContext, seat: Seat, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  const posted = postedLines(context)
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
    (line.seat === seat.id ? 0 : 10) + draw(context, 10, 'answer', line.id)
  const next = [...open].sort((a, b) => rank(a) - rank(b))[0]
  const share = 0.1 + 0.25 * made + 0.02 * draw(context, 10, 'answer', seat.id, made)
  return next ? [post(context, seat, next.round, next.line, next.entry, share)] : []
}

function post(
  context: UnderstudyContext,
  seat: Seat,
  round: TensionKey,
  line: Line,
  answered: number | null,
  share: number,
): Move {
  const { index } = context.state.agenda
  const { text, intent } = line
  return {
    at: momentAt(context, share),
    by: understudyActor(seat.id),
    command: {
      type: 'postStatement',
      phase: index,
      round,
      text,
      intent,
      answers: answered,
      anchors: citationsOf(context.scenario, line),
    },
  }
}

const isPosted = ({ state }: UnderstudyContext, seat: Seat, round: TensionKey): boolean =>
  state.posts.some((post) => post.seat === seat.id && post.round === round) ||
  state.record.findLast(
    ({ event }) => event.type === 'StatementPosted' && event.seat === seat.id && event.round === round,
  ) !== undefined

function postedLines({ state }: UnderstudyContext): Map<string, Entry> {
  const posted = new Map<string, Entry>()
  for (const entry of state.record) if (entry.event.type === 'StatementPosted') posted.set(entry.event.text, entry)
  return posted
}

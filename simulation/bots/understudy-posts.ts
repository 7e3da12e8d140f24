// Understudies in a homework debate: the one that leads a tension posts its opening, and each posts answers to openings on the record.
// Posts are spread over the phase, which lasts days: at its start all at once would look like a flood to the students.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import { ledBy } from '../questions/homework'
import { citationsOf } from '../scenario/facts'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import type { Seat } from '../shapes/seats/slice'
import { phaseNow } from '../state/room-state'
import type { Move, UnderstudyContext } from './understudy-context'
import { draw, momentAt, playedSeats } from './understudy-context'
import { heardStatements, lineOf, meets } from './understudy-hearing'
import { openingLine, saidLines, sayerOf } from './understudy-lines'

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
  const { state } = context
  return ledBy(state.plan, seat).flatMap((round): Move[] => {
    const line = openingLine(context, seat, delegation, round)
    if (!line || isPosted(context, seat, round)) return []
    return [post(context, seat, round, line, null, 0.2 + 0.05 * draw(context, 10, 'post', seat.id, round))]
  })
}

/**
 * The next answer of this seat to a post on the record, until `ANSWERS` are posted in this phase: first to what a person wrote and one of
 * its lines meets, then to the openings and questions that its lines were written for.
 */
function answers(context: UnderstudyContext, seat: Seat, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  const said = saidLines(context)
  const made = [...said.values()].filter(
    ({ event }) => event.type === 'StatementPosted' && event.seat === seat.id && event.phase === state.agenda.index,
  ).length
  if (made >= ANSWERS) return []
  const open = state.plan.rounds.flatMap(({ key: round }) => {
    const heard = heardStatements(context, round).filter(
      (post) => post.delegation !== delegation && !post.answeredBy.has(delegation),
    )
    return linesFor(scenario, delegation, round)
      .filter((line) => !said.has(line.text) && sayerOf(context, line, [seat]) !== undefined)
      .flatMap((line) => {
        const met = heard.find((post) => meets(scenario, line, post) !== null)?.no
        if (met !== undefined) return [{ line, round, entry: met, rank: 0 }]
        if (line.kind !== 'answer' && line.kind !== 'reply') return []
        const entry = said.get(lineOf(scenario, line.answers)?.text ?? '')
        return entry ? [{ line, round, entry: Number(entry.no), rank: 10 }] : []
      })
  })
  const order = ({ line, rank }: (typeof open)[number]) => rank + draw(context, 10, 'answer', line.id)
  const next = open.toSorted((a, b) => order(a) - order(b))[0]
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

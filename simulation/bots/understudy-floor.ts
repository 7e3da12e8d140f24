// Understudies on the floor: they ask for it, say one line of their brief, and yield.
// It must not know who will grant it, and says nothing that its brief's lines do not say.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import type { Entry, Seat } from '../kernel/room-state'
import { phaseNow, seatsIn } from '../kernel/room-state'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import { maySpeak } from '../topics/floor/floor'
import type { Move, Table } from './understudy-table'
import { citationsOf, draw, isPlayed, playedSeats, speakingMs, standOf } from './understudy-table'

/** After a statement, a breath before the floor is given up; between two hands, a moment to think. */
const BREATH_MS = 2_000
const THOUGHT_MS = 6_000
/** A delegation with people in it hears its understudies less often. */
const RESERVE = 4
/** An opening is a prepared speech, of which the line is the sum: it takes most of its turn. */
const OPENING_SHARE = 0.7

export function floorMoves(table: Table): Move[] {
  const holder = table.state.floor.holder
  const seat = holder ? table.state.seats[holder.seat] : undefined
  if (holder && seat) return isPlayed(seat) ? speaking(table, seat) : raisings(table)
  return raisings(table)
}

/** The holder says one line, then yields. */
function speaking(table: Table, seat: Seat): Move[] {
  const { state } = table
  const holder = state.floor.holder
  if (!holder || seat.delegation === null) return []
  const by = understudyActor(seat.id)
  const next = holder.spoke ? null : lineFor(table, seat, seat.delegation)
  if (!next)
    return [
      { at: Math.round(lastMoved(table) + BREATH_MS * table.pace), by, command: { type: 'yieldFloor', to: null } },
    ]
  const whole = holder.until - holder.since
  const lasts =
    holder.turn === 'opening' ? whole * OPENING_SHARE : Math.min(speakingMs(table, next.line.text), whole * 0.7)
  const { line, answers } = next
  return [
    {
      at: Math.round(holder.since + lasts),
      by,
      command: { type: 'makeStatement', text: line.text, intent: line.intent, answers, anchors: citationsOf(line) },
    },
  ]
}

/**
 * At most one hand of the understudies of each delegation is up; who asks is whoever has asked least. None goes up among the
 * openings: what the lines answer belongs to the debate that follows, and would be used up before it.
 */
function raisings(table: Table): Move[] {
  const { state } = table
  const phase = phaseNow(state)
  if (!phase || ruleOf(phase).floor === 'in-order') return []
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const team = seatsIn(state, delegation)
    if (state.floor.hands.some((hand) => state.seats[hand.seat]?.delegation === delegation)) return []
    const people = team.filter((seat) => seat.holder !== null).length
    const willing = playedSeats(state, delegation).filter(
      (seat) => maySpeak(state, seat) && seat.id !== state.floor.holder?.seat,
    )
    const asking = [...willing].sort((a, b) => spoken(table, a) - spoken(table, b) || a.order - b.order)[0]
    const next = asking && lineFor(table, asking, delegation)
    if (!asking || !next) return []
    const wait =
      THOUGHT_MS * (people > 0 ? RESERVE : 1) + 1_500 * draw(table, 4, 'hand', delegation, state.record.length)
    const { line, answers } = next
    return [
      {
        at: Math.round(lastMoved(table) + wait * table.pace),
        by: understudyActor(asking.id),
        command: { type: 'askForFloor', intent: line.intent, answers },
      },
    ]
  })
}

const spoken = (table: Table, seat: Seat): number => table.state.floor.spentMs.of(seat.id)

const lastMoved = (table: Table): number => Math.max(table.startsAt, table.state.record.last()?.at ?? 0)

type Spoken = { line: Line; answers: number | null }

/**
 * The next line of this delegation that has not been said: the opening nearest to its stand while it opens, then answers to
 * openings that were spoken, questions and concessions. A line of the speaker's own office goes first.
 */
function lineFor(table: Table, seat: Seat, delegation: DelegationId): Spoken | null {
  const { state, scenario } = table
  const phase = phaseNow(state)
  const round = phase?.round
  if (!round) return null
  const said = statementsOf(table)
  const unsaid = tensionsOf(table, round)
    .flatMap((tension) => linesFor(scenario, delegation, tension))
    .filter((line) => !said.has(line.text))
  if (ruleOf(phase).floor === 'in-order' && state.floor.holder?.turn === 'opening')
    return opening(table, unsaid, delegation, round)
  const candidates = unsaid.flatMap((line): Spoken[] => {
    switch (line.kind) {
      case 'answer': {
        const answered = scenario.lines.find((other) => other.id === line.answers)
        const entry = answered && said.get(answered.text)
        return entry ? [{ line, answers: Number(entry.no) }] : []
      }
      case 'question':
      case 'concession':
        return [{ line, answers: null }]
      case 'opening':
      case 'closing':
        return []
      default:
        return line satisfies never
    }
  })
  const rank = ({ line }: Spoken) =>
    (line.kind === 'answer' ? 0 : line.kind === 'question' ? 1 : 2) * 10 +
    (line.seat === seat.id ? 0 : 1) * 4 +
    draw(table, 4, line.id)
  return [...candidates].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

function opening(table: Table, unsaid: readonly Line[], delegation: DelegationId, round: TensionKey): Spoken | null {
  const stands = standOf(table, round, delegation)
  const openings = unsaid.filter((line) => line.kind === 'opening' && line.tension === round)
  const line = [...openings].sort((a, b) => Math.abs(a.stance - stands) - Math.abs(b.stance - stands))[0]
  return line ? { line, answers: null } : null
}

/** The round's own tension; in the second half of its floor the folded one too. */
function tensionsOf(table: Table, round: TensionKey): TensionKey[] {
  const { state } = table
  const half = table.startsAt + table.seconds * 500
  const folded = state.plan.rounds.find((candidate) => candidate.key === round)?.folded ?? []
  return lastMoved(table) > half ? [...folded.map((tension) => tension.key), round] : [round]
}

/** What has been said so far, by its words. */
function statementsOf(table: Table): Map<string, Entry> {
  const said = new Map<string, Entry>()
  for (const entry of table.state.record) if (entry.event.type === 'StatementMade') said.set(entry.event.text, entry)
  return said
}

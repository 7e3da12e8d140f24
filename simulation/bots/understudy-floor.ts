// Understudies on the floor: they ask for it, say one line of their brief, and yield. They say only lines the scenario holds.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import type { Entry, Seat } from '../kernel/room-state'
import { phaseNow, seatsIn } from '../kernel/room-state'
import { citationsOf } from '../scenario/facts'
import { linesFor } from '../scenario/lookup'
import type { Line } from '../scenario/scenario'
import { heardIn, maySpeak } from '../topics/floor/questions'
import type { Move, UnderstudyContext } from './understudy-context'
import { draw, isPlayed, playedSeats, speakingMs, standOf } from './understudy-context'

/** In milliseconds at class speed: from a statement until the floor is yielded, and from the last entry until a hand goes up. */
const BREATH_MS = 2_000
const THOUGHT_MS = 6_000
/** The understudies of a delegation with people in it wait this many times longer before they raise a hand, so that people speak first. */
const RESERVE = 4
/** The share of its turn an opening takes: its line sums up a prepared speech, which would take longer to hold than to read. */
const OPENING_SHARE = 0.7

export function floorMoves(context: UnderstudyContext): Move[] {
  const holder = context.state.floor.holder
  const seat = holder ? context.state.seats[holder.seat] : undefined
  if (holder && seat) return isPlayed(seat) ? turnMoves(context, seat) : handMoves(context)
  return handMoves(context)
}

/** The moves of an understudy that has the floor: it says one line, and yields once it has spoken or has no line left. */
function turnMoves(context: UnderstudyContext, seat: Seat): Move[] {
  const { state } = context
  const holder = state.floor.holder
  if (!holder || seat.delegation === null) return []
  const by = understudyActor(seat.id)
  const next = holder.spoke ? null : lineFor(context, seat, seat.delegation)
  if (!next)
    return [
      { at: Math.round(lastMoved(context) + BREATH_MS * context.pace), by, command: { type: 'yieldFloor', to: null } },
    ]
  const whole = holder.until - holder.since
  const lasts =
    holder.turn === 'opening' ? whole * OPENING_SHARE : Math.min(speakingMs(context, next.line.text), whole * 0.7)
  const { line, answers } = next
  return [
    {
      at: Math.round(holder.since + lasts),
      by,
      command: {
        type: 'makeStatement',
        text: line.text,
        intent: line.intent,
        answers,
        anchors: citationsOf(context.scenario, line),
      },
    },
  ]
}

/**
 * The next hand of each delegation without a raised hand, by the understudy that has spoken least. None goes up during openings: the
 * lines that answer or ask would be used up there, and nothing would be left for the debate that follows.
 */
function handMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  const phase = phaseNow(state)
  if (!phase || ruleOf(phase).floor === 'in-order' || state.autopilot.understudiesWait) return []
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const team = seatsIn(state, delegation)
    if (state.floor.hands.some((hand) => state.seats[hand.seat]?.delegation === delegation)) return []
    const people = team.filter((seat) => seat.holder !== null).length
    const willing = playedSeats(state, delegation).filter(
      (seat) => maySpeak(state, seat) && seat.id !== state.floor.holder?.seat,
    )
    const asking = [...willing].sort((a, b) => heardIn(state, a) - heardIn(state, b) || a.order - b.order)[0]
    const next = asking && lineFor(context, asking, delegation)
    if (!asking || !next) return []
    const wait =
      THOUGHT_MS * (people > 0 ? RESERVE : 1) + 1_500 * draw(context, 4, 'hand', delegation, state.record.length)
    const { line, answers } = next
    return [
      {
        at: Math.round(lastMoved(context) + wait * context.pace),
        by: understudyActor(asking.id),
        command: { type: 'askForFloor', intent: line.intent, answers },
      },
    ]
  })
}

const lastMoved = (context: UnderstudyContext): number =>
  Math.max(context.startsAt, context.state.record.last()?.at ?? 0)

type NextLine = { line: Line; answers: number | null }

/**
 * The next line of this delegation that has not been said. In its opening turn, the opening line nearest to its position; else answers
 * to lines that were said, then questions, then concessions, each beginning with lines written for this seat. Null when none is left.
 */
function lineFor(context: UnderstudyContext, seat: Seat, delegation: DelegationId): NextLine | null {
  const { state, scenario } = context
  const phase = phaseNow(state)
  const round = phase?.round
  if (!round) return null
  const said = statementsOf(context)
  const unsaid = tensionsOf(context, round)
    .flatMap((tension) => linesFor(scenario, delegation, tension))
    .filter((line) => !said.has(line.text))
  if (ruleOf(phase).floor === 'in-order' && state.floor.holder?.turn === 'opening')
    return opening(context, unsaid, delegation, round)
  const candidates = unsaid.flatMap((line): NextLine[] => {
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
  const rank = ({ line }: NextLine) =>
    (line.kind === 'answer' ? 0 : line.kind === 'question' ? 1 : 2) * 10 +
    (line.seat === seat.id ? 0 : 1) * 4 +
    draw(context, 4, line.id)
  return [...candidates].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

function opening(
  context: UnderstudyContext,
  unsaid: readonly Line[],
  delegation: DelegationId,
  round: TensionKey,
): NextLine | null {
  const stands = standOf(context, round, delegation)
  const openings = unsaid.filter((line) => line.kind === 'opening' && line.tension === round)
  const line = [...openings].sort((a, b) => Math.abs(a.stance - stands) - Math.abs(b.stance - stands))[0]
  return line ? { line, answers: null } : null
}

/** The tensions that are debated: the round's own, and from the middle of the phase on the ones folded into the round, before it. */
function tensionsOf(context: UnderstudyContext, round: TensionKey): TensionKey[] {
  const { state } = context
  const half = context.startsAt + context.seconds * 500
  const folded = state.plan.rounds.find((candidate) => candidate.key === round)?.folded ?? []
  return lastMoved(context) > half ? [...folded.map((tension) => tension.key), round] : [round]
}

/** The statements on the record by their text, which for an understudy's statement is the text of its line. */
function statementsOf(context: UnderstudyContext): Map<string, Entry> {
  const said = new Map<string, Entry>()
  for (const entry of context.state.record) if (entry.event.type === 'StatementMade') said.set(entry.event.text, entry)
  return said
}

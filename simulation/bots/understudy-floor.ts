// Understudies on the floor: they ask for it, say one line of their brief, and yield. They say only lines the scenario holds.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import { type Anchor, type DelegationId, type Intent, type SeatId, understudyActor } from '../kernel/ids'
import { maySpeak } from '../questions/floor'
import { citationsOf } from '../scenario/facts'
import type { Seat } from '../shapes/seats'
import { phaseNow, type RoomState, seatsIn } from '../state/room-state'
import { questionOf } from './understudy-asking'
import { draw, isPlayed, type Move, playedSeats, speakingMs, type UnderstudyContext } from './understudy-context'
import { answeredFrom } from './understudy-hearing'
import { nextLine, openingLine } from './understudy-lines'

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
  const next = holder.spoke ? null : lineInTurn(context, seat, seat.delegation)
  if (!next)
    return [
      { at: Math.round(lastMoved(context) + BREATH_MS * context.pace), by, command: { type: 'yieldFloor', to: null } },
    ]
  const whole = holder.until - holder.since
  const lasts =
    holder.turn === 'opening' ? whole * OPENING_SHARE : Math.min(speakingMs(context, next.text), whole * 0.7)
  const { text, intent, answers, to, anchors } = next
  const command = {
    type: 'makeStatement' as const,
    ...{ text, intent, answers, anchors: [...anchors] },
    ...(to === null ? {} : { to }),
  }
  // Whoever speaks to a person gives them the time to say what they meant, and loses no turn by it.
  const heard = next.heard === null ? 0 : Math.min(answeredFrom(context, next.heard), holder.since + whole * 0.7)
  return [{ at: Math.round(Math.max(holder.since + lasts, heard)), by, command }]
}

/** What an understudy says in its turn; `to`: to whom a question is put; `heard`: the entry that it speaks to, linked as an answer or not. */
type NextWords = {
  seat: SeatId
  text: string
  intent: Intent
  to: DelegationId | null
  answers: number | null
  heard: number | null
  anchors: readonly Anchor[]
}

/** The line for the running turn: in an opening an opening, else what this seat has to say next. */
function lineInTurn(context: UnderstudyContext, seat: Seat, delegation: DelegationId): NextWords | null {
  const phase = phaseNow(context.state)
  if (!phase?.round || ruleOf(phase).floor !== 'in-order' || context.state.floor.holder?.turn !== 'opening')
    return nextSaid(context, delegation, [seat])
  const line = openingLine(context, seat, delegation, phase.round)
  return line && saidAs(context, { line: { ...line, to: null }, seat: seat.id, answers: null, heard: null })
}

/** What one of these seats says next: a question about words that nobody of them can read comes first (U16). */
function nextSaid(context: UnderstudyContext, delegation: DelegationId, seats: readonly Seat[]): NextWords | null {
  const [seat] = seats
  const question = seat ? questionOf(context, delegation) : null
  if (seat && question !== null)
    return { seat: seat.id, text: question, intent: 'question', to: null, answers: null, heard: null, anchors: [] }
  const next = nextLine(context, delegation, seats, lastMoved(context))
  return next && saidAs(context, next)
}

type NextLine = NonNullable<ReturnType<typeof nextLine>>
const saidAs = ({ scenario }: UnderstudyContext, { line, ...said }: NextLine): NextWords => ({
  ...{ ...said, text: line.text, intent: line.intent, to: line.to },
  anchors: citationsOf(scenario, line),
})

/**
 * The next hand of each delegation without a raised hand: of the office that has something to say. None goes up during openings: the
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
    const next = nextSaid(context, delegation, willing)
    if (!next) return []
    const thought = THOUGHT_MS * (people > 0 ? RESERVE : 1)
    const spread = 1_500 * draw(context, 4, 'hand', delegation, state.record.length)
    const wait = thought * (spokeLast(state) === delegation ? 2 : 1) + spread
    // Whoever waits for an answer waits from their own statement on, whatever others say meanwhile.
    const asked = next.heard === null ? undefined : answeredFrom(context, next.heard)
    const at =
      asked === undefined ? lastMoved(context) + wait * context.pace : asked + (thought + spread) * context.pace
    return [
      {
        at: Math.round(Math.max(at, lastMoved(context))),
        by: understudyActor(next.seat),
        command: { type: 'askForFloor', intent: next.intent, answers: next.answers },
      },
    ]
  })
}

/** Who made the last statement; that delegation's next hand comes later than the others', so that one side does not answer itself. */
function spokeLast({ record, seats }: RoomState): DelegationId | null {
  const last = record.findLast(({ event }) => event.type === 'StatementMade')
  return last?.event.type === 'StatementMade' ? (seats[last.event.seat]?.delegation ?? null) : null
}

const lastMoved = (context: UnderstudyContext): number =>
  Math.max(context.startsAt, context.state.record.last()?.at ?? 0)

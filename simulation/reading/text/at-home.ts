// What screens show of the text judged at home: who of a delegation has sealed a vote, and how far its cards are turned on the stage.
import { CARDS_DEALT } from '../../agenda/home-cards'
import { delegationIds } from '../../agenda/parties'
import { officeOf } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import { MINUTE_MS } from '../../kernel/time'
import { headOffice, memberOffices, type WholeOutcome, wholeOf } from '../../questions/ratification'
import { type RoomState, seatsIn } from '../../state/room-state'

/** What became of the text at home; null until its cards are turned, and in a room that does not ratify. */
export const homeOutcome = ({ turned }: Pick<RoomState, 'turned'>): WholeOutcome | null =>
  turned && wholeOf(turned.sides)

/** The offices that may vote, and whether each has sealed: those that people hold; in a delegation of understudies all but the head's. */
export function votersAtHome(state: RoomState, delegation: DelegationId): readonly { seat: SeatId; sealed: boolean }[] {
  const head = headOffice(state, delegation)
  const people = memberOffices(state, delegation)
  const all = seatsIn(state, delegation)
  const held = all.some(({ holder }) => holder !== null)
  const offices =
    held || !state.plan.understudies ? people : [...new Set(all.map(officeOf))].filter((id) => id !== head)
  return offices.map((seat) => ({ seat, sealed: state.homeVotes[seat] !== undefined }))
}

/** How long the stage shows a card before the next is turned. */
const TURN_MS = 4_000
/** How long it shows the outcome, once all are turned. */
const OUTCOME_MS = MINUTE_MS

export type Turning = Readonly<{
  shown: number
  of: number
  /** For each side in the plan's order, how many of its own cards are turned. */
  turnedOf: Readonly<Record<DelegationId, number>>
  /** Whose card was turned last; null before the first and once all are turned. */
  side: DelegationId | null
  /** The stage has shown all of it long enough. */
  over: boolean
}>

/** Cards are turned one after another, side after side, from the moment at which everybody hears them. */
export function turning(state: RoomState, now: number): Turning {
  const { turned, plan } = state
  if (!turned) return { shown: 0, of: CARDS_DEALT * delegationIds(plan).length, turnedOf: {}, side: null, over: false }
  const cards = turned.sides.flatMap(({ delegation, cards }) => cards.map(() => delegation))
  const since = (now - turned.at) * plan.speed
  const shown = Math.max(0, Math.min(cards.length, 1 + Math.floor(since / TURN_MS)))
  const turnedOf: Record<DelegationId, number> = {}
  for (const side of cards.slice(0, shown)) turnedOf[side] = (turnedOf[side] ?? 0) + 1
  const all = since >= cards.length * TURN_MS
  return {
    ...{ shown, of: cards.length, turnedOf, side: all ? null : (cards[shown - 1] ?? null) },
    over: since >= cards.length * TURN_MS + OUTCOME_MS,
  }
}

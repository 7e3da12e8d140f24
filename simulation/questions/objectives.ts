// What may be asked of objectives and claims, as the rules themselves decide it.
import type { Brief } from '../agenda/brief'
import type { SeatId } from '../kernel/ids'
import type { Claim } from '../shapes/objectives'
import type { RoomEvent } from '../shapes/room-event'
import type { Seat } from '../shapes/seats'
import type { Entry, RoomState } from '../state/room-state'
import { isTurn } from './turns'

/** The brief of a seat's office; a second seat of the same office reads that of the first. */
export const briefOfOffice = (
  { briefs }: Pick<RoomState, 'briefs'>,
  { id, mirrors }: Pick<Seat, 'id' | 'mirrors'>,
): Brief | undefined => briefs.find(({ to }) => to === id) ?? briefs.find(({ to }) => to === mirrors)

/** D12: what the seat's brief asks it to reach, in the brief's order; nothing in a room whose plan does not ask about it. */
export function objectivesOf(state: RoomState, seat: Pick<Seat, 'id' | 'mirrors'>): readonly string[] {
  if (!state.plan.objectives) return []
  const sections = briefOfOffice(state, seat)?.sections ?? []
  return sections.flatMap(({ heading, lines }) => (heading === 'objectives' ? lines.map(({ text }) => text) : []))
}

/** Whether objectives are claimed now: from the unsealing of the record until it is closed. */
export const claimsOpen = ({ unsealedAt, closedAt }: RoomState): boolean => unsealedAt !== null && closedAt === null

export const claimOf = ({ claims }: Pick<RoomState, 'claims'>, seat: SeatId, objective: number): Claim | undefined =>
  claims.find((claim) => claim.seat === seat && claim.objective === objective)

/** How many of its objectives a seat has claimed nothing of. */
export const unclaimedBy = (state: RoomState, seat: Pick<Seat, 'id' | 'mirrors'>): number =>
  objectivesOf(state, seat).filter((_, objective) => !claimOf(state, seat.id, objective)).length

/** What a claim can point to: what was said, filed, written into the text, agreed or voted. */
const SHOWS: ReadonlySet<RoomEvent['type']> = new Set([
  ...(['StatementMade', 'StatementPosted', 'PositionsRevealed'] as const),
  ...(['VersionPutForward', 'ClauseBroughtIn', 'VersionStoodOn', 'StandsTraded', 'ClauseInitialled'] as const),
  ...(['ClauseReopened', 'BracketKept', 'CommuniqueIssued', 'CardsTurned'] as const),
])

/** D12: whether this entry can show that an objective was met. What was withdrawn shows nothing. */
export const showsSomething = (
  { withdrawn }: Pick<RoomState, 'withdrawn'>,
  { event, no }: Pick<Entry, 'event' | 'no'>,
): boolean => (SHOWS.has(event.type) || isTurn(event)) && withdrawn[Number(no)] === undefined

// Who has been heard and who has not: the statement of the running turn, and the people who have said nothing. Before
// the first statement of the room no seat counts as silent.
import { isThirdEdition } from '../../agenda/plan'
import { type DelegationId, personOfActor } from '../../kernel/ids'
import { voiceOf } from '../../questions/floor'
import type { Voice } from '../../shapes/floor'
import type { Seat } from '../../shapes/seats'
import { type RoomState, seatsIn } from '../../state/room-state'
import { heldSeats } from '../homework/attendance'
import { toldOfSeat } from '../log/time-accounts'

/** The number of the newest statement that the holder of the floor made in this turn; null before it and while nobody has the floor. */
export function entryOfTurn({ floor, record }: RoomState): string | null {
  const { holder } = floor
  if (!holder?.spoke) return null
  return record.findLast(({ event }) => event.type === 'StatementMade' && event.seat === holder.seat)?.no ?? null
}

/** Whether no position was revealed and no statement made yet. */
export const isBeforeFirstWord = ({ record }: RoomState): boolean =>
  !record.findLast(({ event }) => event.type === 'PositionsRevealed' || event.type === 'StatementMade')

/** Held seats whose holder has neither had the floor nor made a statement; none before anybody in the room has made one. */
export function silentSeats(state: RoomState): readonly Seat[] {
  const byPerson = isThirdEdition(state.plan)
  const said = new Set<Voice>()
  for (const { event, by } of state.record)
    if (event.type === 'StatementMade') said.add((byPerson ? personOfActor(by) : null) ?? event.seat)
  if (said.size === 0) return []
  return heldSeats(state).filter(
    (seat) => seat.delegation !== null && !said.has(byPerson ? voiceOf(seat) : seat.id) && isUnheard(state, seat),
  )
}

/** How many people of a delegation are not told to have spoken yet. Scripts are not counted: nobody waits for them to speak. */
export const unheardIn = (state: RoomState, delegation: DelegationId): number =>
  seatsIn(state, delegation).filter((seat) => seat.holder !== null && isUnheard(state, seat)).length

const isUnheard = (state: RoomState, seat: Seat): boolean =>
  toldOfSeat(state, seat) === 0 && state.floor.holder?.seat !== seat.id

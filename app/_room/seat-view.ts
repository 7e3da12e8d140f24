// What every part of a participant's room is handed: the room as they hear it, where they sit, and the words to cite.
// It must not know the socket.
import { useMemo } from 'react'
import type { RecordContext } from '#record/record-line'
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import { actingHead, type RoomState, type Seat, seatHeldBy } from '#simulation/kernel/room-state'
import type { RoomView } from './room-view'

/** A paragraph of what was read beforehand, in our own words. */
export type EssayParagraph = { id: string; section: string; gist: string }

export type SeatView = {
  roomId: string
  view: RoomView
  state: RoomState
  about: RecordContext
  essay: readonly EssayParagraph[]
  /** The zone in which the course's deadlines were typed. */
  courseZone: string
  person: PersonId
  seat: Seat
  /** None for an observer. */
  delegation: DelegationId | null
  /** Files, chooses and votes for the delegation at this moment. */
  acts: boolean
}

/** Everything at once, or null while this person holds no seat. */
export function useSeatView(
  view: RoomView,
  roomId: string,
  essay: readonly EssayParagraph[],
  courseZone: string,
): SeatView | null {
  const { state, viewer, roll } = view
  const person = viewer?.kind === 'person' ? viewer.person : null
  const plan = state?.plan ?? null
  const gists = useMemo(() => Object.fromEntries(essay.map(({ id, gist }) => [id, gist])), [essay])
  const about = useMemo(() => plan && { plan, roll, gists, own: person }, [plan, roll, gists, person])
  if (!state || !about || person === null) return null
  const seat = seatHeldBy(state, person)
  if (!seat) return null
  const { delegation } = seat
  const acts = delegation !== null && actingHead(state, delegation)?.id === seat.id
  return { roomId, view, state, about, essay, courseZone, person, seat, delegation, acts }
}

/** The seat's name on the roll, or null when nobody holds it. */
export const holderName = (at: Pick<SeatView, 'about'>, seat: Seat): string | null =>
  seat.holder === null ? null : (at.about.roll[seat.holder] ?? null)

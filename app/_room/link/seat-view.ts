// The props that every part of a participant's room takes: the state they may read, their seat, and the source paragraphs to cite.
import { useMemo } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import type { Seat } from '#simulation/shapes/seats'
import { actingHead, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import type { RoomView } from './room-view'

/** A paragraph of a text read before class. `gist` is our summary: the author's sentences are not shipped. */
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
  /** Null for an observer. */
  delegation: DelegationId | null
  /** Whether this seat is the acting head, who files, chooses and votes for the delegation now. */
  acts: boolean
}

/** Null while this person holds no seat. */
export function useSeatView(
  view: RoomView,
  roomId: string,
  essay: readonly EssayParagraph[],
  courseZone: string,
): SeatView | null {
  const { state, viewer, displayNames } = view
  const person = viewer?.kind === 'person' ? viewer.person : null
  const plan = state?.plan ?? null
  const gists = useMemo(() => Object.fromEntries(essay.map(({ id, gist }) => [id, gist])), [essay])
  const about = useMemo(() => plan && { plan, displayNames, gists, own: person }, [plan, displayNames, gists, person])
  if (!state || !about || person === null) return null
  const seat = seatHeldBy(state, person)
  if (!seat) return null
  const { delegation } = seat
  const acts = delegation !== null && actingHead(state, delegation)?.id === seat.id
  return { roomId, view, state, about, essay, courseZone, person, seat, delegation, acts }
}

/** The display name of the seat's holder; null while the seat is empty or the name has been erased. */
export const holderName = (at: Pick<SeatView, 'about'>, seat: Seat): string | null =>
  seat.holder === null ? null : (at.about.displayNames[seat.holder] ?? null)

'use client'
// Choosing a seat or drawing one by lot: which are free, which is chosen, and the request.
import { useState } from 'react'
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import { seatsToChoose } from '#simulation/reading/homework/attendance'
import type { Seat } from '#simulation/shapes/seats'
import type { RoomState } from '#simulation/state/room-state'
import { isByOpenCode, type RoomView } from '../link/room-view'
import { type Request, useRequest } from './use-request'

export type SeatChoice = {
  mayTake: (seat: Seat) => boolean
  /** The seat chosen on this page, for as long as nobody else has taken it. */
  chosen: Seat | null
  choose: (seat: SeatId) => void
  /** Null draws one by lot. */
  sit: (seat: SeatId | null) => void
  request: Request
}

/** The choice of the person who reads the page. */
export function useSeatChoice(view: RoomView, state: RoomState, person: PersonId): SeatChoice {
  const request = useRequest(view)
  const [wanted, choose] = useState<SeatId | null>(null)
  const open = seatsToChoose(state, person, isByOpenCode(view))
  return {
    mayTake: (seat) => open.includes(seat.id),
    chosen: wanted !== null && open.includes(wanted) ? (state.seats[wanted] ?? null) : null,
    choose,
    sit: (seat) => void request.ask({ type: 'takeSeat', seat }),
    request,
  }
}

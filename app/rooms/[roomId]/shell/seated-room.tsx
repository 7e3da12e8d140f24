'use client'
// The room of a seated participant; in a homework debate, inside the provider of synchronised drafts.
import type { SeatView } from '#room/seat-view.ts'
import { DraftsProvider } from '../homework/drafts-provider'
import { RoomShell } from './room-shell'

export function SeatedRoom({ at }: { at: SeatView }) {
  const table = <RoomShell key={at.seat.id} at={at} />
  return at.state.plan.kind === 'homework' ? <DraftsProvider at={at}>{table}</DraftsProvider> : table
}

'use client'
// The room of somebody who sits at the table, with the drafts of a homework debate around it.
import type { SeatView } from '#room/seat-view.ts'
import { DraftsProvider } from '../homework/drafts-provider'
import { RoomShell } from './room-shell'

export function SeatedRoom({ at }: { at: SeatView }) {
  const table = <RoomShell key={at.seat.id} at={at} />
  return at.state.plan.kind === 'homework' ? <DraftsProvider at={at}>{table}</DraftsProvider> : table
}

'use client'
// The room of a seated participant, with a dock for the forms in it; in a homework debate, inside the provider of synchronised drafts.
import { WithDockSlot } from '#room/dock-slot'
import type { SeatView } from '#room/seat-view.ts'
import { DraftsProvider } from '../homework/drafts-provider'
import { RoomShell } from './room-shell'

export function SeatedRoom({ at }: { at: SeatView }) {
  const table = (
    <WithDockSlot>
      <RoomShell key={at.seat.id} at={at} />
    </WithDockSlot>
  )
  return at.state.plan.kind === 'homework' ? <DraftsProvider at={at}>{table}</DraftsProvider> : table
}

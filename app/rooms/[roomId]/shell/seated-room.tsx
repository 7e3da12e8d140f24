'use client'
// The room of a seated participant, with a dock for the forms in it; in a homework debate, inside the provider of synchronised drafts. It is
// one page whatever seat the chair puts them in: what belongs to a delegation is keyed by it inside, and everything else keeps its focus.
import type { SeatView } from '#room/link/seat-view.ts'
import { WithDockSlot } from '#room/table/dock-slot'
import { DraftsProvider } from '../homework/drafts-provider'
import { RoomShell } from './room-shell'

export function SeatedRoom({ at }: { at: SeatView }) {
  const table = (
    <WithDockSlot>
      <RoomShell at={at} />
    </WithDockSlot>
  )
  return at.state.plan.kind === 'homework' ? <DraftsProvider at={at}>{table}</DraftsProvider> : table
}

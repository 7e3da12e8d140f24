'use client'
// What stands beside an entry of a record to act on it, while it is in hand: whoever may annotate does it here, and staff find their tools.
import type { RecordContext } from '#record/entries/record-context.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { Beside } from '#simulation/reading/record/record-page'
import { AnnotateButton } from './annotations/annotate-button'
import styles from './entry-actions.module.css'
import { useIsInHand } from './entry-in-hand'
import { StaffActions } from './staff-actions'

type EntryActionsProps = {
  room: { id: string }
  chairs: boolean
  entry: Paragraph
  about: RecordContext
  beside: Beside | undefined
}

export function EntryActions({ room, chairs, entry, about, beside }: EntryActionsProps) {
  if (!useIsInHand(entry.id)) return null
  return (
    <span className={styles.actions}>
      {chairs ? <StaffActions roomId={room.id} entry={entry} about={about} beside={beside} /> : null}
      {(entry.kind === 'procedure' && !chairs) || entry.id !== entry.no ? null : <AnnotateButton entry={entry} />}
    </span>
  )
}

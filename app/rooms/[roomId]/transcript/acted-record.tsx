'use client'
// All of a record on one page, with what its reader may do to each entry.
import { type ComponentProps, useCallback } from 'react'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { RecordEntries } from '#simulation/reading/record/record-page'
import { EntryActions } from './entry-actions'
import { useEntriesInHand } from './entry-in-hand'
import { PlainRecord } from './plain-record'

type ActedRecordProps = Omit<ComponentProps<typeof PlainRecord>, 'actions' | 'cite' | 'roomName'> & {
  room: { id: string; name: string }
  /** Whether the reader is a chair. */
  chairs: boolean
}

export function ActedRecord({ room, chairs, about, ...record }: ActedRecordProps) {
  useEntriesInHand()
  const actions = useCallback(
    (entry: Paragraph, beside: RecordEntries['beside']) => (
      <EntryActions {...{ room, chairs, entry, about }} beside={beside[entry.no]} />
    ),
    [room, chairs, about],
  )
  return <PlainRecord {...record} about={about} roomName={room.name} actions={actions} />
}

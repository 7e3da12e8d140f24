'use client'
// All of a long record on one page, to print and to search with the browser. A client component: the entries are sent once, as data, and
// not a second time as server-rendered markup in the payload.
import type { RecordContext } from '#record/record-context.ts'
import type { Section } from '#simulation/reading/sections'
import type { Beside } from './transcript-entry'
import { TranscriptSection } from './transcript-section'

type PlainRecordProps = {
  sections: readonly Section[]
  about: RecordContext
  beside: Readonly<Record<string, Beside>>
  roomName: string
}

export function PlainRecord({ sections, about, beside, roomName }: PlainRecordProps) {
  return sections.map((section) => (
    <TranscriptSection
      key={section.entries[0]?.no}
      section={section}
      about={about}
      beside={beside}
      roomName={roomName}
    />
  ))
}

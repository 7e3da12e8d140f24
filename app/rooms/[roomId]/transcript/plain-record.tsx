'use client'
// All of a long record on one page, to print and to look through with the browser's own means. The browser is sent the entries once,
// as what they say, and not a second time as what they look like.
import type { RecordContext } from '#record/record-line'
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

// One entry of the transcript in full: its line, who heard it when it was sealed, what it opened or issued, and the instructor's notes.
// It draws what it is given, on the server and in the browser alike.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeOfDay } from '#format/clock-time'
import { IssuedText } from '#record/issued-text'
import { type RecordContext, RecordLine } from '#record/record-line'
import type { Paragraph } from '#simulation/reading/transcript'
import { delegationsIn } from '#ui/delegations.ts'
import { Icon } from '#ui/icon'
import { EntryNotes } from './entry-notes'
import { RevealedPositions } from './revealed-positions'
import type { ShownNote } from './shown-note'
import styles from './transcript-entry.module.css'

/** What stands beside an entry for this reader. */
export type Beside = {
  /** The chair's own mark in the margin, with its note; it does not print, and nobody else is given it. */
  bookmark?: string | null
  /** How many seats heard it while it was sealed. */
  heard?: number
  notes?: readonly ShownNote[]
  /** The class may not read it: it goes to paper only when it is asked for. */
  isPrivate?: true
}

type TranscriptEntryProps = {
  entry: Paragraph
  about: RecordContext
  beside: Beside | undefined
  roomName: string
  selected?: boolean
  actions?: ReactNode
}

export function TranscriptEntry({ entry, about, beside = {}, roomName, selected, actions }: TranscriptEntryProps) {
  const t = useTranslations('transcript')
  const { bookmark, heard, notes } = beside
  return (
    <>
      {entry.was === null ? null : <span id={`e${entry.was}`} />}
      <RecordLine
        paragraph={entry}
        about={about}
        selected={selected ?? false}
        beneath={heard === undefined ? undefined : t('heard', { count: heard })}
        actions={actions}
        aside={
          bookmark === undefined ? undefined : (
            <span className={styles.bookmark}>
              <Icon name="bookmark" /> {bookmark ?? t('bookmarked')}
            </span>
          )
        }
      />
      <InFull entry={entry} about={about} roomName={roomName} />
      {notes ? <EntryNotes notes={notes} actions={actions !== undefined} /> : null}
    </>
  )
}

function InFull({ entry, about, roomName }: Pick<TranscriptEntryProps, 'entry' | 'about' | 'roomName'>) {
  const t = useTranslations('transcript')
  // Where nobody filed, the line has said so already.
  if (entry.kind === 'reveal' && Object.keys(entry.positions).length === 0) return null
  if (entry.kind === 'reveal')
    return (
      <RevealedPositions
        delegations={delegationsIn(about.plan)}
        positions={entry.positions}
        timeZone={about.timeZone}
      />
    )
  if (entry.kind !== 'issued') return null
  const time = timeOfDay(entry.at, { seconds: false, ...(about.timeZone ? { timeZone: about.timeZone } : {}) })
  return (
    <div className={styles.issued}>
      <IssuedText plan={about.plan} clauses={entry.clauses} issued={t('issued', { room: roomName, time })} />
    </div>
  )
}

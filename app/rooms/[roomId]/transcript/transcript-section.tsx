// One phase of the record: its band, then its entries; what a reveal opened and the text that was issued stand in full.
import { useTranslations } from 'next-intl'
import type { RoomState } from '#simulation/room-state'
import type { Paragraph } from '#simulation/transcript'
import { Band } from '#ui/band'
import { Icon } from '#ui/icon'
import { RecordList } from '#ui/record-entry'
import { IssuedText } from '../../_record/issued-text'
import { type RecordAbout, RecordLine } from '../../_record/record-line'
import { timeOfDay } from '../../_record/time-of-day'
import { RevealedPositions } from './revealed-positions'
import styles from './transcript-section.module.css'
import type { Section } from './transcript-sections'
import { rangeWords, sectionTitle } from './transcript-words'

type TranscriptSectionProps = {
  section: Section
  about: RecordAbout
  state: RoomState
  /** Entry → note; empty for everybody but a chair. */
  bookmarks: RoomState['bookmarks']
  roomName: string
}

export function TranscriptSection({ section, about, state, bookmarks, roomName }: TranscriptSectionProps) {
  const t = useTranslations('transcript')
  const record = useTranslations('record')
  const { title, detail } = sectionTitle(t, record, state.plan, section)
  return (
    <section className={styles.section}>
      <Band level={2} title={title} detail={detail} right={rangeWords(t, section.range)} />
      <RecordList label={detail ? `${title}, ${detail}` : title}>
        {section.entries.map((entry) => (
          <li key={entry.no} className={styles.entry}>
            <RecordLine paragraph={entry} about={about} aside={<Bookmark bookmarks={bookmarks} no={entry.no} />} />
            <InFull entry={entry} about={about} state={state} roomName={roomName} />
          </li>
        ))}
      </RecordList>
    </section>
  )
}

function InFull({ entry, about, state, roomName }: InFullProps) {
  const t = useTranslations('transcript')
  if (entry.kind === 'reveal') return <RevealedPositions positions={entry.positions} timeZone={about.timeZone} />
  if (entry.kind !== 'issued') return null
  const time = timeOfDay(entry.at, { seconds: false, ...(about.timeZone ? { timeZone: about.timeZone } : {}) })
  return (
    <div className={styles.issued}>
      <IssuedText plan={state.plan} clauses={entry.clauses} issued={t('issued', { room: roomName, time })} />
    </div>
  )
}
type InFullProps = { entry: Paragraph; about: RecordAbout; state: RoomState; roomName: string }

/** The chair's own mark in the margin; it does not print, and nobody else is given it. */
function Bookmark({ bookmarks, no }: { bookmarks: RoomState['bookmarks']; no: string }) {
  const t = useTranslations('transcript')
  if (!Object.hasOwn(bookmarks, no)) return null
  return (
    <span className={styles.bookmark}>
      <Icon name="bookmark" /> {bookmarks[no] ?? t('bookmarked')}
    </span>
  )
}

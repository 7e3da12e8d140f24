// One entry of the transcript: its line, how many seats could read it while sealed, what it revealed or issued, and annotations. Rendered
// on the server and in the browser.
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import { saidAt } from '#record/entries/said-at.ts'
import { IssuedText } from '#record/issued-text'
import { RecordLine } from '#record/record-line'
import { ChangedWords } from '#record/words/changed-words'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { Beside } from '#simulation/reading/record/record-page'
import { Icon } from '#ui/words/icon'
import { EntryThreads } from '../annotations/entry-threads'
import { RevealedPositions } from './revealed-positions'
import styles from './transcript-entry.module.css'

type TranscriptEntryProps = {
  entry: Paragraph
  about: RecordContext
  beside: Beside | undefined
  roomName: string
  selected?: boolean
  actions?: ReactNode
}

export function TranscriptEntry(props: TranscriptEntryProps) {
  const { entry, about, beside = {}, roomName, selected, actions } = props
  const t = useTranslations('transcript')
  const { bookmark, heard } = beside
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
            <span className={`unprinted ${styles.bookmark}`}>
              <Icon name="bookmark" /> {bookmark ?? t('bookmarked')}
            </span>
          )
        }
      />
      <InFull entry={entry} about={about} roomName={roomName} />
      <EntryThreads no={entry.id} />
    </>
  )
}

function InFull({ entry, about, roomName }: Pick<TranscriptEntryProps, 'entry' | 'about' | 'roomName'>) {
  const t = useTranslations('transcript')
  const locale = useLocale()
  // Nobody filed: the entry's line already says so.
  if (entry.kind === 'reveal' && Object.keys(entry.positions).length === 0) return null
  if (entry.kind === 'reveal') return <RevealedPositions entry={entry} about={about} />
  if (entry.kind === 'version' && entry.before !== null)
    return (
      <p className={styles.changed}>
        {t('changes')} <ChangedWords before={entry.before} after={entry.text} />
      </p>
    )
  if (entry.kind !== 'issued') return null
  const time = saidAt(locale, about.plan, entry.at, { seconds: false, timeZone: about.timeZone })
  return (
    <div className={styles.issued}>
      <IssuedText plan={about.plan} clauses={entry.clauses} issued={t('issued', { room: roomName, time })} />
    </div>
  )
}

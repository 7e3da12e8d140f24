'use client'
// All of a record on one page, to print and to search with the browser. A client component: the entries are sent once, as data, and not a
// second time as server-rendered markup in the payload.
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { RecordContext } from '#record/record-context.ts'
import type { RecordEntries } from '#simulation/reading/record-page'
import { CiteEntry, type Citing } from './cite-entry'
import { EntryNotHere } from './entry-not-here'
import styles from './long-record.module.css'
import { RestOfRecord } from './rest-of-record'
import { TranscriptSection } from './transcript-section'
import { useEntries } from './use-entries'

type PlainRecordProps = RecordEntries & {
  /** The address of all entries, where `sections` are only the first of a long record. */
  rest: string | null
  about: RecordContext
  roomName: string
  /** By a link: how an entry is cited. */
  cite?: Citing | null
}

export function PlainRecord({ rest, about, roomName, cite = null, ...start }: PlainRecordProps) {
  const t = useTranslations('transcript')
  const { sections, beside, fetching } = useEntries(start, rest)
  const numbers = useMemo(() => sections.flatMap(({ entries }) => entries.map(({ id }) => id)), [sections])
  return (
    <>
      <RestOfRecord fetching={fetching} />
      {fetching === 'done' ? null : <p className={styles.paper}>{t('long.partly')}</p>}
      {cite ? <CiteEntry sections={sections} plan={about.plan} cite={cite} /> : null}
      {cite && fetching === 'done' ? <EntryNotHere numbers={numbers} excerpt={false} /> : null}
      {sections.map((section) => (
        <TranscriptSection
          key={section.entries[0]?.id}
          section={section}
          about={about}
          beside={beside}
          roomName={roomName}
        />
      ))}
    </>
  )
}

'use client'
// All of a record on one page, to print and to search with the browser: first what the page was sent with, then phase by phase what it fetches.
// A client component: the entries are sent once, as data, and not a second time as server-rendered markup in the payload.
import { useTranslations } from 'next-intl'
import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { RecordEntries } from '#simulation/reading/record/record-page'
import { CiteEntry, type Citing } from './entries/cite-entry'
import { RestOfRecord } from './entries/rest-of-record'
import { useEntries } from './entries/use-entries'
import { useTarget } from './entries/use-target'
import { EntryNotHere } from './entry-not-here'
import styles from './long-record.module.css'
import { TranscriptSection } from './transcript-section'

type PlainRecordProps = RecordEntries & {
  /** The address of all entries, where `sections` are only the first of them. */
  rest: string | null
  about: RecordContext
  roomName: string
  /** What may be done to an entry; absent on a page to read and to print. */
  actions?: (entry: Paragraph, beside: RecordEntries['beside']) => ReactNode
  /** Whether it shows some of the record only. */
  excerpt?: boolean
  /** By a link: how an entry is cited. */
  cite?: Citing | null
}

export function PlainRecord({
  rest,
  about,
  roomName,
  actions,
  excerpt = false,
  cite = null,
  ...start
}: PlainRecordProps) {
  const t = useTranslations('transcript')
  const { sections, beside, fetching } = useEntries(start, rest)
  const drawn = usePhaseByPhase(sections.length, start.sections.length)
  const target = useTarget()
  const late = rest !== null
  const acts = useMemo(() => actions && ((entry: Paragraph) => actions(entry, beside)), [actions, beside])
  const isWhole = fetching === 'done' && drawn >= sections.length
  const numbers = useMemo(() => sections.flatMap(({ entries }) => entries.map(({ id }) => id)), [sections])
  return (
    <>
      <RestOfRecord fetching={fetching} />
      {isWhole ? null : <p className={styles.paper}>{t('long.partly')}</p>}
      {cite ? <CiteEntry sections={sections} plan={about.plan} cite={cite} /> : null}
      {(cite || actions) && isWhole ? <EntryNotHere numbers={numbers} excerpt={excerpt} late={late} /> : null}
      {sections.slice(0, drawn).map((section) => (
        <TranscriptSection
          key={section.entries[0]?.id}
          section={section}
          about={about}
          beside={beside}
          roomName={roomName}
          actions={acts}
          target={late ? target : null}
        />
      ))}
    </>
  )
}

/**
 * How many of the sections are drawn: at first those that the page was sent with, then one more each time the browser has nothing else to do, so
 * that whoever types meanwhile does not wait.
 */
function usePhaseByPhase(all: number, first: number): number {
  const [drawn, draw] = useState(first)
  useEffect(() => {
    if (drawn >= all) return
    const next = setTimeout(() => startTransition(() => draw(drawn + 1)))
    return () => clearTimeout(next)
  }, [drawn, all])
  return drawn
}

// The page of a record: head, gap, filter, and the entries by round and phase; a long one as a virtualised list, unless the plain page is
// asked for. Its props hold only what the reader may read.
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { exportPath } from '#paths'
import type { RecordContext } from '#record/entries/record-context.ts'
import { GapSummary } from '#record/gap-summary'
import { PrintFoot } from '#record/print-foot'
import { nameHolds } from '#simulation/kernel/search-text'
import type { RecordPage } from '#simulation/reading/record/record-page'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { LinkButton } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { EmptyState } from '#ui/page/empty-state'
import { ActedRecord } from './acted-record'
import { ThreadsList } from './annotations/threads-list'
import { RecordSkip, RecordStop } from './entries/record-stop'
import type { TranscriptData } from './exports/transcript-data'
import { offFoot, rangeWords } from './exports/transcript-words'
import { FilterForm } from './filter-form'
import { LongRecord } from './long-record'
import { PlainRecord } from './plain-record'
import { comesLater, isLong, startOf } from './record-page'
import { TranscriptContents } from './transcript-contents'
import { asksAnything, filterQuery, readFilter, type TranscriptFilter, transcriptHref } from './transcript-filter'
import { TranscriptHead } from './transcript-head'
import { TranscriptSources } from './transcript-sources'
import styles from './transcript-view.module.css'

type TranscriptViewProps = {
  reading: TranscriptData
  filter: TranscriptFilter
  picked: PickedEntries
  page: RecordPage
  plain: boolean
  /** Our summaries of the sources' paragraphs, by id. */
  gists: Readonly<Record<string, string>>
  /** What is said over the record to whoever steers its room. */
  notice?: ReactNode
}

export function TranscriptView({ reading, filter, picked, page, plain, gists, notice }: TranscriptViewProps) {
  const t = useTranslations('transcript')
  const { state, viewer, room, displayNames, course } = reading
  const { counts, contents } = page
  const own = viewer.kind === 'person' ? viewer.person : null
  const about: RecordContext = {
    plan: state.plan,
    displayNames,
    gists,
    own,
    timeZone: course.timeZone,
    marks: picked.marks,
    forks: reading.forks,
  }
  const asks = asksAnything(filter)
  const foot = [room.name, asks ? t('excerpt') : null, rangeWords(t, page.range), offFoot(t, state)]
  const long = isLong(page)
  const chairs = viewer.kind === 'chair'
  const later = plain ? long : comesLater(page)
  const start = later ? startOf(page) : page
  const other = later || plain ? transcriptHref(room.id, filter, !plain) : null
  const rest = later ? exportPath(room.id, 'entries', 'reader', filterQuery(filter)) : null
  return (
    <>
      <PrintFoot words={foot.filter((part) => part).join(' · ')} />
      <main id="main" className={`page ${styles.page}`}>
        {counts.shown === 0 ? null : <RecordSkip>{t('toRecord')}</RecordSkip>}
        <TranscriptHead reading={reading} entries={counts.all} ofClass={counts.ofClass} />
        {notice}
        {counts.all === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <>
            <div className={`unprinted ${styles.toggle}`}>
              <Checkbox size="dense" defaultChecked={asks}>
                {t('aside')}
              </Checkbox>
            </div>
            {asks ? null : (
              <div className={styles.folded}>
                <GapSummary state={state} />
              </div>
            )}
            <div className={styles.columns} data-excerpt={asks || undefined}>
              <div className={`${styles.side} ${styles.folded}`}>
                <FilterForm reading={reading} filter={filter} counts={counts} options={page.options} picked={picked} />
                <ThreadsList />
                {contents.length > 1 ? <TranscriptContents contents={contents} plan={state.plan} /> : null}
                {other ? (
                  <p className={`unprinted ${styles.other}`}>
                    <a href={other}>{t(plain ? 'long.scrolling' : 'long.plain')}</a>
                  </p>
                ) : null}
              </div>
              <p className="unseen unprinted">{t('controls')}</p>
              <RecordStop whole={plain || !long}>
                <SaidBy reading={reading} typed={filter.q} people={page.options.people} />
                {counts.shown === 0 ? (
                  <NothingFits reading={reading} filter={filter} entries={counts.all} found={picked.found?.size ?? 0} />
                ) : long && !plain ? (
                  <LongRecord
                    sections={start.sections}
                    rest={rest}
                    about={about}
                    beside={start.beside}
                    room={room}
                    chairs={chairs}
                  />
                ) : plain ? (
                  <PlainRecord
                    sections={start.sections}
                    rest={rest}
                    about={{ ...about, still: true }}
                    beside={start.beside}
                    roomName={room.name}
                  />
                ) : (
                  <ActedRecord
                    sections={start.sections}
                    rest={rest}
                    about={about}
                    beside={start.beside}
                    room={room}
                    chairs={chairs}
                    excerpt={asks}
                  />
                )}
                {counts.shown === 0 ? null : <TranscriptSources plan={state.plan} />}
              </RecordStop>
            </div>
          </>
        )}
      </main>
    </>
  )
}

type SaidByProps = { reading: TranscriptData; typed: string; people: RecordPage['options']['people'] }

/** A search looks into words, and a name stands beside them: whoever is named so is offered. */
function SaidBy({ reading: { room, state, displayNames }, typed, people }: SaidByProps) {
  const t = useTranslations('transcript.filter')
  const named = people.filter(([id]) => nameHolds(displayNames[id] ?? '', typed))
  if (named.length === 0) return null
  return (
    <p className={`unprinted ${styles.other}`}>
      {t('saidBy')}{' '}
      {named.map(([id, count], place) => (
        <Fragment key={id}>
          {place > 0 ? ' · ' : null}
          <a href={transcriptHref(room.id, readFilter({ student: id }, state.plan))}>
            {t('times', { name: displayNames[id] ?? '', count })}
          </a>
        </Fragment>
      ))}
    </p>
  )
}

type NothingFitsProps = { reading: TranscriptData; filter: TranscriptFilter; entries: number; found: number }

/** Shown when no entry passes. If the search words occur in entries that other filters exclude, it offers to remove those filters. */
function NothingFits({ reading, filter, entries, found }: NothingFitsProps) {
  const t = useTranslations('transcript.none')
  const { room, state } = reading
  if (found === 0)
    return (
      <EmptyState title={t('title')} action={<LinkButton href={transcriptHref(room.id)}>{t('showAll')}</LinkButton>}>
        {t('text', { count: entries })}
      </EmptyState>
    )
  const words = readFilter({ q: filter.q }, state.plan)
  return (
    <EmptyState
      title={t('words', { words: filter.q })}
      action={<LinkButton href={transcriptHref(room.id, words)}>{t('searchAll')}</LinkButton>}
    >
      {t('elsewhere', { count: found })}
    </EmptyState>
  )
}

// The page of a record: head, gap, filter, and the entries by round and phase; a long one as a virtualised list, unless the plain page is
// asked for. Its props hold only what the reader may read.
import { useTranslations } from 'next-intl'
import { GapSummary } from '#record/gap-summary'
import { PrintFoot } from '#record/print-foot'
import type { RecordContext } from '#record/record-context.ts'
import { rangeOf, sectionsOf } from '#simulation/reading/sections'
import { paragraphs } from '#simulation/reading/transcript'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { FilterForm } from './filter-form'
import { LongRecord } from './long-record'
import { PlainRecord } from './plain-record'
import { StaffActions } from './staff-actions'
import { TranscriptBar } from './transcript-bar'
import { TranscriptContents } from './transcript-contents'
import type { TranscriptData } from './transcript-data'
import type { Beside } from './transcript-entry'
import { asksAnything, fits, readFilter, type TranscriptFilter, transcriptHref } from './transcript-filter'
import { TranscriptHead } from './transcript-head'
import { TranscriptSection } from './transcript-section'
import { TranscriptSources } from './transcript-sources'
import styles from './transcript-view.module.css'
import { offFoot, rangeWords } from './transcript-words'

type TranscriptViewProps = {
  reading: TranscriptData
  filter: TranscriptFilter
  picked: PickedEntries
  beside: Readonly<Record<string, Beside>>
  plain: boolean
  /** Our summaries of the sources' paragraphs, by id. */
  gists: Readonly<Record<string, string>>
}

/** From this many entries on, the list is virtualised. */
const LONG = 400

export function TranscriptView({ reading, filter, picked, beside, plain, gists }: TranscriptViewProps) {
  const t = useTranslations('transcript')
  const { state, viewer, room, displayNames, course } = reading
  const all = paragraphs(state)
  const shown = all.filter((entry) => fits(filter, entry, picked))
  const sections = sectionsOf(shown)
  const own = viewer.kind === 'person' ? viewer.person : null
  const about: RecordContext = {
    plan: state.plan,
    displayNames,
    gists,
    own,
    timeZone: course.timeZone,
    marks: picked.marks,
  }
  const asks = asksAnything(filter)
  const foot = [room.name, asks ? t('excerpt') : null, rangeWords(t, rangeOf(shown)), offFoot(t, state)]
  const long = shown.length > LONG
  const chairs = viewer.kind === 'chair'
  const other = long ? transcriptHref(room.id, filter, !plain) : null
  return (
    <>
      <PrintFoot words={foot.filter((part) => part).join(' · ')} />
      <TranscriptBar reading={reading} filter={filter} paper={long && !plain ? other : null} />
      <main id="main" className={styles.page}>
        <TranscriptHead
          reading={reading}
          entries={all.length}
          ofClass={all.filter(({ no }) => !beside[no]?.isPrivate).length}
        />
        {all.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <>
            {asks ? null : <GapSummary state={state} />}
            <div className={styles.columns} data-excerpt={asks || undefined}>
              <div className={styles.side}>
                <FilterForm reading={reading} filter={filter} all={all} shown={shown.length} picked={picked} />
                {sections.length > 1 ? <TranscriptContents sections={sections} plan={state.plan} /> : null}
                {other ? (
                  <p className={styles.other}>
                    <a href={other}>{t(plain ? 'long.scrolling' : 'long.plain')}</a>
                  </p>
                ) : null}
              </div>
              <div>
                {shown.length === 0 ? (
                  <NothingFits reading={reading} filter={filter} entries={all.length} found={picked.found?.size ?? 0} />
                ) : plain ? (
                  <PlainRecord
                    sections={sections}
                    about={{ ...about, still: true }}
                    beside={beside}
                    roomName={room.name}
                  />
                ) : long ? (
                  <LongRecord sections={sections} about={about} beside={beside} room={room} chairs={chairs} />
                ) : (
                  sections.map((section) => (
                    <TranscriptSection
                      key={section.entries[0]?.no}
                      section={section}
                      about={about}
                      beside={beside}
                      roomName={room.name}
                      actions={
                        chairs
                          ? (entry) => (
                              <StaffActions roomId={room.id} entry={entry} about={about} beside={beside[entry.no]} />
                            )
                          : undefined
                      }
                    />
                  ))
                )}
                {shown.length === 0 ? null : <TranscriptSources plan={state.plan} />}
              </div>
            </div>
          </>
        )}
      </main>
    </>
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

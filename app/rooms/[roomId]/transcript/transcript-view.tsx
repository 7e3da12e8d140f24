// The page of a record: its head, the gap, what can be asked of it, and the entries by round and phase.
// It is given what the reader may hear and holds nothing else.
import { useTranslations } from 'next-intl'
import { paragraphs } from '#simulation/transcript'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import type { RecordAbout } from '../../_record/record-line'
import { FilterForm } from './filter-form'
import { GapSummary } from './gap-summary'
import { PrintFoot } from './print-foot'
import type { Reading } from './reading'
import { TranscriptBar } from './transcript-bar'
import { asksAnything, fits, type TranscriptFilter } from './transcript-filter'
import { TranscriptHead } from './transcript-head'
import { TranscriptSection } from './transcript-section'
import { rangeOf, sectionsOf } from './transcript-sections'
import styles from './transcript-view.module.css'
import { rangeWords } from './transcript-words'

type TranscriptViewProps = {
  reading: Reading
  filter: TranscriptFilter
  /** The essay's paragraphs in our own words, by id. */
  gists: Readonly<Record<string, string>>
}

export function TranscriptView({ reading, filter, gists }: TranscriptViewProps) {
  const t = useTranslations('transcript')
  const { state, viewer, room, roll, course } = reading
  const all = paragraphs(state)
  const shown = all.filter((entry) => fits(filter, entry))
  const own = viewer.kind === 'person' ? viewer.person : null
  const about: RecordAbout = { plan: state.plan, roll, gists, own, timeZone: course.timeZone }
  const here = `/rooms/${room.id}/transcript`
  const foot = [room.name, asksAnything(filter) ? t('excerpt') : null, rangeWords(t, rangeOf(shown))]
  return (
    <>
      <PrintFoot words={foot.filter((part) => part).join(' · ')} />
      <TranscriptBar reading={reading} filter={filter} />
      <main id="main" className={styles.page}>
        <TranscriptHead reading={reading} entries={all.length} />
        {all.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <>
            {asksAnything(filter) ? null : <GapSummary state={state} />}
            <div className={styles.columns} data-excerpt={asksAnything(filter) || undefined}>
              <FilterForm action={here} filter={filter} all={all} shown={shown.length} plan={state.plan} roll={roll} />
              <div>
                {shown.length === 0 ? (
                  <EmptyState title={t('none.title')} action={<LinkButton href={here}>{t('none.showAll')}</LinkButton>}>
                    {t('none.text', { count: all.length })}
                  </EmptyState>
                ) : (
                  sectionsOf(shown).map((section) => (
                    <TranscriptSection
                      key={section.entries[0]?.no}
                      section={section}
                      about={about}
                      state={state}
                      bookmarks={viewer.kind === 'chair' ? state.bookmarks : {}}
                      roomName={room.name}
                    />
                  ))
                )}
              </div>
            </div>
          </>
        )}
      </main>
    </>
  )
}

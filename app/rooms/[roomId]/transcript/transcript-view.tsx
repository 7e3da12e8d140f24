// The page of a record: its head, the gap, what can be asked of it, and the entries by round and phase.
// It is given what the reader may hear and holds nothing else.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/plan'
import type { Roll } from '#simulation/protocol'
import type { Viewer } from '#simulation/record'
import type { RoomState } from '#simulation/room-state'
import { paragraphs } from '#simulation/transcript'
import { AppBar } from '#ui/app-bar'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import type { RecordAbout } from '../../_record/record-line'
import { FilterForm } from './filter-form'
import { GapSummary } from './gap-summary'
import { PrintButton } from './print-button'
import { PrintFoot } from './print-foot'
import { asksAnything, filterQuery, fits, type TranscriptFilter } from './transcript-filter'
import { TranscriptSection } from './transcript-section'
import { rangeOf, sectionsOf } from './transcript-sections'
import styles from './transcript-view.module.css'
import { includedWords, peopleWords, rangeWords, whenWords } from './transcript-words'

/** What is read of a room; the server hands it over whole. */
export type Reading = {
  room: { id: string; name: string }
  activity: { title: string }
  course: { title: string; timeZone: string }
  viewer: Viewer
  state: RoomState
  roll: Roll
}

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
      <Bar reading={reading} filter={filter} />
      <main id="main" className={styles.page}>
        <Head reading={reading} entries={all.length} />
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

function Bar({ reading, filter }: Pick<TranscriptViewProps, 'reading' | 'filter'>) {
  const t = useTranslations('transcript')
  const { room, viewer } = reading
  const opened = reading.state.unsealedAt === null ? [] : (['debrief'] as const)
  const pages =
    viewer.kind === 'chair'
      ? (['desk', 'marks', 'transcript', 'debrief'] as const)
      : (['room', 'transcript', ...opened] as const)
  const query = filterQuery(filter)
  const file = `/rooms/${room.id}/transcript/export`
  return (
    <AppBar
      place={room.name}
      itemsLabel={t('pages.label')}
      items={pages.map((page) => ({
        href: page === 'room' ? `/rooms/${room.id}` : `/rooms/${room.id}/${page}`,
        label: t(`pages.${page}`),
        current: page === 'transcript',
      }))}
      right={
        <>
          <LinkButton size="dense" href={`${file}?format=md${query ? `&${query}` : ''}`} download prefetch={false}>
            {t(query ? 'export.markdownExcerpt' : 'export.markdown')}
          </LinkButton>
          <LinkButton size="dense" href={`${file}?format=json`} download prefetch={false}>
            {t('export.json')}
          </LinkButton>
          <PrintButton />
        </>
      }
    />
  )
}

function Head({ reading, entries }: { reading: Reading; entries: number }) {
  const t = useTranslations('transcript')
  const { state, viewer, room, activity, course, roll } = reading
  const when = whenWords(state, course.timeZone)
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.where}>{[course.title, room.name, when].join(' · ')}</p>
        <h1>{activity.title}</h1>
      </div>
      <p className={styles.counts}>
        {[
          t('entries', { count: entries }),
          peopleWords(t, state, seatedPeople(state.plan, state, roll)),
          includedWords(t, state, viewer, course.timeZone),
        ].join(' · ')}
      </p>
    </header>
  )
}

/** How many people hold a seat or have spoken. */
function seatedPeople(plan: RoomPlan, state: RoomState, roll: Roll): number {
  const holders = plan.seats.flatMap((seat) => state.seats[seat.id]?.holder ?? [])
  return new Set([...holders, ...Object.keys(roll)]).size
}

'use client'
// A long record as a virtualised list. A URL that names an entry scrolls to it, as on a plain page.
import { useTranslations } from 'next-intl'
import {
  type ComponentProps,
  createContext,
  forwardRef,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import type { RecordContext } from '#record/entries/record-context.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { RecordEntries } from '#simulation/reading/record/record-page'
import type { Section } from '#simulation/reading/record/sections'
import { Band } from '#ui/charts/band'
import { RestOfRecord } from './entries/rest-of-record'
import { TranscriptEntry } from './entries/transcript-entry'
import { useEntries } from './entries/use-entries'
import { useTarget } from './entries/use-target'
import { EntryActions } from './entry-actions'
import { EntryArticle } from './entry-article'
import { useEntriesInHand } from './entry-in-hand'
import { rangeWords, sectionTitle } from './exports/transcript-words'
import styles from './long-record.module.css'

type LongRecordProps = RecordEntries & {
  /** The address of all entries, of which `sections` are the first. */
  rest: string | null
  about: RecordContext
  room: { id: string; name: string }
  /** Whether the reader is a chair, who may write notes. */
  chairs: boolean
}

type Row = { kind: 'band'; section: Section } | { kind: 'entry'; entry: Paragraph }

/**
 * The assumed height of an entry not rendered yet, in pixels: close to the average, so that a jump over thousands lands near its target.
 */
const GUESS = 116
/** More than the height of everything above the list, in pixels. */
const ABOVE = 100_000
/** How far beyond the screen entries are rendered, in pixels. */
const AHEAD = 900

export function LongRecord({ rest, about, room, chairs, ...start }: LongRecordProps) {
  const t = useTranslations('transcript')
  const { sections, beside, fetching } = useEntries(start, rest)
  const first = useMemo(() => rowsOf(start.sections).length, [start.sections])
  const list = useRef<VirtuosoHandle>(null)
  const rows = useMemo(() => rowsOf(sections), [sections])
  const target = useTarget()
  useEntriesInHand()
  const place = target === null ? -1 : rows.findIndex((row) => row.kind === 'entry' && isAt(row.entry, target))
  const row = rows[place]
  const found = row?.kind === 'entry' ? row.entry.id : null
  useEffect(() => {
    if (found === null) return
    return jumpTo(found, () => list.current?.scrollToIndex({ index: place, align: 'start', offset: -16 }))
  }, [found, place])
  // The Home key must reach the top of the page, which is above the list: hence the offset.
  useEnds((index) => list.current?.scrollToIndex(index === 0 ? { index, offset: -ABOVE } : { index, align: 'end' }))
  return (
    <Rows value={rows.length}>
      <p className={styles.paper}>{t('long.paper')}</p>
      <RestOfRecord fetching={fetching} />
      <div className={`unprinted ${styles.list}`}>
        <Virtuoso
          ref={list}
          useWindowScroll
          data={rows}
          initialItemCount={first}
          defaultItemHeight={GUESS}
          increaseViewportBy={AHEAD}
          computeItemKey={(_, row) => (row.kind === 'entry' ? row.entry.id : `s${row.section.entries[0]?.id}`)}
          components={{ List, Item }}
          itemContent={(_, row) =>
            row.kind === 'band' ? (
              <SectionBand section={row.section} about={about} />
            ) : (
              <Line selected={isAt(row.entry, target)}>
                <EntryArticle entry={row.entry} plan={about.plan}>
                  <TranscriptEntry
                    entry={row.entry}
                    about={about}
                    beside={beside[row.entry.no]}
                    roomName={room.name}
                    selected={isAt(row.entry, target)}
                    actions={
                      row.entry.kind === 'procedure' ? null : (
                        <EntryActions {...{ room, chairs, about }} entry={row.entry} beside={beside[row.entry.no]} />
                      )
                    }
                  />
                </EntryArticle>
              </Line>
            )
          }
        />
      </div>
    </Rows>
  )
}

/** Matches what the entry is called, or its number it had while sealed, so that old links still work. */
const isAt = ({ id, was }: Paragraph, target: string | null): boolean =>
  target !== null && (id === target || was === target)

const rowsOf = (sections: readonly Section[]): readonly Row[] =>
  sections.flatMap((section): Row[] => [
    { kind: 'band', section },
    ...section.entries.map((entry): Row => ({ kind: 'entry', entry })),
  ])

function SectionBand({ section, about }: { section: Section; about: RecordContext }) {
  const t = useTranslations('transcript')
  const record = useTranslations('record')
  const { title, detail } = sectionTitle(t, record, about.plan, section)
  return (
    <div className={styles.band}>
      <Band whole level={2} title={title} detail={detail} right={rangeWords(t, section.range)} />
    </div>
  )
}

/** An entry reached by its URL takes the focus once rendered, as a browser does on a plain page. */
function Line({ selected, children }: { selected: boolean; children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) line.current?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
  }, [selected])
  return <div ref={line}>{children}</div>
}

/** How often it is looked whether a jump has arrived, in milliseconds, and how often at most. */
const LOOK_MS = 500
const MOST_LOOKS = 20
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Jumps, and again while the entry is not in sight: heights that are measured late move it away. Until it was in sight twice, or the reader
 * moves the page themselves. Returns what ends it.
 */
function jumpTo(entry: string, jump: () => void): () => void {
  let looks = 0
  let seen = 0
  jump()
  const looking = setInterval(() => {
    looks += 1
    seen = isInSight(document.getElementById(`e${entry}`)) ? seen + 1 : 0
    if (seen === 0) jump()
    if (seen === 2 || looks === MOST_LOOKS) end()
  }, LOOK_MS)
  function end(): void {
    clearInterval(looking)
    for (const move of MOVES) window.removeEventListener(move, end)
  }
  for (const move of MOVES) window.addEventListener(move, end, { passive: true })
  return end
}

function isInSight(entry: HTMLElement | null): boolean {
  const box = entry?.getBoundingClientRect()
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight
}

const Rows = createContext(0)

const List = forwardRef<HTMLDivElement, ComponentProps<'div'>>(function List(props, ref) {
  const t = useTranslations('ui')
  // biome-ignore lint/a11y/useSemanticElements: the virtualised list measures its own element
  return <div {...props} ref={ref} role="list" aria-label={t('record.list')} />
})

function Item({ item: _, ...props }: ComponentProps<'div'> & { item?: unknown; 'data-index'?: number }) {
  const size = useContext(Rows)
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div {...props} role="listitem" aria-setsize={size} aria-posinset={(props['data-index'] ?? 0) + 1} />
  )
}

/** Handles Home and End: entries not rendered yet have only an assumed height, so the list itself must scroll. */
function useEnds(go: (index: number | 'LAST') => void): void {
  const going = useEffectEvent(go)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || (key !== 'Home' && key !== 'End')) return
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return
      event.preventDefault()
      going(key === 'Home' ? 0 : 'LAST')
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

'use client'
// The record as the chair follows it: pinned to its newest entry, each entry a possible piece of evidence, a bookmark one press away.
// Which entry the keys act on, and what is evidence, is decided outside.
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Paragraph } from '#simulation/reading/transcript'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { RecordList } from '#ui/record-entry'
import { ParagraphShelf } from '../../../_record/paragraph-shelf'
import type { RecordAbout } from '../../../_record/record-line'
import type { AtDesk } from './at-desk'
import { DeskLine } from './desk-line'
import styles from './desk-record.module.css'

/** Entries that can show something about whoever said them. */
export const isEvidence = ({ kind }: Paragraph): boolean =>
  kind !== 'procedure' && kind !== 'reveal' && kind !== 'issued' && kind !== 'news' && kind !== 'note'

type DeskRecordProps = {
  desk: AtDesk
  shown: readonly Paragraph[]
  focused: string | null
  onFocused: (no: string) => void
  evidence: ReadonlySet<string>
  /** Absent while nobody is being scored: then there are no boxes. */
  onEvidence?: ((no: string) => void) | undefined
  onBookmark: (no: string) => void
  /** Between the band and the entries: the floor. */
  children?: ReactNode
  right: ReactNode
}

export function DeskRecord(props: DeskRecordProps) {
  const { desk, shown, focused, onFocused, evidence, onEvidence, onBookmark, children, right } = props
  const t = useTranslations('desk.record')
  const { plan, floor, bookmarks } = desk.state
  const about = useMemo((): RecordAbout => ({ plan, roll: desk.roll }), [plan, desk.roll])
  const box = useRef<HTMLElement>(null)
  const { seen, toNewest } = usePinned(box, shown.at(-1)?.seq ?? 0)
  const fresh = shown.filter(({ seq }) => seq > seen).length
  const newest = shown.findLast(({ kind }) => kind === 'statement')
  const live = floor.holder?.spoke && newest?.seat === floor.holder.seat ? newest.no : null
  return (
    <div className={styles.record}>
      <Band dense level={2} title={t('title')} right={right} />
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} ref={box} tabIndex={0} aria-label={t('entries')}>
        {shown.length === 0 ? <p className={styles.empty}>{t('empty')}</p> : null}
        <RecordList label={t('title')}>
          {shown.map((paragraph) => (
            <DeskLine
              key={paragraph.seq}
              paragraph={paragraph}
              about={about}
              live={paragraph.no === live}
              focused={paragraph.no === focused}
              onFocused={onFocused}
              evidence={evidence.has(paragraph.no)}
              onEvidence={isEvidence(paragraph) ? onEvidence : undefined}
              bookmarked={bookmarks[paragraph.no] !== undefined}
              onBookmark={onBookmark}
            />
          ))}
        </RecordList>
      </section>
      {fresh > 0 ? (
        <div className={styles.fresh} role="status">
          <Button kind="primary" size="dense" icon="down" onClick={toNewest}>
            {t('fresh', { count: fresh })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Keeps the newest entry in sight until the reader scrolls up; `seen` is the last number that was in sight then. */
function usePinned(box: RefObject<HTMLElement | null>, newest: number) {
  const pinned = useRef(true)
  const latest = useRef(newest)
  const [seen, setSeen] = useState(newest)
  const toNewest = () => {
    pinned.current = true
    setSeen(newest)
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }
  useEffect(() => {
    const element = box.current
    if (!element) return
    const scrolled = () => {
      pinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24
      if (pinned.current) setSeen(latest.current)
    }
    // What stands above and below it changes the height too, and must not unpin it.
    const resized = new ResizeObserver(() => pinned.current && element.scrollTo({ top: element.scrollHeight }))
    resized.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [box])
  useLayoutEffect(() => {
    latest.current = newest
    if (!pinned.current) return
    box.current?.scrollTo({ top: box.current.scrollHeight })
    setSeen(newest)
  }, [box, newest])
  return { seen, toNewest }
}

/** Drawn once each: a room's paragraphs, the caucuses too or not. */
export function useParagraphs({ state }: AtDesk, caucuses: boolean): readonly Paragraph[] {
  const shelf = useRef(new ParagraphShelf())
  return useMemo(() => shelf.current.read(state, (entry) => caucuses || /^\d/.test(entry.no)), [state, caucuses])
}

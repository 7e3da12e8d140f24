'use client'
// The record on the desk: it stays at its newest entry, and each entry has its menu. The caller decides which entry the keys act on, which
// are evidence, and what the menu holds.
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useRef } from 'react'
import { ParagraphCache } from '#record/entries/paragraph-cache.ts'
import type { RecordContext } from '#record/entries/record-context.ts'
import { usePinned } from '#room/hooks/use-pinned.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { isOffered } from '#simulation/reading/marks/evidence'
import { entryOfTurn } from '#simulation/reading/room/who-spoke'
import { Band } from '#ui/charts/band'
import { RecordList } from '#ui/charts/record-entry'
import { Button } from '#ui/controls/button'
import { ScrollRegion } from '#ui/page/scroll-region'
import type { DeskView } from '../scoring/desk-view'
import { DeskLine } from './desk-line'
import styles from './desk-record.module.css'

type DeskRecordProps = {
  desk: DeskView
  shown: readonly Paragraph[]
  focused: string | null
  onFocused: (no: string) => void
  evidence: ReadonlySet<string>
  /** Absent while nobody is being scored; then there are no checkboxes. */
  onEvidence?: ((no: string) => void) | undefined
  /** The entry whose menu is open. */
  opened: string | null
  onMore: (no: string, button: HTMLElement) => void
  onHide: (no: string) => void
  /** Shown between the heading and the entries: the floor. */
  children?: ReactNode
  right: ReactNode
}

export function DeskRecord(props: DeskRecordProps) {
  const { desk, shown, focused, onFocused, evidence, onEvidence, opened, onMore, onHide, children, right } = props
  const t = useTranslations('desk.record')
  const { plan, bookmarks } = desk.state
  const about = useMemo(
    // What a line cites stands as words: whoever runs a class opens nothing in it.
    (): RecordContext => ({ plan, displayNames: desk.displayNames, still: plan.kind === 'seminar' }),
    [plan, desk.displayNames],
  )
  const { frame, missed, toNewest } = usePinned(shown)
  const live = entryOfTurn(desk.state)
  return (
    <div className={`pane ${styles.record}`}>
      <Band dense level={2} title={t('title')} right={right} />
      {children}
      <ScrollRegion className={styles.scroll} ref={frame} label={t('entries')}>
        {shown.length === 0 ? (
          <p className={styles.empty}>{t(desk.state.record.length === 0 ? 'empty' : 'nothingOf')}</p>
        ) : null}
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
              onEvidence={isOffered(desk.state, paragraph) || evidence.has(paragraph.no) ? onEvidence : undefined}
              bookmarked={bookmarks[paragraph.no] !== undefined}
              opened={paragraph.no === opened}
              onMore={onMore}
              roomId={desk.roomId}
              act={desk.ask}
              onHide={onHide}
              now={desk.now}
            />
          ))}
        </RecordList>
      </ScrollRegion>
      {missed > 0 ? (
        <div className={styles.fresh} role="status">
          <Button kind="primary" size="dense" icon="down" onClick={toNewest}>
            {t('fresh', { count: missed })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The room's paragraphs, cached, with or without those of the caucuses. */
export function useParagraphs({ state }: DeskView, caucuses: boolean): readonly Paragraph[] {
  const paragraphs = useRef(new ParagraphCache())
  return useMemo(() => paragraphs.current.read(state, (entry) => caucuses || /^\d/.test(entry.no)), [state, caucuses])
}

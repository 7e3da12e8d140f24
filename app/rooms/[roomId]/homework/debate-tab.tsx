'use client'
// The debate of a homework room: the list of tensions, the threads of the selected one, and the boxes to post on it. It takes the place
// of the record tab of a seminar; the whole record is the last choice of the list.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { ParagraphCache } from '#record/entries/paragraph-cache.ts'
import { bringToEntry } from '#room/hooks/bring-to.ts'
import { useLedTo } from '#room/hooks/led.ts'
import { useWidth } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { useLinePress } from '#room/off/more-button'
import { ToldNotices } from '#room/off/told-notices'
import { roundOf } from '#simulation/agenda/plan'
import type { TensionKey } from '#simulation/kernel/ids'
import { ledBy } from '#simulation/questions/homework'
import { tensionFirst } from '#simulation/reading/homework/assignment'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { roundOfEntry, statementsBy, statementsOn } from '#simulation/reading/talk/threads'
import { Select } from '#ui/controls/select'
import { ScrollRegion } from '#ui/page/scroll-region'
import styles from './debate-tab.module.css'
import { EVERYTHING } from './everything'
import { HomeworkStatus } from './homework-head'
import { TensionPosts } from './tension-posts'

type DebatePlaceProps = {
  at: SeatView
  /** The whole record with its side panel. */
  everything: ReactNode
  onWriteInto: (clause: string) => void
}

export function DebateTab({ at, everything, onWriteInto }: DebatePlaceProps) {
  const t = useTranslations('homework-room.debate')
  const width = useWidth()
  const { state } = at
  const paragraphs = useRef(new ParagraphCache())
  const said = useMemo(() => paragraphs.current.read(state, ({ no }) => /^\d/.test(no)), [state])
  const [chosen, choose] = useState<TensionKey>(() => tensionFirst(state, at.person, at.view.now()) ?? EVERYTHING)
  const notes = useTensionNotes(at, said)
  useLedTo('record', ({ tension }) => {
    if (tension !== null) choose(tension)
  })
  useEntryInAddress((no) => choose(roundOfEntry(said, no) ?? EVERYTHING))
  const round = roundOf(state.plan, chosen)
  const thread = useRef<HTMLElement>(null)
  useLinePress(thread)
  const options = state.plan.rounds.map(({ key, title }) => ({ value: key, label: `${title} · ${notes(key)}` }))
  const chooser =
    width === 'phone' ? (
      <div className={`unprinted ${styles.choose}`}>
        <Select
          aria-label={t('tensions')}
          value={chosen}
          onChoose={choose}
          options={[...options, { value: EVERYTHING, label: t('everything') }]}
        />
      </div>
    ) : null
  const body = round ? (
    <ScrollRegion ref={thread} className={styles.thread} label={t('thread', { title: round.title })}>
      <HomeworkStatus at={at} />
      <ToldNotices at={at} again={null} />
      {chooser}
      <TensionPosts key={round.key} at={at} round={round} said={said} onWriteInto={onWriteInto} />
    </ScrollRegion>
  ) : (
    <div className={`column ${styles.whole}`}>
      {chooser}
      {everything}
    </div>
  )
  if (width === 'phone') return body
  return (
    <div className={styles.debate}>
      <ScrollRegion className={styles.tensions} label={t('tensions')}>
        <TensionList at={at} chosen={chosen} onChoose={choose} notes={notes} />
      </ScrollRegion>
      {body}
    </div>
  )
}

/** Selects the tension of the entry that the address names; the room's tab then scrolls to it. */
function useEntryInAddress(onEntry: (no: string) => void): void {
  const newest = useRef(onEntry)
  newest.current = onEntry
  useEffect(() => {
    const follow = () => {
      const no = /^#e(\d+)$/.exec(window.location.hash)?.[1]
      if (!no) return
      newest.current(no)
      requestAnimationFrame(() => requestAnimationFrame(() => bringToEntry(`e${no}`)))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
}

/** A short note on each tension, such as its number of posts. */
function useTensionNotes(at: SeatView, said: readonly Paragraph[]): (round: TensionKey) => string {
  const t = useTranslations('homework-room.debate')
  const led = ledBy(at.state.plan, at.seat)
  return (round) => {
    const own = at.seat.holder === null ? 0 : statementsBy(at.state, said, at.seat.holder, round)
    return [
      t('count', { count: statementsOn(said, round) }),
      own > 0 ? t('yours', { count: own }) : null,
      led.includes(round) ? t('youLead') : null,
    ]
      .filter((words) => words !== null)
      .join(' · ')
  }
}

type TensionListProps = {
  at: SeatView
  chosen: string
  onChoose: (round: TensionKey) => void
  notes: (round: TensionKey) => string
}

/**
 * The list of tensions, each with its number of posts and the reader's own tasks; the whole record is the last choice.
 */
function TensionList({ at, chosen, onChoose, notes }: TensionListProps) {
  const t = useTranslations('homework-room.debate')
  const item = (key: string, title: string, note: string) => (
    <li key={key}>
      <button
        type="button"
        className={styles.tension}
        aria-current={key === chosen ? 'true' : undefined}
        onClick={() => onChoose(key)}
      >
        <b>{title}</b>
        <span>{note}</span>
      </button>
    </li>
  )
  return (
    <ul>
      {at.state.plan.rounds.map(({ key, title }) => item(key, title, notes(key)))}
      {item(EVERYTHING, t('everything'), t('everythingDetail'))}
    </ul>
  )
}

'use client'
// The menu of an entry at the desk, and what it opens: the question before words are taken off, and the word afterwards with the way back.
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { struckName } from '#record/words/off-words.ts'
import { useSelectedWords } from '#room/off/more-button'
import { StrikeDialog, useStruckWords } from '#room/off/strike-dialog'
import type { StruckLine } from '#room/off/strike-line.ts'
import type { SeatId } from '#simulation/kernel/ids'
import { mayStrike, openReports, strikableAt, writerAt } from '#simulation/reading/log/strikes'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { isOffered } from '#simulation/reading/marks/evidence'
import { isPublicNumber } from '#simulation/state/numbered-entries'
import type { MenuItem } from '#ui/over/menu'
import { MenuAt } from '#ui/over/menu-at'
import { useToast } from '#ui/over/toast'
import { type DeskView, nameOf } from '../scoring/desk-view'

type LineActs = {
  bookmark: (no: string) => void
  /** Null while nobody is being scored. */
  toggleEvidence: ((no: string) => void) | null
  evidence: ReadonlySet<string>
  write: (seat: SeatId) => void
}

type Lines = {
  opened: string | null
  onMore: (no: string, button: HTMLElement) => void
  /** Asks whether words are to be taken off what has no line of its own in the record. */
  strike: (entry: string) => void
  /** Puts back what has just been taken off; false where nothing has. */
  putBack: () => boolean
  parts: ReactNode
}

export function useDeskLines(desk: DeskView, shown: readonly Paragraph[], acts: LineActs): Lines {
  const t = useTranslations('off.menu')
  const [menu, setMenu] = useState<{ line: Paragraph; button: HTMLElement; picked: string | null } | null>(null)
  const [striking, setStriking] = useState<{ line: StruckLine; picked: string | null } | null>(null)
  const selected = useSelectedWords()
  const lineOf = useStruckLine(desk)
  const { taken, putBack } = useTaken(desk)
  const newest = useRef(shown)
  newest.current = shown
  const words = useRef(selected)
  words.current = selected
  const onMore = useCallback((no: string, button: HTMLElement) => {
    const line = newest.current.find((each) => each.no === no)
    if (line) setMenu({ line, button, picked: words.current(no)?.words ?? null })
  }, [])
  const strike = (entry: string, picked: string | null = null) => {
    const line = lineOf(entry)
    if (line) setStriking({ line, picked })
  }

  const itemsOf = (line: Paragraph, picked: string | null): MenuItem[] => {
    const { no, seat } = line
    const items: MenuItem[] = []
    const marked = desk.state.bookmarks[no] !== undefined
    const mark = t(marked ? 'unmark' : 'bookmark')
    items.push({ label: mark, icon: 'bookmark', onSelect: () => acts.bookmark(no) })
    const isGiven = acts.evidence.has(no)
    const { toggleEvidence } = acts
    if (toggleEvidence && (isGiven || isOffered(desk.state, line))) {
      const label = t(isGiven ? 'noEvidence' : 'evidence')
      items.push({ label, icon: 'check', onSelect: () => toggleEvidence(no) })
    }
    const name = lineOf(no)?.who ?? null
    if (seat !== null && name !== null)
      items.push({ label: t('write', { name }), icon: 'letter', onSelect: () => acts.write(seat) })
    if (!mayStrike(desk.state, no)) return items
    const off = { label: t('strike'), hint: t('strikeHint'), icon: 'takeOff' as const }
    items.push({ kind: 'divider' }, { ...off, onSelect: () => strike(no, picked) })
    return items
  }

  return {
    opened: menu?.line.no ?? null,
    onMore,
    strike,
    putBack,
    parts: (
      <>
        {menu ? (
          <MenuAt
            button={menu.button}
            label={t('line', { no: menu.line.no })}
            items={itemsOf(menu.line, menu.picked)}
            onClose={() => setMenu(null)}
          />
        ) : null}
        {striking ? (
          <StrikeDialog
            key={striking.line.entry}
            roomId={desk.roomId}
            line={striking.line}
            picked={striking.picked}
            now={desk.now}
            act={desk.ask}
            onDone={taken}
            onClose={() => setStriking(null)}
          />
        ) : null}
      </>
    ),
  }
}

/** What stands under a name, for the question; null where nothing can be taken off. */
function useStruckLine({ state, displayNames }: DeskView): (entry: string) => StruckLine | null {
  const record = useTranslations('record')
  return (entry) => {
    const texts = strikableAt(state, entry)
    if (texts === null) return null
    const writer = writerAt(state, entry)
    const reported = openReports(state).find((report) => report.entry === entry)?.reports ?? []
    return {
      ...{ entry, texts, plan: state.plan, name: struckName(record, state.plan, entry) },
      seat: writer?.seat ?? null,
      who: writer?.person ? nameOf(displayNames, writer.person) : null,
      isTurn: isPublicNumber(entry),
      reported: reported[0] ? { count: reported.length, reason: reported[0].reason } : null,
    }
  }
}

/** The word that words are off, with the way back; U is that way while the word stands. */
function useTaken({ ask }: DeskView): { taken: (line: StruckLine, count: number) => void; putBack: () => boolean } {
  const t = useTranslations('off.strike')
  const tell = useToast()
  const say = useStruckWords()
  const last = useRef<(() => void) | null>(null)
  return {
    taken: (line, count) => {
      const back = () => {
        last.current = null
        void ask({ type: 'putWordsBack', entry: line.entry, reason: t('undoReason') })
      }
      last.current = back
      const onGone = () => {
        if (last.current === back) last.current = null
      }
      tell({ text: say(line, count), undo: back, undoAs: { label: t('undo'), keys: 'U' }, onGone })
    },
    putBack: () => {
      const back = last.current
      back?.()
      return back !== null
    },
  }
}

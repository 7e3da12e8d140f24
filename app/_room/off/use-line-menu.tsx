'use client'
// The menu of one line on a student's page: answer it, write it into a clause, copy its number, and, always last, report it to the
// instructors.
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { struckName } from '#record/words/off-words.ts'
import { mayReport, ownReports } from '#simulation/reading/log/strikes'
import type { MenuItem } from '#ui/over/menu'
import { MenuAt } from '#ui/over/menu-at'
import { useToast } from '#ui/over/toast'
import { beginning } from '#ui/words/delegations.ts'
import type { SeatView } from '../link/seat-view'
import { ReportDialog } from './report-dialog'

/** A line whose menu is opened. */
export type MenuLine = {
  /** Its number, or the place of words without one. */
  entry: string
  /** Whose it is, an office; null where nobody is named. */
  title: string | null
  at: number | null
  /** Answers it; absent where the reader may not. */
  answer?: (() => void) | undefined
  /** The clauses into which it can be written; absent or empty where the reader may not. */
  write?: readonly MenuItem[]
}

type LineMenu = {
  /** The line whose menu is open. */
  opened: string | null
  open: (line: MenuLine, button: HTMLElement) => void
  /** The menu and what it opens, to be drawn once on the panel. */
  parts: ReactNode
}

export function useLineMenu(at: SeatView): LineMenu {
  const t = useTranslations('off.menu')
  const [menu, setMenu] = useState<{ line: MenuLine; button: HTMLElement } | null>(null)
  const [writing, setWriting] = useState<{ line: MenuLine; button: HTMLElement } | null>(null)
  const [reporting, setReporting] = useState<MenuLine | null>(null)
  const name = useLineName(at)
  const copy = useCopyNumber()
  const open = useCallback((line: MenuLine, button: HTMLElement) => setMenu({ line, button }), [])
  const itemsOf = (line: MenuLine): MenuItem[] => {
    const items: MenuItem[] = []
    const { entry, answer, write = [] } = line
    if (answer) items.push({ label: t('answer'), icon: 'answer', onSelect: answer })
    if (write.length > 0) items.push({ label: t('write'), icon: 'pen', onSelect: () => setWriting(menu) })
    if (!entry.includes('/')) items.push({ label: t('copy'), icon: 'copy', onSelect: () => void copy(entry) })
    const made = ownReports(at.state, at.person).some((report) => report.entry === entry)
    if (made || mayReport(at.state, at.person, entry))
      items.push({
        label: t(made ? 'reported' : 'report'),
        hint: t('reportHint'),
        icon: 'flag',
        disabled: made,
        onSelect: () => setReporting(line),
      })
    return items
  }
  return {
    opened: menu?.line.entry ?? null,
    open,
    parts: (
      <>
        {menu ? (
          <MenuAt
            button={menu.button}
            label={name(menu.line)}
            items={itemsOf(menu.line)}
            onClose={() => setMenu(null)}
          />
        ) : null}
        {writing ? (
          <MenuAt
            button={writing.button}
            label={t('writeInto', { no: writing.line.entry })}
            items={writing.line.write ?? []}
            onClose={() => setWriting(null)}
          />
        ) : null}
        {reporting ? (
          <ReportDialog
            key={reporting.entry}
            at={at}
            entry={reporting.entry}
            line={name(reporting, true)}
            onClose={() => setReporting(null)}
          />
        ) : null}
      </>
    ),
  }
}

/** "Line 88, Minister of National Defense", with the time for the report. */
function useLineName({ state }: SeatView): (line: MenuLine, withTime?: boolean) => string {
  const t = useTranslations('off')
  const record = useTranslations('record')
  const said = useSaidAt(state)
  return ({ entry, title, at }, withTime = false) => {
    if (entry.includes('/')) return beginning(struckName(record, state.plan, entry))
    if (title === null) return t('menu.line', { no: entry })
    if (withTime && at !== null) return t('report.line', { no: entry, title, time: said(at, { seconds: false }) })
    return t('menu.lineOf', { no: entry, title })
  }
}

function useCopyNumber(): (no: string) => Promise<void> {
  const t = useTranslations('off.menu')
  const tell = useToast()
  return async (no) => {
    try {
      await navigator.clipboard.writeText(no)
      tell({ text: t('copied', { no }) })
    } catch {
      tell({ text: t('notCopied', { no }) }) // no clipboard on a plain-http address
    }
  }
}

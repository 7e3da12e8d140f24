'use client'
// Makes the record one stop for the Tab key, however long it is: one entry is the current, and only its own links and buttons are stops too.
// Arrows lead to the entry before and after, and whatever takes the focus makes its entry the current one. A pointer and a screen reader's
// own reading find everything as before.
import { type ReactNode, useEffect, useRef } from 'react'
import { hold } from '#room/hooks/bring-to.ts'
import { alongRows, CONTROL, onLeadingKey } from '#room/hooks/use-one-stop.ts'
import { SkipLink } from '#ui/page/skip-link'

type RecordStopProps = {
  /** Whether all entries are on the page: else Home and End are the virtualised list's own. */
  whole: boolean
  children: ReactNode
}

export function RecordStop({ whole, children }: RecordStopProps) {
  const record = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (record.current) return oneStop(record.current)
  }, [])
  useEffect(() => {
    const region = record.current
    if (!region) return
    const entries = () => [...region.querySelectorAll<HTMLElement>(ENTRY)]
    return onLeadingKey(region, (key) => (whole || key.startsWith('Arrow') ? alongRows(key, entries()) : null), hold)
  }, [whole])
  return (
    <div id={RECORD} ref={record}>
      {children}
    </div>
  )
}

const RECORD = 'record'
/** An entry's own article, not one within it, such as an issued text. */
const ENTRY = 'article:has([data-variant])'

/** Leads past all that stands before the record, to its current entry. */
export function RecordSkip({ children }: { children: ReactNode }) {
  const go = () => document.querySelector<HTMLElement>(`#${RECORD} article[tabindex="0"]`)?.focus()
  return (
    <SkipLink to={RECORD} onGo={go}>
      {children}
    </SkipLink>
  )
}

/** Listens once for all entries, also those that come later; returns what ends it. */
function oneStop(record: HTMLElement): () => void {
  const set = (entry: Element, isStop: boolean) => {
    if (entry instanceof HTMLElement) entry.tabIndex = isStop ? 0 : -1
    for (const control of entry.querySelectorAll<HTMLElement>(CONTROL)) control.tabIndex = isStop ? 0 : -1
  }
  let current: Element | null = null
  const choose = (entry: Element | null) => {
    if (entry === current) return
    if (current) set(current, false)
    current = entry
    if (current) set(current, true)
  }
  const settle = (added: Iterable<Node>) => {
    for (const node of added) {
      if (!(node instanceof Element)) continue
      const around = node.closest(ENTRY)
      for (const entry of around ? [around] : node.querySelectorAll(ENTRY)) set(entry, entry === current)
    }
    // A long list takes entries that are far from the screen off the page.
    if (!current?.isConnected) choose(record.querySelector(ENTRY))
  }
  const focused = ({ target }: FocusEvent) => {
    const entry = target instanceof Element ? target.closest(ENTRY) : null
    if (entry) choose(entry)
  }
  settle([record])
  const grown = new MutationObserver((changes) => settle(changes.flatMap(({ addedNodes }) => [...addedNodes])))
  grown.observe(record, { childList: true, subtree: true })
  record.addEventListener('focusin', focused)
  return () => {
    grown.disconnect()
    record.removeEventListener('focusin', focused)
  }
}

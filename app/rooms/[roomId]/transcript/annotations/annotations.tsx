'use client'
// What people write beside the entries of a record: the threads for every entry of the page, the sheet to write in, and the keys.
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { hold } from '#room/hooks/bring-to.ts'
import { useKeys } from '#room/hooks/use-keys.ts'
import { useSelectedWords } from '#room/off/more-button'
import { stretchOf } from '#simulation/kernel/spans'
import type { ShownThread } from '#simulation/reading/record/annotations'
import { Button } from '#ui/controls/button'
import { AnnotationForm } from './annotation-form'
import styles from './annotations.module.css'
import { type AnnotationsOf, Beside, type Writing } from './annotations-here'
import { useThreads } from './use-threads'

type AnnotationsProps = AnnotationsOf & { start: readonly ShownThread[]; children: ReactNode }

export function Annotations({ start, children, ...of }: AnnotationsProps) {
  const t = useTranslations('annotations')
  const { threads, waiting, show, reload } = useThreads(of.owner.roomId, start)
  const [writing, write] = useState<Writing | null>(null)
  const selected = useSelectedWords()
  const annotate = (entry: string, words: string | null, student: string | null) => {
    const picked = words === null ? null : selected(entry)
    const span = picked && words !== null ? stretchOf(words, picked.words, picked.at) : null
    write({ kind: 'thread', entry, words, span, student })
  }
  const last = useRef<string | null>(null)
  const walk = (step: 1 | -1) => {
    last.current = goTo(threads, step, last.current)
  }
  useKeys([
    ['a', () => entryInHand()?.querySelector<HTMLElement>('[data-annotate]')?.click()],
    ['[', () => walk(-1)],
    [']', () => walk(1)],
    ['j', () => toEntry(1)],
    ['k', () => toEntry(-1)],
  ])
  return (
    <Beside value={{ ...of, threads, reload, annotate, answer: (thread) => write({ kind: 'answer', thread }) }}>
      {children}
      <p role="status" className={`unprinted ${styles.news}`}>
        {waiting === 0 ? null : (
          <>
            {t('news', { count: waiting })}{' '}
            <Button size="dense" onClick={show}>
              {t('showNews')}
            </Button>
          </>
        )}
      </p>
      {writing ? <AnnotationForm {...of} writing={writing} onSaved={reload} onClose={() => write(null)} /> : null}
    </Beside>
  )
}

/** The line of an entry with what stands beneath it. */
const ENTRY = ':is(li, [role=listitem]):has([data-annotate])'

/** The entry in focus, or else the one in which words are selected: whoever selects with the pointer leaves the focus nowhere. */
function entryInHand(): Element | null {
  const selection = window.getSelection()
  // Whoever only pressed somewhere has a selection of nothing.
  const node = selection?.isCollapsed === false ? selection.anchorNode : null
  const selected = node instanceof Element ? node : node?.parentElement
  return document.activeElement?.closest(ENTRY) ?? selected?.closest(ENTRY) ?? null
}

/** Brings the entry before or after the one in focus into sight, or else the first that is seen, and the focus to it. */
function toEntry(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>('main article:has([data-variant])')]
  const at = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = at === -1 ? entries.find((entry) => entry.getBoundingClientRect().bottom > 0) : entries[at + step]
  if (next) hold(next)
}

/** Brings the thread before or after the one in focus, or else the one that was last walked to, into sight; its id. */
function goTo(threads: readonly ShownThread[], step: 1 | -1, last: string | null): string | null {
  const inFocus = document.activeElement?.closest('[data-thread]')?.getAttribute('data-thread')
  const at = threads.findIndex(({ id }) => id === (inFocus ?? last))
  const next = threads[at === -1 ? (step === 1 ? 0 : threads.length - 1) : at + step]
  if (!next) return last
  const thread = document.querySelector<HTMLElement>(`[data-thread="${next.id}"]`)
  // In a long record only what is near the screen is on the page: its entry is brought there first.
  if (!thread) {
    window.location.hash = `e${next.entry}`
    return next.id
  }
  hold(thread)
  return next.id
}

'use client'
// Nobody commits to words that were never on their screen: the button that would says "Read on" until the end of the words was in view, and
// then waits a second whenever it has come to mean something else.
import { useTranslations } from 'next-intl'
import { type RefCallback, useCallback, useRef, useState } from 'react'
import { turnOn } from '#room/hooks/bring-to.ts'
import { SteadyButton } from '#ui/controls/steady-button'
import styles from './read-first.module.css'

export type ReadFirst = {
  /** Whether the end of these words was in view. */
  isRead: boolean
  /** Turns the page of the words. */
  turn: () => void
  /** For the end of the words (`WordsEnd`). */
  end: RefCallback<HTMLElement>
}

/** `of`: which words, as a key. Others are to be read anew. */
export function useReadFirst(of: string): ReadFirst {
  const last = useRef<HTMLElement>(null)
  const [read, setRead] = useState<string | null>(null)
  const end = useCallback(
    (element: HTMLElement | null) => {
      last.current = element
      if (element === null) return
      const watcher = new IntersectionObserver((seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setRead(of)
      })
      watcher.observe(element)
      return () => watcher.disconnect()
    },
    [of],
  )
  const turn = () => {
    if (last.current) turnOn(last.current)
  }
  return { isRead: read === of, turn, end }
}

/** Stands after the last of the words. */
export function WordsEnd({ first }: { first: ReadFirst }) {
  return <span ref={first.end} className={styles.end} />
}

type CommitButtonProps = {
  first: ReadFirst
  children: string
  /** All that it would do, as a key. */
  means: string
  busy: boolean
  onAct: () => void
}

/** One button all along, which keeps the focus. */
export function CommitButton({ first, children, means, busy, onAct }: CommitButtonProps) {
  const t = useTranslations('room.text')
  return (
    <SteadyButton
      kind={first.isRead ? 'primary' : 'plain'}
      busy={first.isRead && busy}
      means={first.isRead ? means : 'read on'}
      fromStart
      onAct={first.isRead ? onAct : first.turn}
    >
      {first.isRead ? children : t('readOn')}
    </SteadyButton>
  )
}

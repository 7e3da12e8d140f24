'use client'
// The button at the end of a line that opens its menu. On a phone the line itself is pressed, and the button is there for the keyboard and
// for screen readers.
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { Icon } from '#ui/words/icon'
import styles from './more-button.module.css'

type MoreButtonProps = {
  /** The entry's number, or the place of words without one. */
  no: string
  /** How what has no number is called; it stands on phones too, for no line of a list is pressed there. */
  name?: string
  open: boolean
  onMore: (no: string, button: HTMLButtonElement) => void
}

export function MoreButton({ no, name, open, onMore }: MoreButtonProps) {
  const t = useTranslations('record')
  return (
    <button
      type="button"
      className={`unprinted ${styles.more}`}
      data-more={no}
      data-place={name === undefined ? undefined : ''}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={t('more', { kind: name === undefined ? 'entry' : 'place', name: name ?? no })}
      onClick={({ currentTarget }) => onMore(no, currentTarget)}
    >
      <Icon name="more" />
    </button>
  )
}

const PHONE = '(max-width: 767.98px)'
const CONTROL = 'a, button, input, label, select, summary, textarea'

/** On a phone a press anywhere on a line opens its menu; whoever selects words or scrolls presses nothing. */
export function useLinePress(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const region = frame.current
    if (!region) return
    const press = ({ target }: MouseEvent) => {
      if (!window.matchMedia(PHONE).matches || !(target instanceof Element) || target.closest(CONTROL)) return
      if (window.getSelection()?.isCollapsed === false) return
      // The innermost line: an answer stands within the line it answers.
      target.closest('li')?.querySelector<HTMLButtonElement>('[data-more]')?.click()
    }
    region.addEventListener('click', press)
    return () => region.removeEventListener('click', press)
  }, [frame])
}

/** `at`: how many letters of the text around them stand before the words. */
type Selected = { words: string; at: number; within: Element }

function selectedNow(): Selected | null {
  const selection = window.getSelection()
  const words = selection?.toString().trim() ?? ''
  const node = selection?.anchorNode
  const within = node instanceof Element ? node : node?.parentElement
  if (words === '' || !within || !selection) return null
  const before = document.createRange()
  const { startContainer, startOffset } = selection.getRangeAt(0)
  before.setStart(within.closest('bdi') ?? within, 0)
  before.setEnd(startContainer, startOffset)
  return { words, at: before.toString().length, within }
}

/** The words of an entry that were selected before the last press, which itself ends a selection; null where none were. */
export function useSelectedWords(): (no: string) => Pick<Selected, 'words' | 'at'> | null {
  const noted = useRef<Selected | null>(null)
  useEffect(() => {
    const note = () => {
      noted.current = selectedNow()
    }
    window.addEventListener('pointerdown', note, true)
    window.addEventListener('keydown', note, true)
    return () => {
      window.removeEventListener('pointerdown', note, true)
      window.removeEventListener('keydown', note, true)
    }
  }, [])
  return (no) => (noted.current?.within.closest(`[id="e${no}"]`) ? noted.current : null)
}

'use client'
// The keyboard shortcuts of a replay. They are off while typing and in menus, and a focused control keeps its own keys, except the
// scrubber: there too the arrows go from statement to statement.
import { useEffect, useRef } from 'react'

const ELSEWHERE = 'textarea, select, [contenteditable=true], [role=dialog], [role=menu], input[type=text]'
const PRESSED_BY_SPACE = 'button, a[href], summary, input[type=checkbox]'
const MOVED_BY_ARROWS = 'input[type=radio]'

export type ReplayKey = 'toggle' | 'previous' | 'next' | 'previous-phase' | 'next-phase' | 'first' | 'last'

export function useReplayKeys(act: (key: ReplayKey) => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event)
      const target = event.target instanceof Element ? event.target : null
      const own = key === 'toggle' ? PRESSED_BY_SPACE : MOVED_BY_ARROWS
      if (!key || target?.closest(`${ELSEWHERE}, ${own}`)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(key)
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}

function keyOf({ key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): ReplayKey | null {
  if (altKey || ctrlKey || metaKey || isComposing) return null
  switch (key) {
    case ' ':
      return 'toggle'
    case 'ArrowLeft':
      return 'previous'
    case 'ArrowRight':
      return 'next'
    case 'PageUp':
      return 'previous-phase'
    case 'PageDown':
      return 'next-phase'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}

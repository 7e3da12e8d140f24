'use client'
// The selected tab: it follows the URL, the student's choice and, unless they are typing, the phase.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomTab } from '#room/phase-screens.ts'
import { readHash, tabForPhase, tabsIn } from '#room/room-tabs.ts'
import type { SeatView } from '#room/seat-view.ts'

export type TabChoice = {
  place: RoomTab
  places: readonly RoomTab[]
  go: (place: RoomTab) => void
  /** The tab of a phase that started while the student was typing in another tab; null when there is none. */
  called: RoomTab | null
}

export function useRoomTab({ state, delegation }: SeatView): TabChoice {
  const places = tabsIn(state, delegation)
  const fitting = tabForPhase(state, delegation)
  const [chosen, setChosen] = useState<RoomTab>(() => readHash(window.location.hash)?.place ?? fitting)
  const [called, setCalled] = useState<RoomTab | null>(null)
  const place = places.includes(chosen) ? chosen : 'record'

  const go = useCallback((to: RoomTab) => {
    setChosen(to)
    setCalled(null)
    if (readHash(window.location.hash)?.place !== to || readHash(window.location.hash)?.entry)
      window.history.pushState(null, '', `#${to}`)
  }, [])

  useEffect(() => {
    const follow = () => {
      const address = readHash(window.location.hash)
      if (!address) return
      setChosen(address.place)
      if (address.entry) {
        const { entry } = address
        requestAnimationFrame(() => document.getElementById(entry)?.scrollIntoView({ block: 'center' }))
      }
    }
    follow()
    window.addEventListener('hashchange', follow)
    window.addEventListener('popstate', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
      window.removeEventListener('popstate', follow)
    }
  }, [])

  const phase = state.agenda.index
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (isWriting()) setCalled(fitting)
    else go(fitting)
  }, [phase, fitting, go])

  return { place, places, go, called: called === place ? null : called }
}

/** Whether the focus is in a text field that holds text, or in the fields of a position: switching tabs would then interrupt it. */
function isWriting(): boolean {
  const focus = document.activeElement
  if (focus?.closest('[data-own-form]')) return true
  if (focus instanceof HTMLTextAreaElement) return focus.value !== ''
  return focus instanceof HTMLInputElement && ['text', 'search'].includes(focus.type) && focus.value !== ''
}

'use client'
// The place a student is in: it follows the address, their choice, and the phase, unless they are writing.
// It must not know what stands in a place.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AtTable } from '#room/at-table.ts'
import type { Place } from '#room/phase-screens.ts'
import { addressOf, fittingPlace, placesIn } from '#room/places.ts'

export type Placed = {
  place: Place
  places: readonly Place[]
  go: (place: Place) => void
  /** Where the phase calls while somebody writes elsewhere; null when they are there. */
  called: Place | null
}

export function usePlace({ state, delegation }: AtTable): Placed {
  const places = placesIn(state, delegation)
  const fitting = fittingPlace(state, delegation)
  const [chosen, setChosen] = useState<Place>(() => addressOf(window.location.hash)?.place ?? fitting)
  const [called, setCalled] = useState<Place | null>(null)
  const place = places.includes(chosen) ? chosen : 'record'

  const go = useCallback((to: Place) => {
    setChosen(to)
    setCalled(null)
    if (addressOf(window.location.hash)?.place !== to || addressOf(window.location.hash)?.entry)
      window.history.pushState(null, '', `#${to}`)
  }, [])

  useEffect(() => {
    const follow = () => {
      const address = addressOf(window.location.hash)
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

/** Whether the focus is where words are typed. */
function isWriting(): boolean {
  const focus = document.activeElement
  if (focus instanceof HTMLTextAreaElement) return focus.value !== ''
  return focus instanceof HTMLInputElement && ['text', 'search'].includes(focus.type) && focus.value !== ''
}

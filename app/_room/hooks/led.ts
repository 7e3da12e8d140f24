'use client'
// Leads the reader to where owed work is done: the tab and the panel in it follow, and the control itself, once it is on the page, is brought
// to the top and gets the focus. A field for words leaves it to its heading, so that no keyboard of the screen comes up by itself.
import { createContext, type RefObject, useContext, useEffect, useRef } from 'react'
import type { WhereDone, WorkPlace } from '#simulation/reading/homework/where-done'
import { bringTo } from './bring-to'

export type Leading = Readonly<{
  /** Where the reader is being led; null once they are there. */
  led: WhereDone | null
  lead: (where: WhereDone) => void
  arrived: () => void
}>

const nothing = () => undefined
export const LeadingContext = createContext<Leading>({ led: null, lead: nothing, arrived: nothing })

export const useLeading = (): Leading => useContext(LeadingContext)

/** For a panel that shows one thing of several: `show` chooses what the reader is led to. */
export function useLedTo(place: WorkPlace, show: (where: WhereDone) => void): void {
  const { led } = useLeading()
  const newest = useRef(show)
  newest.current = show
  useEffect(() => {
    if (led?.place === place) newest.current(led)
  }, [led, place])
}

/** What can take the focus without words being typed into it. */
const NO_WORDS = 'input[type="range"]:not(:disabled), input[type="radio"]:not(:disabled)'

/** Of a control that the reader may be led to; it has the focus itself (`tabIndex` −1) where it holds no heading with `data-heading`. */
export function useArrival<E extends HTMLElement>(isHere: (where: WhereDone) => boolean): RefObject<E | null> {
  const control = useRef<E>(null)
  const { led, arrived } = useLeading()
  const here = led !== null && isHere(led)
  useEffect(() => {
    if (!here) return
    // After what else comes with the new tab: it starts at its top.
    const frame = requestAnimationFrame(() => {
      const { current } = control
      if (current) bringTo(current)
      const focused =
        current?.querySelector<HTMLElement>('[data-heading]') ?? current?.querySelector<HTMLElement>(NO_WORDS)
      ;(focused ?? current)?.focus({ preventScroll: true })
      arrived()
    })
    return () => cancelAnimationFrame(frame)
  }, [here, arrived])
  return control
}

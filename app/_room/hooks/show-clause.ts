'use client'
// Leads to one clause of the joint text, from a button that stands outside it: whichever panel shows the text then shows that clause.
import { useEffect } from 'react'

const panels = new Set<(clause: string) => void>()

export function showClause(clause: string): void {
  for (const show of panels) show(clause)
}

/** For a panel that shows one clause at a time. */
export function useShownClause(show: (clause: string) => void): void {
  useEffect(() => {
    panels.add(show)
    return () => {
      panels.delete(show)
    }
  }, [show])
}

'use client'
// Which tab is open, whether the score sheet is, and what digits do: they give levels or send injects.
import { useState } from 'react'
import type { DeskTab } from './desk-parts'

export type DeskLayout = {
  wide: boolean
  tab: DeskTab
  setTab: (tab: DeskTab) => void
  /** Opens a tab; in the wide layout, which has none, it opens or folds the score sheet. */
  toTab: (tab: DeskTab) => void
  scoring: boolean
  setScoring: (scoring: boolean) => void
  /** Whether digits give levels; else they send injects. In the tabbed layout the open tab decides. */
  digits: boolean
  /** Whether the keys were last used on the score sheet. */
  keyed: boolean
  setKeyed: (keyed: boolean) => void
  /** The keys are used on the score sheet, which opens for them. */
  toScores: () => void
}

export function useDeskLayout(wide: boolean): DeskLayout {
  const [tab, setTab] = useState<DeskTab>('record')
  const [keyed, setKeyed] = useState(false)
  const [open, setOpen] = useState(false)
  const scoring = wide ? open : tab === 'score'
  return {
    wide,
    tab,
    setTab,
    toTab: (to) => {
      if (!wide) setTab(to)
      else if (to === 'score') setOpen(!scoring)
    },
    scoring,
    setScoring: setOpen,
    digits: wide ? keyed && scoring : tab === 'score',
    keyed,
    setKeyed,
    toScores: () => {
      setKeyed(true)
      if (wide) setOpen(true)
    },
  }
}

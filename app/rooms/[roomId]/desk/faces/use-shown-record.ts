'use client'
// Which entries the desk's record lists, and which of them the keys act on.
import { useMemo, useState } from 'react'
import type { Score } from '#marks/use-score.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { isOf, isOffered } from '#simulation/reading/marks/evidence'
import type { DeskView } from '../scoring/desk-view'
import { useParagraphs } from './desk-record'

export type ShownRecord = {
  shown: readonly Paragraph[]
  /** The selected entry. */
  focused: string | null
  focus: (no: string) => void
  /** The entry the keys act on: the selected one, else the newest that can be evidence. */
  atHand: Paragraph | undefined
  /** Selects the entry before or after the one at hand, without those of procedure. */
  step: (by: 1 | -1) => void
  caucuses: boolean
  setCaucuses: (caucuses: boolean) => void
  /** Whether only entries of the score sheet's subject are listed. */
  only: boolean
  setOnly: (only: boolean) => void
}

export function useShownRecord(desk: DeskView, { subject }: Score): ShownRecord {
  const [focused, setFocused] = useState<string | null>(null)
  const [caucuses, setCaucuses] = useState(false)
  const [only, setOnly] = useState(false)
  const { state } = desk
  const all = useParagraphs(desk, caucuses || only)
  const shown = useMemo(
    () => (only && subject ? all.filter((entry) => isOffered(state, entry) && isOf(state, subject, entry)) : all),
    [all, only, subject, state],
  )
  const atHand = shown.find(({ no }) => no === focused) ?? shown.findLast((entry) => isOffered(state, entry))
  const step = (by: 1 | -1) => {
    const words = shown.filter(({ kind }) => kind !== 'procedure')
    const at = words.findIndex(({ no }) => no === atHand?.no)
    const to = words[focused === null ? at : at + by]
    if (to) setFocused(to.no)
  }
  return { shown, focused, focus: setFocused, atHand, step, caucuses, setCaucuses, only, setOnly }
}

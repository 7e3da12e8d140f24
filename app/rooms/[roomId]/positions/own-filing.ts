'use client'
// Which filing a person's form is open for. It follows the phase, but not while they are in the form: the chair who ends a caucus must
// not take a field from under somebody's hands.
import { useEffect, useState } from 'react'
import type { Filing } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/kernel/room-state'
import { filingNow } from '#simulation/reading/filings'

/** Marks the fields of a form that nobody else may close: those that hold unsent words. */
export const OWN_FORM = { 'data-own-form': '' }

type OwnFiling = {
  filing: Filing | null
  /** The caucus has ended while the person was in the form; their words can be read and nothing can be filed. */
  ended: boolean
  leave: () => void
}

export function useOwnFiling(state: RoomState): OwnFiling {
  const now = filingNow(state)
  const [open, setOpen] = useState(now)
  const same = JSON.stringify(open) === JSON.stringify(now)
  useEffect(() => {
    if (same || (open !== null && isInOwnForm())) return
    setOpen(now)
  }, [same, open, now])
  return { filing: open, ended: open !== null && !same, leave: () => setOpen(now) }
}

const isInOwnForm = (): boolean => document.activeElement?.closest('[data-own-form]') != null

/** Another filing is another form: without it the round chosen in the last one would be looked for in this one. */
export const filingKey = ({ stage, rounds }: Filing): string => `${stage} ${rounds.join(' ')}`

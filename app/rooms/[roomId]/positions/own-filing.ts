'use client'
// Which filing a person's form is open for, whichever tab they are on. It follows the phase, but not while the form holds words of theirs
// that nobody else has, or their hands: the chair who ends a caucus must not take these from under their hands. Once the words can be used
// no more the page goes on and says so, and they lie beneath the positions (left-words.tsx).
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { hasOwnForm, isInOwnFields } from '#room/hooks/form-focus.ts'
import { readUnsettled, settle, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { held } from '#room/table/own-page.ts'
import { type Filing, filing } from '#simulation/agenda/plan'
import type { DelegationId, TensionKey } from '#simulation/kernel/ids'
import { filingNow, isFilingOver } from '#simulation/reading/log/filings'
import { positionDraft } from '#simulation/wire/draft-forms'
import { positionDraftKey } from '#simulation/wire/draft-key'
import { hasOpenSheet } from '#ui/over/opened-sheet.ts'
import { isShown, isUnsent } from './position-draft'

export type OwnFiling = {
  filing: Filing | null
  /** The caucus has ended while the form held the person's words; these can be read and nothing can be filed. */
  ended: boolean
  leave: () => void
}

const opened = z.nullable(filing)

/** `onLeft` hears once of a round whose words were not filed and have left the page. */
export function useOwnFiling(
  { state, roomId, person, delegation }: SeatView,
  onLeft: (round: TensionKey) => void = () => undefined,
): OwnFiling {
  const calls = delegation === null ? null : filingNow(state)
  const [open, setOpen] = useLocalStorage({ roomId, person }, 'filing', opened, null)
  const drafts = (open?.rounds ?? []).flatMap((round) => {
    const what = open && positionDraftKey(round, open.stage)
    const draft = what && readUnsettled({ roomId, person }, what, positionDraft)
    return what && draft ? [{ round, what, draft }] : []
  })
  const unsent =
    open === null || delegation === null
      ? []
      : drafts.filter(({ round, draft }) => isUnsent(state, { round, stage: open.stage, delegation }, draft))
  const isMine =
    open !== null &&
    delegation !== null &&
    !isFilingOver(state, open) &&
    (unsent.length > 0 || hasOwnForm('position') || isInOwnFields() || hasOpenSheet())
  const filed = held(open, calls, isMine)
  const same = JSON.stringify(filed) === JSON.stringify(open)
  useEffect(() => {
    // What the delegation has is safe: another's newer draft in its place makes it nobody's unsent words again.
    for (const { round, what, draft } of drafts)
      if (open && delegation && isShown(state, { round, stage: open.stage, delegation }, draft))
        settle({ roomId, person }, what)
    if (same) return
    setOpen(filed)
    const [left] = unsent
    if (left && open && isFilingOver(state, open)) onLeft(left.round)
  })
  return {
    filing: filed,
    ended: filed !== null && JSON.stringify(filed) !== JSON.stringify(calls),
    leave: () => setOpen(calls),
  }
}

/**
 * Another filing is another form: without it the round chosen in the last one would be looked for in this one. So is another delegation's, into
 * which the chair moves somebody: what it has filed is not what their old form began with.
 */
export const filingKey = ({ stage, rounds }: Filing, delegation: DelegationId): string =>
  `${delegation} ${stage} ${rounds.join(' ')}`

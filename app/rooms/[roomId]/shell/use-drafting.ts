'use client'
// What the composer holds: a statement, or the opening that falls to this seat, for which the delegation's position stands beside the empty
// field (T8). Whichever holds the person's own words stays until they send or clear it: when a
// turn ends, or begins, no letter of theirs is taken from the field.
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { isIn } from '#room/hooks/form-focus.ts'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { held } from '#room/table/own-page.ts'
import { type Composing, isOwn, useStatementDraft } from '#room/words/statement-draft.ts'
import { tensionKey } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { filingOf } from '#simulation/reading/log/filings'
import { intentAsked } from '#simulation/reading/log/queue'
import { roundToOpen } from '#simulation/reading/positions/openers'
import { openingDraftKey, STATEMENT_DRAFT } from '#simulation/wire/draft-key'
import { hasOpenSheet } from '#ui/over/opened-sheet.ts'
import { STATEMENT_FORM } from '../floor/composer'

/** The round of the opening that the composer holds; null while it holds a statement. */
const composing = z.nullable(tensionKey)

export function useDrafting({ state, roomId, person, seat, delegation }: SeatView): Composing {
  const calls = roundToOpen(state, seat.id)
  const [open, setOpen] = useLocalStorage({ roomId, person }, 'composing', composing, null)
  const round = open ?? calls
  const positionIn = (of: typeof round) =>
    of === null || delegation === null ? '' : (filingOf(state, of, 'opening', delegation).filed?.position.text ?? '')
  const asked = intentAsked(state, seat.id)
  const statement = useStatementDraft(roomId, person, STATEMENT_DRAFT, asked)
  const opening = useStatementDraft(roomId, person, openingDraftKey(round ?? ''), asked)
  const own = isOwn(open === null ? statement.draft : opening.draft)
  const inHand = own || isIn(`#${STATEMENT_FORM}`)
  const holds = held(open, calls, inHand || hasOpenSheet())
  useEffect(() => {
    if (holds !== open) setOpen(holds)
  })
  const { draft, change, clear } = holds === null ? statement : opening
  const position = positionIn(calls)
  const takePosition =
    position === '' || draft.text.includes(position)
      ? null
      : () => change({ text: [draft.text, position].filter(Boolean).join('\n\n').slice(0, LIMITS.statement) })
  return { draft, change, clear, inHand, position, takePosition }
}

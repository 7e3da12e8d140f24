'use client'
// The position a student is writing for a round: stored on this device as typed, begun from what the delegation has.
import { useMemo, useState } from 'react'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { DelegationId, FilingStage, TensionKey } from '#simulation/kernel/ids'
import { filingOf, formStart } from '#simulation/reading/log/filings'
import type { Position } from '#simulation/shapes/positions'
import type { RoomState } from '#simulation/state/room-state'
import { type PositionDraft, positionDraft } from '#simulation/wire/draft-forms'
import { positionDraftKey } from '#simulation/wire/draft-key'

export type PositionDrafting = {
  draft: PositionDraft
  change: (change: Partial<PositionDraft>) => void
  /** The draft as a position to submit; null until a value on the axis is chosen. */
  words: Position | null
  /** Whether these words are the person's own, typed on this device, and not yet those that the form began with. */
  touched: boolean
}

/**
 * `start` is taken when the form opens and not again: what others file or propose later is told beside the form and never changes it.
 * A form that is opened anew begins with the newest, unless the person has written something.
 */
export function usePositionDraft(
  { roomId, person }: Pick<SeatView, 'roomId' | 'person'>,
  round: TensionKey,
  stage: FilingStage,
  start: Position,
): PositionDrafting {
  const [begun] = useState<PositionDraft>(start)
  const [kept, set, touched] = useLocalStorage({ roomId, person }, positionDraftKey(round, stage), positionDraft, begun)
  const draft = touched ? kept : begun
  return useMemo(
    () => ({ draft, change: (part) => set({ ...draft, ...part }), words: positionIn(draft), touched }),
    [draft, set, touched],
  )
}

const positionIn = ({ value, text, redLine, anchors, guesses }: PositionDraft): Position | null =>
  value === null ? null : { value, text: text.trim(), redLine: redLine.trim(), anchors, guesses }

type DraftPlace = { round: TensionKey; stage: FilingStage; delegation: DelegationId }

/** Whether the delegation has these words, filed or as its newest draft. */
export function isShown(state: RoomState, { round, stage, delegation }: DraftPlace, draft: PositionDraft): boolean {
  const { filed, draft: newest } = filingOf(state, round, stage, delegation)
  const words = positionIn(draft)
  return words !== null && [filed, newest].some((known) => known !== null && samePosition(words, known.position))
}

/** Whether these are words of the person's own that nobody else has: neither shown, nor only what the form begins with. */
export function isUnsent(state: RoomState, place: DraftPlace, draft: PositionDraft): boolean {
  const words = positionIn(draft)
  if (words === null) return draft.text.trim() !== '' || draft.redLine.trim() !== ''
  const { position } = formStart(state, place.round, place.stage, place.delegation)
  return !isShown(state, place, draft) && !samePosition(words, position)
}

export const samePosition = (left: Position | null, right: Position | null): boolean =>
  JSON.stringify(left && ordered(left)) === JSON.stringify(right && ordered(right))

const ordered = ({ value, text, redLine, anchors, guesses }: Position) => [
  value,
  text,
  redLine,
  anchors,
  Object.entries(guesses).sort(([left], [right]) => (left < right ? -1 : 1)),
]

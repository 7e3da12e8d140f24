'use client'
// The position a student is writing for a round: stored on this device as typed, initialised from the delegation's newest version.
import { useMemo } from 'react'
import * as z from 'zod/mini'
import type { SeatView } from '#room/seat-view.ts'
import { useLocalStorage } from '#room/use-local-storage.ts'
import type { Stage, TensionKey } from '#simulation/kernel/ids'
import { anchors, axisValue, delegationId } from '#simulation/kernel/ids'
import type { PositionFile } from '#simulation/kernel/room-state'
import type { Position } from '#simulation/topics/positions/schemas'
import { positionDraftKey } from '#simulation/wire/draft-key'

const positionDraft = z.strictObject({
  value: z.nullable(axisValue),
  text: z.string(),
  redLine: z.string(),
  anchors,
  guesses: z.record(delegationId, axisValue),
})
type PositionDraft = z.infer<typeof positionDraft>

const EMPTY: PositionDraft = { value: null, text: '', redLine: '', anchors: [], guesses: {} }

export type PositionDrafting = {
  draft: PositionDraft
  change: (change: Partial<PositionDraft>) => void
  /** The draft as a position to submit; null until a value on the axis is chosen. */
  words: Position | null
}

export function usePositionDraft(
  { roomId, person }: Pick<SeatView, 'roomId' | 'person'>,
  round: TensionKey,
  stage: Stage,
  file: PositionFile,
): PositionDrafting {
  const [kept, set, found] = useLocalStorage({ roomId, person }, positionDraftKey(round, stage), positionDraft, EMPTY)
  const draft = found ? kept : (newestOf(file) ?? EMPTY)
  return useMemo(() => {
    const { value, text, redLine, anchors, guesses } = draft
    return {
      draft,
      change: (part) => set({ ...draft, ...part }),
      words: value === null ? null : { value, text: text.trim(), redLine: redLine.trim(), anchors, guesses },
    }
  }, [draft, set])
}

/** The delegation's newest version for this round, filed or proposed. */
export function newestOf({ filed, draft }: PositionFile): Position | null {
  if (filed && (!draft || filed.at >= draft.at)) return filed.position
  return draft?.position ?? null
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

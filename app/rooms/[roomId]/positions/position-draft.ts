'use client'
// The position a student is writing for a round: stored on this device as typed, begun from what the delegation has.
import { useMemo, useState } from 'react'
import * as z from 'zod/mini'
import type { SeatView } from '#room/seat-view.ts'
import { useLocalStorage } from '#room/use-local-storage.ts'
import type { Stage, TensionKey } from '#simulation/kernel/ids'
import { anchors, axisValue, delegationId } from '#simulation/kernel/ids'
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
  stage: Stage,
  start: Position,
): PositionDrafting {
  const [begun] = useState<PositionDraft>(start)
  const [kept, set, touched] = useLocalStorage({ roomId, person }, positionDraftKey(round, stage), positionDraft, begun)
  const draft = touched ? kept : begun
  return useMemo(() => {
    const { value, text, redLine, anchors, guesses } = draft
    return {
      draft,
      change: (part) => set({ ...draft, ...part }),
      words: value === null ? null : { value, text: text.trim(), redLine: redLine.trim(), anchors, guesses },
      touched,
    }
  }, [draft, set, touched])
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

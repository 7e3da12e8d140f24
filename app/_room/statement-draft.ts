'use client'
// The statement a student is writing, stored on this device as typed.
import { useCallback, useMemo } from 'react'
import * as z from 'zod/mini'
import type { Anchor } from '#simulation/kernel/ids'
import { anchors, intent } from '#simulation/kernel/ids'
import { useLocalStorage } from './use-local-storage'

const statementDraft = z.strictObject({
  text: z.string(),
  intent,
  answers: z.nullable(z.int().check(z.positive())),
  anchors,
})
type StatementDraft = z.infer<typeof statementDraft>

const EMPTY: StatementDraft = { text: '', intent: 'point', answers: null, anchors: [] }

export type Drafting = {
  draft: StatementDraft
  change: (change: Partial<StatementDraft>) => void
  clear: () => void
}

/** `what` names the draft where a person writes several side by side. */
export function useStatementDraft(roomId: string, person: string, what = 'statement'): Drafting {
  const [draft, set] = useLocalStorage({ roomId, person }, what, statementDraft, EMPTY)
  const change = useCallback((part: Partial<StatementDraft>) => set({ ...draft, ...part }), [draft, set])
  const clear = useCallback(() => set(EMPTY), [set])
  return useMemo(() => ({ draft, change, clear }), [draft, change, clear])
}

/** The draft as an answer to an entry: the default intent becomes that of an answer, a chosen intent stays. */
export const answering = (draft: StatementDraft, entry: number): Partial<StatementDraft> => ({
  answers: entry,
  intent: draft.intent === 'point' ? 'build-on' : draft.intent,
})

export const anchorKey = (anchor: Anchor): string => (typeof anchor === 'string' ? anchor : anchor.source)

export function withAnchor(list: readonly Anchor[], anchor: Anchor): Anchor[] {
  const key = anchorKey(anchor)
  return list.some((known) => anchorKey(known) === key)
    ? list.filter((known) => anchorKey(known) !== key)
    : [...list, anchor].slice(0, 8)
}

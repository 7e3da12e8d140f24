'use client'
// The statement a student is writing, stored on this device as typed.
import { useCallback, useMemo } from 'react'
import type { Anchor, Intent } from '#simulation/kernel/ids'
import { type StatementDraft, statementDraft } from '#simulation/wire/draft-forms'
import { useLocalStorage } from '../hooks/use-local-storage'

const EMPTY: StatementDraft = { text: '', intent: null, answers: null, anchors: [] }

/** Whether anything is in a draft. */
export const isOwn = ({ text, answers, anchors }: StatementDraft): boolean =>
  text.trim() !== '' || answers !== null || anchors.length > 0

export type Drafting = {
  draft: StatementDraft & { intent: Intent }
  change: (change: Partial<StatementDraft>) => void
  clear: () => void
}

/** What the composer holds. */
export type Composing = Drafting & {
  /** Whether it holds words, or the person's focus. */
  inHand: boolean
  /** What the delegation filed, for an opener; else empty. */
  position: string
  /** Puts the delegation's position beneath what is written, for an opener in whose words it does not stand; else null. */
  takePosition: (() => void) | null
}

/** `what` names the draft where a person writes several side by side; `asked` is the intent with which they have asked for the floor. */
export function useStatementDraft(
  roomId: string,
  person: string,
  what = 'statement',
  asked: Intent = 'point',
): Drafting {
  const [draft, set] = useLocalStorage({ roomId, person }, what, statementDraft, EMPTY)
  const change = useCallback((part: Partial<StatementDraft>) => set({ ...draft, ...part }), [draft, set])
  const clear = useCallback(() => set(EMPTY), [set])
  return useMemo(
    () => ({ draft: { ...draft, intent: draft.intent ?? asked }, change, clear }),
    [draft, asked, change, clear],
  )
}

export const anchorKey = (anchor: Anchor): string => (typeof anchor === 'string' ? anchor : anchor.source)

export function withAnchor(list: readonly Anchor[], anchor: Anchor): Anchor[] {
  const key = anchorKey(anchor)
  return list.some((known) => anchorKey(known) === key)
    ? list.filter((known) => anchorKey(known) !== key)
    : [...list, anchor].slice(0, 8)
}

'use client'
// One press hides: the words of a line are taken off at once with the usual reason, and for ten seconds another press brings them back.
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useNow } from '#room/hooks/use-now.ts'
import { bringsBackUntil, hidePress, type Struck } from '#simulation/reading/log/strikes'
import type { RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import type { StrikeAct } from './strike-line'

/** The reason of words that were hidden, until the chair gives another. */
const REASON = 'not-fit'

/** Hides what stands under a name, or brings back what was just hidden there; false where neither can be done. */
export function useHide(state: RoomState, now: () => number, act: StrikeAct): (entry: string) => boolean {
  const t = useTranslations('off.strike')
  return useCallback(
    (entry) => {
      const press = hidePress(state, entry, now())
      if (press === 'hide') void act({ type: 'strikeWords', entry, words: 'all', reason: REASON })
      if (press === 'back') void act({ type: 'putWordsBack', entry, reason: t('undoReason') })
      return press !== null
    },
    [state, now, act, t],
  )
}

type HideButtonProps = { entry: string; name: string; onHide: (entry: string) => void }

export function HideButton({ entry, name, onHide }: HideButtonProps) {
  const t = useTranslations('off.hide')
  return (
    <Button size="dense" aria-label={t('of', { name })} onClick={() => onHide(entry)}>
      {t('do')}
    </Button>
  )
}

type BringBackProps = HideButtonProps & { off: readonly Struck[]; now: () => number }

/** The way back, with the seconds that are left for it; nothing once they are over. */
export function BringBack({ entry, name, off, now, onHide }: BringBackProps) {
  const t = useTranslations('off.hide')
  const until = bringsBackUntil(off)
  const left = Math.ceil(((until ?? 0) - useNow(now, 1_000)) / 1_000)
  if (left <= 0) return null
  return (
    <Button size="dense" keys="X" onClick={() => onHide(entry)}>
      {t('back', { left })}
      <VisuallyHidden>{name}</VisuallyHidden>
    </Button>
  )
}

'use client'
// What would be filed for whom if the caucus ended now. The chair reads it before ending a caucus early.
import { useTranslations } from 'next-intl'
import { useFiledByEnd } from '#record/entries/filed-by-end.ts'
import { filedByEnd } from '#simulation/reading/room/phase-end'
import type { RoomState } from '#simulation/state/room-state'
import { partiesOf } from '#ui/words/delegations.ts'

/** The delegations whose heads have not filed everything, each with how it will stand; null where all have, or nothing is filed now. */
export function useForetold(state: RoomState): string | null {
  const t = useTranslations('desk.positions')
  const list = useFiledByEnd()(partiesOf(state.plan), filedByEnd(state))
  return list === null ? null : t('foretold', { list })
}

export function ForetoldLine({ state, className }: { state: RoomState; className?: string | undefined }) {
  const line = useForetold(state)
  return line === null ? null : <p className={className}>{line}</p>
}

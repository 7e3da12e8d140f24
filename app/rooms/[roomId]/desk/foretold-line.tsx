'use client'
// What would be filed for whom if the caucus ended now. The chair reads it before ending a caucus early.
import { useFormatter, useTranslations } from 'next-intl'
import type { RoomState } from '#simulation/kernel/room-state'
import { foretold } from '#simulation/reading/filings'
import { delegationIn } from '#ui/delegations.ts'

/** The delegations whose heads have not filed everything, each with how it will stand; null where all have, or nothing is filed now. */
export function useForetold(state: RoomState): string | null {
  const t = useTranslations('desk.positions')
  const format = useFormatter()
  const rest = foretold(state).filter(({ how }) => how !== 'filed')
  const kinds = [...new Set(rest.map(({ delegation, how }) => `${delegation} ${how}`))]
  const parts = kinds.flatMap((kind) => {
    const same = rest.filter(({ delegation, how }) => `${delegation} ${how}` === kind)
    const [first] = same
    if (!first) return []
    const capital = delegationIn(state.plan, first.delegation)?.capital ?? ''
    return [t(`stands.${first.how}`, { capital, count: same.length })]
  })
  return parts.length === 0 ? null : t('foretold', { list: format.list(parts, { type: 'unit' }) })
}

export function ForetoldLine({ state, className }: { state: RoomState; className?: string | undefined }) {
  const line = useForetold(state)
  return line === null ? null : <p className={className}>{line}</p>
}

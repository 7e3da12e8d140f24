// In which rounds the gap was widest, in words; of several as wide all are named, or none where they are many.
import { useFormatter, useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import type { TensionKey } from '#simulation/kernel/ids'
import type { Extreme } from '#simulation/reading/record/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { beginning, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import { asTopic } from './inside-sentence'

export function useWidest({ plan }: RoomState): (widest: Extreme<TensionKey>) => string {
  const t = useTranslations('record.widest')
  const format = useFormatter()
  return ({ at, value, of, stands }) => {
    const words = {
      gap: beginning(partiesOf(plan).focus.name),
      distance: unsigned(value),
      count: at.length,
      of,
      topics: format.list(at.map((key) => asTopic(roundOf(plan, key)?.title ?? key))),
    }
    if (of === 1) return t('only', words)
    if (at.length === of) return t('even', words)
    return t(stands === 'many' ? 'many' : 'some', words)
  }
}

'use client'
// How a seat is called where seats of several delegations stand in one list: "Belmora: Finance Minister, second chair".
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { RoomPlan, SeatPlan } from '#simulation/agenda/plan'
import { delegationIn } from '#ui/words/delegations.ts'

type Named = Pick<SeatPlan, 'title' | 'mirrors' | 'delegation'>

/** The name with its delegation, in full or short. A second chair says so: two equal lines could not be told apart. */
export function useSeatName(
  plan: Pick<RoomPlan, 'delegations'> | undefined,
  country: 'name' | 'short' = 'name',
): (seat: Named) => string {
  const t = useTranslations('common.seatName')
  return useCallback(
    ({ title, mirrors, delegation }) => {
      const office = mirrors === null ? title : t('second', { title })
      const side = delegationIn(plan, delegation)
      return side ? t('office', { country: side[country], title: office }) : t('observer', { title: office })
    },
    [t, plan, country],
  )
}

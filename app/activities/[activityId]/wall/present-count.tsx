'use client'
// How many students are here, in the bar; how many tables, while that is not known.
import { useTranslations } from 'next-intl'
import { known } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import { presentIn, roomsNow, takingPart } from '#simulation/reading/positions/several-rooms'

export function PresentCount({ activityId, tables }: { activityId: string; tables: number }) {
  const t = useTranslations('wall')
  const told = useActivity(activityId, (view) =>
    known(view, ({ rooms, people }) => ({
      here: presentIn(rooms),
      people: takingPart(people),
      unplaced: roomsNow(rooms, people).unplaced,
      rooms: rooms.length,
    })),
  )
  return <span>{told.kind === 'fresh' ? t('present', told.what) : t('presentThen', { rooms: tables })}</span>
}

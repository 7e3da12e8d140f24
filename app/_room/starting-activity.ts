'use client'
// What lobby and wall hand the dialog that asks before a start: the tables from their summaries, and the seats that the lots gave, as commands.
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { PersonId } from '#simulation/kernel/ids'
import { peopleIn } from '#simulation/reading/positions/several-rooms'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { ActivityRoom, ActivityView } from './link/activity-view'
import { useActivity } from './link/use-activity'
import type { Starting } from './start-dialog'

export const startingOf = ({ name, summary }: ActivityRoom): Starting => ({
  name,
  unseated: summary.status === 'lobby' ? summary.unseated : [],
  open: summary.before.open,
  lots: summary.before.lots,
})

/** Those who have come in and wait for a table. */
export const unplacedIn = ({ people }: Pick<ActivityView, 'people'>): readonly PersonId[] =>
  peopleIn(people, null).map(({ id }) => id)

/** The commands that seat people as the dialog showed it. */
export const seatingOf = (
  rooms: readonly ActivityRoom[],
  shown: readonly Starting[],
): { room: ActivityRoom; command: ClientCommand }[] =>
  rooms.flatMap((room) =>
    shown.flatMap(({ name, lots }) =>
      name === room.name ? lots.map((lot) => ({ room, command: { type: 'placePerson' as const, ...lot } })) : [],
    ),
  )

/** The name of anybody in the activity; the function changes only when somebody's name does. */
export function useNames(activityId: string): (person: PersonId) => string {
  const t = useTranslations('seating')
  const people = useActivity(activityId, (view) => view.people)
  return useCallback((id: PersonId) => people.get(id)?.name ?? t('someone'), [people, t])
}

/**
 * What a student is asked and told of their seat before the class: the offices they would take, and the seat prepared for them. Each reads
 * and writes their own alone; who they are is their place on the roster.
 */

import type { DelegationPlan } from '#simulation/agenda/parties'
import type { SeatPlan } from '#simulation/agenda/plan'
import { type SeatId, seatId } from '#simulation/kernel/ids'
import { type HowSeated, howSeated } from '#simulation/seating/prepared-seats'
import type { KeptDraw } from '#simulation/wire/seating'
import { UNDELETED } from '../access/undeleted'
import { readStarted } from '../activities/rooms'
import { database } from '../database'
import { readPlans } from '../log/room-plans'
import { keptDraw } from './prepared-seating'

export type OwnSeating = {
  activityId: string
  title: string
  courseTitle: string
  name: string
  delegations: readonly DelegationPlan[]
  /** Every office once, by its first chair. */
  offices: readonly SeatPlan[]
  choosing: boolean
  ranks: readonly SeatId[]
  /** The seat prepared for them, once the instructor shows it. */
  seat: { plan: SeatPlan; table: string; how: HowSeated; draw: KeptDraw | null } | null
}

const ofUser = (userId: string) => ({
  userId,
  course: { ...UNDELETED, activities: { some: { seatingPlan: { isNot: null } } } },
})

/** The seminars in which this user is asked for offices or told their seat; none once its first phase has started. */
export async function readOwnSeatings(userId: string): Promise<OwnSeating[]> {
  const places = await database().rosterPlace.findMany({
    where: ofUser(userId),
    select: {
      id: true,
      name: true,
      course: {
        select: {
          title: true,
          activities: {
            where: {
              ...UNDELETED,
              kind: 'seminar',
              broughtAt: null,
              seatingPlan: { OR: [{ choosing: true }, { shown: true }] },
            },
            orderBy: { createdAt: 'desc' },
            select: {
              id: true,
              title: true,
              seatingPlan: true,
              rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true } },
            },
          },
        },
      },
    },
  })
  const asked = places.flatMap(({ course, ...place }) =>
    course.activities.map((activity) => ({ place, course, activity })),
  )
  const rooms = asked.flatMap(({ activity }) => activity.rooms.map(({ id }) => id))
  const own = asked.map(({ place, activity }) => ({ rosterPlaceId: place.id, activityId: activity.id }))
  const [plans, started, choices, seats] = await Promise.all([
    readPlans(rooms),
    readStarted(rooms),
    database().seatChoice.findMany({ where: { OR: own } }),
    database().preparedSeat.findMany({ where: { OR: own } }),
  ])
  return asked.flatMap(({ place, course, activity }): OwnSeating[] => {
    const plan = plans.get(activity.rooms[0]?.id ?? '')
    if (!plan || !activity.seatingPlan || activity.rooms.some(({ id }) => started.has(id))) return []
    const isOwn = (row: { rosterPlaceId: string; activityId: string }) =>
      row.rosterPlaceId === place.id && row.activityId === activity.id
    const prepared = activity.seatingPlan.shown ? seats.find(isOwn) : undefined
    const seat = prepared && plans.get(prepared.roomId)?.seats.find(({ id }) => id === prepared.seat)
    return [
      {
        ...{ activityId: activity.id, title: activity.title, courseTitle: course.title, name: place.name },
        delegations: plan.delegations,
        offices: plan.seats.filter(({ mirrors, delegation }) => mirrors === null && delegation !== null),
        choosing: activity.seatingPlan.choosing,
        ranks: (choices.find(isOwn)?.offices ?? []).map((one) => seatId.parse(one)),
        seat:
          prepared && seat
            ? {
                plan: seat,
                table: activity.rooms.find(({ id }) => id === prepared.roomId)?.name ?? '',
                how: howSeated.parse(prepared.how),
                draw: keptDraw(activity.seatingPlan.draw),
              }
            : null,
      },
    ]
  })
}

/** Stores the offices this user would take; an office that the seminar does not have, or a time when nobody is asked, is refused. */
export async function chooseOffices(
  userId: string,
  activityId: string,
  offices: readonly SeatId[],
): Promise<'stored' | 'not-asked'> {
  const own = (await readOwnSeatings(userId)).find((one) => one.activityId === activityId)
  if (!own?.choosing || !offices.every((office) => own.offices.some(({ id }) => id === office))) return 'not-asked'
  const place = await database().rosterPlace.findFirst({
    where: { userId, course: { activities: { some: { id: activityId } } } },
    select: { id: true },
  })
  if (!place) return 'not-asked'
  const stored = { offices: [...offices], chosenAt: new Date() }
  await database().$transaction([
    database().seatChoice.upsert({
      where: { activityId_rosterPlaceId: { activityId, rosterPlaceId: place.id } },
      create: { activityId, rosterPlaceId: place.id, ...stored },
      update: stored,
    }),
    // A draw that was made on the page from the choices of before is refused, because it would not be what was shown.
    database().seatingPlan.update({ where: { activityId }, data: { version: { increment: 1 } } }),
  ])
  return 'stored'
}

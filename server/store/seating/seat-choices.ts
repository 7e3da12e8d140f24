/**
 * What a student is asked and told of their seat before the class: the offices they would take, and the seat prepared for them. Each reads
 * and writes their own alone; who they are is their place on the roster, or the one under which the seminar's door let them in.
 */

import { type SeatId, seatId } from '#simulation/kernel/ids'
import { howSeated } from '#simulation/seating/prepared-seats'
import type { OwnSeating } from '#simulation/wire/seating'
import { database } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { ActivitySettings } from '../activities/activity-settings'
import { readStarted } from '../activities/rooms'
import { readPlans } from '../log/room-plans'
import { keptDraw } from './prepared-seating'

type OwnPlace = { id: string; name: string }

/**
 * Of the seminars that ask or show: those of the courses whose roster ties this user to a name, as a personal link and an account do; and
 * those that they came in to by the door for the roster, which asked for proof, under a name that nobody is tied to. What such a guest
 * reads and writes is that seminar's alone, and ends when they are removed: who only knows somebody's number becomes them nowhere else.
 */
async function readAsked(userId: string) {
  const cameIn = { userId, removedAt: null, rosterPlace: { userId: null } }
  const activities = await database().activity.findMany({
    where: {
      ...{ ...UNDELETED_ACTIVITY, kind: 'seminar', broughtAt: null },
      AND: [
        { seatingPlan: { OR: [{ choosing: true }, { shown: true }] } },
        { OR: [{ course: { roster: { some: { userId } } } }, { participants: { some: cameIn } }] },
      ],
    },
    orderBy: { createdAt: 'desc' },
    select: {
      ...{ id: true, title: true, settings: true, seatingPlan: true },
      rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true } },
      course: { select: { title: true, roster: { where: { userId }, select: { id: true, name: true } } } },
      participants: { where: cameIn, select: { rosterPlace: { select: { id: true, name: true } } } },
    },
  })
  return activities.flatMap(({ course: { roster, ...course }, participants, settings, ...activity }) => {
    const proved = ActivitySettings.parse(settings).door === 'roster' ? participants : []
    const places: OwnPlace[] = roster.length > 0 ? roster : proved.flatMap(({ rosterPlace }) => rosterPlace ?? [])
    return places.map((place) => ({ place, course, activity }))
  })
}

/** The seminars in which this user is asked for offices or told their seat; none once its first phase has started. */
export async function readOwnSeatings(userId: string): Promise<OwnSeating[]> {
  const asked = await readAsked(userId)
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
        ...{ activityId: activity.id, title: activity.title, courseTitle: course.title },
        ...{ place: place.id, name: place.name },
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

/** Whether a seminar waits for this user to name the offices they would take. */
export const isAskedForOffices = async (userId: string): Promise<boolean> =>
  (await readOwnSeatings(userId)).some(({ choosing, ranks }) => choosing && ranks.length === 0)

/** Stores the offices this user would take; an office that the seminar does not have, or a time when nobody is asked, is refused. */
export async function chooseOffices(
  userId: string,
  activityId: string,
  offices: readonly SeatId[],
): Promise<'stored' | 'not-asked'> {
  const own = (await readOwnSeatings(userId)).find((one) => one.activityId === activityId)
  if (!own?.choosing || !offices.every((office) => own.offices.some(({ id }) => id === office))) return 'not-asked'
  const stored = { offices: [...offices], chosenAt: new Date() }
  await database().$transaction([
    database().seatChoice.upsert({
      where: { activityId_rosterPlaceId: { activityId, rosterPlaceId: own.place } },
      create: { activityId, rosterPlaceId: own.place, ...stored },
      update: stored,
    }),
    // A draw that was made on the page from the choices of before is refused, because it would not be what was shown.
    database().seatingPlan.update({ where: { activityId }, data: { version: { increment: 1 } } }),
  ])
  return 'stored'
}

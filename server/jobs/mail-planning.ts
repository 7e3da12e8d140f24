/**
 * Plans the mails about dates of every homework debate that runs: reminders long before they are due, and news of a moved date soon after
 * it. Both follow from the log, so that a pass that is left out, or made twice, neither loses nor doubles one.
 */
import { type PersonId, personId } from '#simulation/kernel/ids'
import { annotationNews } from '#simulation/reading/annotations'
import { mailsOf } from '#simulation/reading/mails'
import { NOTHING_BESIDE } from '#simulation/reading/news'
import { reviewTime } from '#simulation/reading/peer-reviews'
import { viewerOf } from '#simulation/secrecy/hearing'
import { database } from '../base/database'
import { UNDELETED_ACTIVITY } from '../store/access/deleted'
import { ActivitySettings } from '../store/activities/activity-settings'
import { zoneOf } from '../store/activities/course-zone'
import { readRoomState } from '../store/log/room-reading'
import { writeMails } from '../store/mail/outbox'
import { readReviewDebts } from '../store/marks/peer-review-rows'
import { readThreads } from '../store/rooms/stored-threads'
import { morningAfter } from './mail-hours'

/**
 * Plans anew for each room with rows, annotations, or peer reviews that were given or set otherwise, that this planner has not seen; and when its
 * peer reviews begin and when they are over.
 */
export class MailPlanner {
  readonly #seen = new Map<string, { seen: string; until: number }>()

  async plan(now: number): Promise<void> {
    const running = await database().room.findMany({
      where: {
        activity: { kind: 'homework', demo: false, broughtAt: null, archivedAt: null, ...UNDELETED_ACTIVITY },
        summary: { closedAt: null },
      },
      select: { id: true },
    })
    const last = await database().$queryRaw<{ id: string; seen: string }[]>`
      SELECT id, concat((SELECT max(seq) FROM room_event WHERE room_id = room.id), '/',
                        (SELECT max(annotation_comment.at) FROM annotation_comment
                           JOIN annotation ON annotation.id = annotation_id WHERE annotation.room_id = room.id), '/',
                        (SELECT max(given_at) FROM peer_review JOIN participant ON participant.id = reviewer_id
                          WHERE participant.room_id = room.id), '/',
                        (SELECT settings->'grading'->'peer' FROM activity
                           JOIN room AS own ON own.activity_id = activity.id WHERE own.id = room.id)) AS seen
        FROM unnest(${running.map(({ id }) => id)}::text[]) AS room(id)`
    const reviews: Reviews = new Map()
    for (const { id, seen } of last) {
      const known = this.#seen.get(id)
      if (known?.seen === seen && now < known.until) continue
      this.#seen.set(id, { seen, until: await planRoom(id, now, reviews) })
    }
    for (const id of this.#seen.keys()) if (!last.some((room) => room.id === id)) this.#seen.delete(id)
  }
}

type Debts = Awaited<ReturnType<typeof readReviewDebts>>
/** Of each activity, as they were read for the first of its rooms. */
type Reviews = Map<string, Promise<Debts>>

/** Until when what it planned holds, if nothing is written. */
async function planRoom(roomId: string, now: number, reviews: Reviews): Promise<number> {
  const [state, room] = await Promise.all([
    readRoomState(roomId),
    database().room.findUnique({
      where: { id: roomId },
      select: {
        participants: {
          where: { removedAt: null },
          select: { id: true, rosterPlaceId: true, rosterPlace: { select: { timeZone: true } } },
        },
        activity: { select: { id: true, settings: true, course: { select: { timeZone: true } } } },
      },
    }),
  ])
  if (!state || !room) return Number.POSITIVE_INFINITY
  const { activity } = room
  const zone = zoneOf(activity)
  const peer = ActivitySettings.safeParse(activity.settings).data?.grading?.peer
  // The other rooms are read only once the posts of this one are in.
  const own = peer && reviewTime([state], peer)
  const isIn = own && own.opens <= now
  if (isIn && !reviews.has(activity.id)) reviews.set(activity.id, readReviewDebts(activity.id, peer, now))
  const debtOf = isIn ? ((await reviews.get(activity.id)) ?? null) : null
  const threads = (await readThreads([roomId])).get(roomId) ?? []
  const planned = (person: PersonId, own: string) => {
    // As from the whole room: it is looked at again as its reader reads it when the mail is sent.
    const reader = { who: { viewer: viewerOf(state, person), id: person }, state, seq: 0, names: {} }
    const annotations = annotationNews(reader, threads)
    const beside = { ...NOTHING_BESIDE, annotations, reviews: debtOf?.(person) }
    return mailsOf(state, person, now, (at) => morningAfter(at, own), beside)
  }
  const mails = room.participants.flatMap(({ id, rosterPlaceId: placeId, rosterPlace }) =>
    placeId === null
      ? []
      : planned(personId.parse(id), rosterPlace?.timeZone ?? zone).flatMap(({ kind, key, dueAt }) => {
          // A reminder whose moment has passed comes too late to be planned: whoever was given the work in between knows of it.
          const isPast = (kind === 'dueDay' || kind === 'dueHours') && dueAt <= now
          return isPast ? [] : [{ kind, key, dueAt, placeId, participantId: id }]
        }),
  )
  await writeMails(database(), mails)
  const [one] = room.participants
  const time = (one && debtOf?.(one.id)) ?? own
  return Math.min(...(time ? [time.opens, time.closes].filter((at) => at > now) : []), Number.POSITIVE_INFINITY)
}

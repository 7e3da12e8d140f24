/**
 * Plans the mails about dates of every homework debate that runs: reminders long before they are due, and news of a moved date soon after
 * it. Both follow from the log, so that a pass that is left out, or made twice, neither loses nor doubles one.
 */

import { mailsOf } from '#simulation/beside/mails'
import { NOTHING_BESIDE } from '#simulation/beside/news'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { annotationNews } from '#simulation/reading/record/annotations'
import { viewerOf } from '#simulation/secrecy/hearing'
import { database } from '../base/database'
import { UNDELETED_ACTIVITY } from '../store/access/deleted'
import { ActivitySettings, asSwitched } from '../store/activities/activity-settings'
import { zoneOf } from '../store/activities/course-zone'
import { readThreads } from '../store/beside/annotations/stored-threads'
import { planningBeside, seenBeside } from '../store/beside/known-beside'
import { readRoomState } from '../store/log/room-reading'
import { writeMails } from '../store/mail/outbox'
import { morningAfter } from './mail-hours'

/**
 * Plans anew for each room with rows that this planner has not seen, with something new beside its log, or graded otherwise; and when
 * something beside it begins or is over.
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
                        ${seenBeside()}, '/',
                        (SELECT settings->'grading' FROM activity
                           JOIN room AS own ON own.activity_id = activity.id WHERE own.id = room.id)) AS seen
        FROM unnest(${running.map(({ id }) => id)}::text[]) AS room(id)`
    const beside = planningBeside(now)
    for (const { id, seen } of last) {
      const known = this.#seen.get(id)
      if (known?.seen === seen && now < known.until) continue
      this.#seen.set(id, { seen, until: await planRoom(id, now, beside) })
    }
    for (const id of this.#seen.keys()) if (!last.some((room) => room.id === id)) this.#seen.delete(id)
  }
}

/** Until when what it planned holds, if nothing is written. */
async function planRoom(roomId: string, now: number, planBeside: ReturnType<typeof planningBeside>): Promise<number> {
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
  const chosen = ActivitySettings.safeParse(activity.settings).data?.grading
  const grading = chosen ? asSwitched(chosen) : null
  const { of, turns } = await planBeside({ activityId: activity.id, grading, state })
  const threads = (await readThreads([roomId])).get(roomId) ?? []
  const planned = (person: PersonId, own: string) => {
    // As from the whole room: it is looked at again as its reader reads it when the mail is sent.
    const reader = { who: { viewer: viewerOf(state, person), id: person }, state, seq: 0, names: {} }
    const annotations = annotationNews(reader, threads)
    const beside = { ...NOTHING_BESIDE, ...of(person), annotations }
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
  return Math.min(...turns.filter((at) => at > now), Number.POSITIVE_INFINITY)
}

/** The entries that staff of a course named as exemplars, of all its rooms and brought records that a member of the staff reads. */

import { plainParagraphs } from '#simulation/reading/log/transcript'
import { type ShownThread, wordsOf } from '#simulation/reading/record/annotations'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { readRoomFor } from '../rooms/room-for-reader'
import { readThreadsFor } from './annotations'

/** `words` are those that it is about, or the whole entry's; `by` is the office and the side that said them. */
export type Exemplar = { thread: ShownThread; words: string | null; by: string | null }
export type ExemplarsOf = { room: { id: string; name: string }; activity: string; exemplars: readonly Exemplar[] }

/** By room, those with none left out. */
export async function readExemplars(user: Requester, courseId: string): Promise<readonly ExemplarsOf[]> {
  const rooms = await database().room.findMany({
    where: { activity: { courseId, ...UNDELETED_ACTIVITY }, annotations: { some: { exemplar: true } } },
    orderBy: [{ activity: { createdAt: 'desc' } }, { ordinal: 'asc' }],
    select: { id: true, name: true, activity: { select: { title: true } } },
  })
  const found: ExemplarsOf[] = []
  for (const { id, name, activity } of rooms) {
    const reading = await readRoomFor(user, id)
    // Where somebody of the staff takes part themselves, they read as a student.
    if (reading?.viewer.kind !== 'chair') continue
    const threads = (await readThreadsFor(user, reading)).filter(({ exemplar }) => exemplar)
    const entries = new Map(plainParagraphs(reading.state).map((entry) => [entry.no, entry]))
    const exemplars = threads.flatMap((thread) => {
      const entry = entries.get(thread.entry)
      if (!entry) return []
      const { delegations, seats } = reading.state.plan
      const office = seats.find(({ id: seat }) => seat === entry.seat)?.title
      const side = delegations.find(({ id: delegation }) => delegation === entry.delegation)?.name
      const by = [office, side].flatMap((part) => part ?? []).join(', ')
      return [{ thread, words: thread.span?.quote ?? wordsOf(entry), by: by === '' ? null : by }]
    })
    if (exemplars.length > 0) found.push({ room: { id, name }, activity: activity.title, exemplars })
  }
  return found
}

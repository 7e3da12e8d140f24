/** What has happened for somebody in their activities (H22), and up to when they have read it. */

import { countUnread, type NewsItem, type NewsMark, NOTHING_READ, newsOf, readUpTo } from '#simulation/beside/news'
import type { KnownBeside } from '#simulation/beside/slices'
import { personId } from '#simulation/kernel/ids'
import { readableFrom } from '#simulation/reading/marks/regrades'
import { database } from '../../base/database'
import { readOwnBeside } from '../beside/known-beside'
import { readRegrades } from '../marks/regrade-rows'
import type { Person } from '../people/users'
import { type OwnRoom, readOwnRooms } from './own-rooms'

export type OwnNews = NewsItem & { place: OwnRoom }

/** Of all their activities. */
export async function readNewsIn(
  rooms: readonly OwnRoom[],
  known: ReadonlyMap<string, KnownBeside>,
  now: number,
): Promise<OwnNews[]> {
  const ids = rooms.map(({ participantId }) => participantId)
  const regrades = await readRegrades({ id: { in: ids } })
  return rooms.flatMap((place) => {
    const person = personId.parse(place.participantId)
    const releasedAt = place.releasedAt?.getTime() ?? null
    const answered = readableFrom(regrades.get(person) ?? [], place.releases)
    const { annotations } = place
    const beside = { ...known.get(person), annotations, releasedAt, regrades: answered }
    return newsOf(place.debate, person, now, beside).map((item) => ({ ...item, place }))
  })
}

export async function readNewsMark(userId: string): Promise<NewsMark> {
  const found = await database().newsRead.findUnique({ where: { userId } })
  return found ? { upTo: found.upTo.getTime(), since: found.since.getTime() } : NOTHING_READ
}

/** They have been shown all that came up to `at`, ms since 1970. */
export async function markNewsRead(userId: string, at: number): Promise<void> {
  const { upTo, since } = readUpTo(await readNewsMark(userId), at)
  const mark = { upTo: new Date(upTo), since: new Date(since) }
  await database().newsRead.upsert({ where: { userId }, create: { userId, ...mark }, update: mark })
}

/** How much of their news they have not read. */
export async function countOwnNews(user: Pick<Person, 'id' | 'isAdmin'>): Promise<number> {
  const [rooms, mark] = await Promise.all([readOwnRooms(user), readNewsMark(user.id)])
  const now = Date.now()
  return countUnread(await readNewsIn(rooms, await readOwnBeside(rooms, now), now), mark)
}

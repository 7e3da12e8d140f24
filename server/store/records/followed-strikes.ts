/**
 * What is off in a record and still stands in a room that plays on from a moment of it (K10): staff who steer that room are told, and take
 * it off there by one press.
 */
import { type StrikeThere, strikesToFollow } from '#simulation/engine/shared-words'
import { roomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { database } from '../../base/database'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { commandAsChair } from '../activities/chair-commands'
import { readRoom } from '../log/room-reading'
import { readKin } from './shared-past'
import { auditStrike } from './strike-audit'

/** A room in which words still stand that are off in the one it plays on from. */
export type WordsStanding = {
  roomId: string
  name: string
  activity: string
  /** Whether it is the room that was asked about. */
  here: boolean
  /** Under so many numbers and places. */
  count: number
}

/** For this room, and for those that play on from it; none for somebody who does not steer it. */
export async function readStanding(user: Requester, room: string): Promise<WordsStanding[]> {
  const standing = await strikesOf(user, room)
  return standing.map(({ strikes, ...one }) => ({ ...one, count: strikes.length }))
}

/** Takes all of it off. False for a room that this person does not steer. */
export async function followStrikesAs(user: Requester, input: unknown): Promise<boolean> {
  const room = rowId.safeParse(input)
  const access = room.success ? await accessRoom(user, room.data) : null
  if (!room.success || !access || !may(access.as, 'steer-room')) return false
  for (const { roomId: target, strikes } of await strikesOf(user, room.data))
    for (const strike of strikes) {
      const command = { type: 'strikeWords', ...strike } as const
      const asked = { room: roomId.parse(target), chairId: user.id, source: 'follow', command } as const
      const done = await database().$transaction((on) => commandAsChair(on, asked), { timeout: MINUTE_MS })
      if (done.ok) auditStrike(command, user.id, target)
    }
  return true
}

async function strikesOf(user: Requester, room: string) {
  const found = await accessRoom(user, room)
  if (!found || !may(found.as, 'steer-room')) return []
  const own = { id: room, name: found.room.name, activity: found.activity.title }
  const standing: (Omit<WordsStanding, 'count'> & { strikes: readonly StrikeThere[] })[] = []
  for (const { place, shared, ...kin } of await readKin(room)) {
    if (place === 'beside') continue
    const [from, to] = place === 'after' ? [own, kin] : [kin, own]
    const other = await accessRoom(user, kin.id)
    if (!other || !may(other.as, 'steer-room')) continue
    const [{ log }, { rows, state }] = await Promise.all([readRoom(from.id), readRoom(to.id)])
    const strikes = state ? strikesToFollow(log, { rows, state }, shared) : []
    if (strikes.length > 0)
      standing.push({ roomId: to.id, name: to.name, activity: to.activity, here: place === 'before', strikes })
  }
  return standing
}

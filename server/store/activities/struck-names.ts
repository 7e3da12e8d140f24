/**
 * Takes the name of a guest off, and puts it back. From then on the guest is called by the number of their seat, as an erased person is.
 * Pages, transcripts, files and searches all read the name from the row that is changed here, so nothing else has to be told.
 */
import { z } from 'zod'
import { audit } from '#server/base/audit'
import { seatNumberIn } from '#simulation/agenda/plan'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { seatHeldBy } from '#simulation/state/room-state'
import { type Database, database, notify } from '../../base/database'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { readRoomState } from '../log/room-reading'
import { freeName, nameKey } from '../people/names'
import { holdActivity } from './participants'

/** `not-a-guest`: the name is an account's or the roster's. `nothing-changed`: it is off already, or no name was taken off. */
export type NameRefusal = 'not-found' | 'not-a-guest' | 'nothing-changed'
/** `name`: what the person is called now. */
export type NameAnswer = { ok: true; name: string } | { ok: false; refusal: NameRefusal }

const NameRequest = z.strictObject({ roomId: rowId, person: personId })
type NameRequest = z.infer<typeof NameRequest>

/**
 * `called` puts the number of a seat into words; 0 for a person without a seat. `not-found` for a room that this user does not steer, and
 * for a person who is not placed in it.
 */
export async function takeNameOffAs(
  user: Requester,
  input: unknown,
  called: (number: number) => string,
): Promise<NameAnswer> {
  return renameGuest(user, input, 'name-struck', async ({ roomId, person }, { name, struckName }) =>
    struckName === null ? { name: called(await seatNumberOf(roomId, person)), struckName: name } : null,
  )
}

/** Puts the name back that was taken off, with a number after it where somebody else has come in under it since. */
export async function putNameBackAs(user: Requester, input: unknown): Promise<NameAnswer> {
  return renameGuest(user, input, 'name-put-back', async (_, { struckName }) =>
    struckName === null ? null : { name: struckName, struckName: null },
  )
}

async function seatNumberOf(roomId: string, person: PersonId): Promise<number> {
  const state = await readRoomState(roomId)
  return state ? seatNumberIn(state.plan, seatHeldBy(state, person)?.id ?? null) : 0
}

type Names = { name: string; struckName: string | null }

/** Gives a guest the names that `change` makes of the present ones; null changes nothing. */
async function renameGuest(
  user: Requester,
  input: unknown,
  what: 'name-struck' | 'name-put-back',
  change: (asked: NameRequest, before: Names) => Promise<Names | null>,
): Promise<NameAnswer> {
  const read = NameRequest.safeParse(input)
  if (!read.success) return refused('not-found')
  const asked = read.data
  const access = await accessRoom(user, asked.roomId)
  if (!access || !may(access.as, 'steer-room')) return refused('not-found')
  const activityId = access.activity.id
  const answer = await database().$transaction(async (on) => {
    await holdActivity(on, activityId)
    const guest = await on.participant.findFirst({
      where: { id: asked.person, activityId, roomId: asked.roomId },
      select: { userId: true, name: true, struckName: true, rosterPlaceId: true, user: { select: { kind: true } } },
    })
    if (!guest) return refused('not-found')
    if (guest.user.kind !== 'guest' || guest.rosterPlaceId !== null) return refused('not-a-guest')
    const names = await change(asked, guest)
    if (names === null) return refused('nothing-changed')
    const name = freeName(names.name, await readOtherNames(on, activityId, asked.person))
    await on.participant.update({
      where: { id: asked.person },
      data: { name, nameKey: nameKey(name), struckName: names.struckName },
    })
    // What the door calls them on their own device, and under which they would come in again.
    await on.user.update({ where: { id: guest.userId }, data: { name } })
    await notify(on, 'door', activityId)
    return { ok: true, name } as const
  })
  if (answer.ok) audit({ what, by: user.id, to: asked.person, in: asked.roomId })
  return answer
}

const refused = (refusal: NameRefusal) => ({ ok: false, refusal }) as const

async function readOtherNames(on: Database, activityId: string, person: string): Promise<Set<string>> {
  const others = await on.participant.findMany({
    where: { activityId, id: { not: person } },
    select: { nameKey: true },
  })
  return new Set(others.map((one) => one.nameKey))
}

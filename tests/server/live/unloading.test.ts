/**
 * A room that was unloaded while it was still saving or reading: the one that is loaded after it hears of what was saved, and the pages
 * of that one hear of everything once. Nobody comes into the unloaded one.
 */
import { describe, expect, test } from 'vitest'
import { Absences } from '#server/live/absences'
import { Broadcaster } from '#server/live/broadcaster'
import { Joins } from '#server/live/joins'
import type { LiveRoom } from '#server/live/live-room'
import { DoorNewsCache } from '#server/live/pages/door-news-cache'
import { realTime } from '#server/live/saving/time'
import { Subscriptions } from '#server/live/subscriptions'
import { readDoorNews } from '#server/store/door/door-news'
import { participantActor, personId } from '#simulation/kernel/ids'
import { type LastHeard, PROTOCOL } from '#simulation/wire/protocol'
import { givenHouse } from './given/given-classroom'
import { givenConnection, type Sent } from './given/given-connection'
import { newId, until } from './given/given-page'
import { givenRoom, type InSession } from './given/given-room'

const house = givenHouse()

/** The room unloaded with one command still on its way to the log, and loaded anew. */
async function unloadedWhileSaving() {
  const before = await givenRoom(house.url())
  let save: () => void = () => undefined
  before.log.gate = new Promise((opened) => {
    save = opened
  })
  const saved = before.ask(before.chair, { type: 'writeInject', headline: 'News', text: 'While nobody was there' })
  before.rooms.release(before.session, 1_000)
  await before.time.moveTo(before.time.now() + 1_000, async () => undefined)
  expect(before.rooms.find(before.id)).toBeUndefined()
  const after = await before.rooms.open(before.id)
  if (!after) throw new Error('The room has no log.')
  return { before, after, save, saved }
}

/** What a page is sent that follows this live room. */
function follow(broadcaster: Broadcaster, live: LiveRoom, { id }: InSession): Sent[] {
  const { connection, sent } = givenConnection()
  const person = personId.parse('somebody')
  broadcaster.members.add({
    connection,
    live,
    viewer: { kind: 'stage' },
    person,
    actor: participantActor(person),
    userId: 'somebody',
    roomName: id,
    since: 0,
  })
  return sent
}

const givenBroadcaster = () =>
  new Broadcaster({
    time: realTime,
    publicUrl: 'http://localhost',
    roomLeft: () => undefined,
    end: () => undefined,
  })

describe('a room that was unloaded', () => {
  test('I3 what it still saves, the one that was loaded after it hears of', async () => {
    const { before, after, save, saved } = await unloadedWhileSaving()
    expect(after.room.seq).toBe(before.room.seq)
    save()
    expect(await saved).toEqual({ ok: true, seq: after.room.seq + 1 })
    await until(() => expect(after.room.rows).toEqual(before.room.rows))
  })

  test('I3 it tells nobody who follows the one that was loaded after it', async () => {
    const { before, after, save, saved } = await unloadedWhileSaving()
    const broadcaster = givenBroadcaster()
    const heard = follow(broadcaster, after, before)
    save()
    await saved
    const rows = before.room.rows.slice(-1)
    const state = before.room.state
    if (!state) throw new Error('The room is empty.')
    broadcaster.tell(before.session, rows, state, state)
    broadcaster.showPresenceSoon(before.session)
    expect(heard).toEqual([])
    broadcaster.tell(after, rows, state, state)
    expect(heard.map(({ event }) => event)).toEqual(['tell'])
    await new Promise((passed) => setTimeout(passed, 1_100))
    expect(heard.map(({ event }) => event)).toEqual(['tell'])
  })

  test('I3 a page that asked for it, and waited while it was unloaded, is to ask again', async () => {
    const { rooms, session, time, chair, id, log } = await givenRoom(house.url())
    const broadcaster = givenBroadcaster()
    const door = new DoorNewsCache(realTime, readDoorNews, () => undefined)
    const joins = new Joins({ rooms, broadcaster, door, absences: new Absences({ now: realTime.now, rooms, door }) })
    const subscriptions = new Subscriptions({ door, isClosing: () => false })
    const { connection } = givenConnection(chair.slice('chair:'.length))
    const ask = (after: LastHeard | null) =>
      new Promise<unknown>((answered) => {
        const asked = { protocol: PROTOCOL, roomId: id, as: 'self', after }
        void subscriptions.ask(connection, asked, answered, joins)
      })
    // A page that comes from a server that was ahead waits until the log is read, which here takes a while.
    log.unreadable = 2
    const ahead = ask({ seq: session.room.seq + 1, commandId: newId() })
    await until(() => expect(log.unreadable).toBe(0))
    rooms.release(session, 0)
    await time.moveTo(time.now() + 1, async () => undefined)
    expect(rooms.find(id)).toBeUndefined()
    await time.moveTo(time.now() + 1_000, async () => undefined)
    expect(await ahead).toEqual({ ok: false, refusal: 'try-again' })
    expect(await ask(null)).toHaveProperty('ok', true)
  })
})

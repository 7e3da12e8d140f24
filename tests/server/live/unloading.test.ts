/**
 * A room that was unloaded while it was still saving or reading: the one that is loaded after it hears of what was saved, and the pages
 * of that one hear of everything once.
 */
import { describe, expect, test } from 'vitest'
import { Broadcaster } from '#server/live/broadcaster'
import type { Connection } from '#server/live/connection'
import type { LiveRoom } from '#server/live/rooms'
import { Throttle } from '#server/live/throttle'
import { realTime } from '#server/live/time'
import { participantActor, personId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { givenHouse } from './given-classroom'
import { until } from './given-page'
import { givenRoom, type InSession } from './given-room'

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

/** A page of a live room, with what it is sent. */
function follow(broadcaster: Broadcaster, live: LiveRoom, { id }: InSession): string[] {
  const heard: string[] = []
  const socket = {
    isOpen: true,
    send: (event: string) => void heard.push(event),
    onMessage: () => undefined,
    onClose: () => undefined,
    disconnect: () => undefined,
    allow: () => undefined,
  }
  const person = personId.parse('somebody')
  const once = { burst: 1, perSecond: 1 }
  const connection: Connection = {
    socket,
    identity: {
      user: { id: 'somebody', kind: 'guest', name: 'Mei', email: null, isAdmin: false },
      sessionId: 'session',
    },
    signIn: { isAlive: true, release: () => undefined },
    submits: new Throttle(once, Date.now),
    joins: new Throttle(once, Date.now),
    member: null,
    latestJoin: 0,
  }
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
  return heard
}

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
    const broadcaster = new Broadcaster({
      time: realTime,
      fullSeconds: realTime,
      publicUrl: 'http://localhost',
      roomLeft: () => undefined,
      activityLeft: () => undefined,
    })
    const heard = follow(broadcaster, after, before)
    save()
    await saved
    const rows: readonly Recorded[] = before.room.rows.slice(-1)
    const state = before.room.state
    if (!state) throw new Error('The room is empty.')
    broadcaster.tell(before.session, rows, state, state)
    broadcaster.showPresenceSoon(before.session)
    expect(heard).toEqual([])
    broadcaster.tell(after, rows, state, state)
    expect(heard).toEqual(['tell'])
    await new Promise((passed) => setTimeout(passed, 1_100))
    expect(heard).toEqual(['tell'])
  })
})

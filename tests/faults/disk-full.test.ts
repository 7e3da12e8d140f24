/** A database whose disk is full: it answers, it reads, and it takes nothing. Nobody's words are lost and nobody hammers at it. */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { openRoomLog } from '#server/store/log/room-log'
import {
  closeHouse,
  givenClass,
  givenPage,
  givenStudent,
  openHouse,
  SECRET,
  seat,
} from '../server/live/given-classroom'
import { live, openLink } from '../server/live/given-link'
import { accepted, until } from '../server/live/given-page'
import { useFreshDatabase } from '../support/database'
import { attemptsIn, fillUp, makeRoom } from '../support/full-disk'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

test('L1 L9 while the disk is full words wait on their pages and the room is read; with room again each is kept once', async () => {
  const of = await givenClass()
  const house = await openHouse(fresh.url())
  const { cookie } = await givenStudent(of, 'Mei')
  const link = openLink({ address: house.address, origin: house.address, roomId: of.roomId, cookie })
  const chair = await givenPage(house, of.chairCookie, of.roomId)
  onTestFinished(async () => {
    link.stop()
    chair.socket.disconnect()
    await closeHouse(house)
  })
  await live(link)
  accepted(await link.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  await fillUp(fresh.url())
  const words = ['one', 'two', 'three']
  const answers = words.map((text) => link.view.submit({ type: 'speakInCaucus', text }))
  await wait(2_000)
  expect(link.view.waiting.map(({ status }) => status.kind)).toEqual(['sending', 'sending', 'sending'])
  const newcomer = await givenPage(house, of.chairCookie, of.roomId)
  expect(newcomer.state.agenda).toEqual({ index: 0, status: 'running' })
  newcomer.socket.disconnect()
  const attempts = await attemptsIn(fresh.url())
  expect(attempts).toBeGreaterThan(1)
  expect(attempts).toBeLessThan(20)

  await makeRoom(fresh.url())
  for (const answer of await Promise.all(answers)) accepted(answer)
  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(of.roomId)
  await log.close()
  expect(rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))).toEqual(words)
  await until(() => expect(link.view.waiting).toEqual([]))
})

/** A room that cannot save says so to everybody, refuses what would come too late, and says when it can again. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { registry } from '#server/base/metrics'
import { DatabaseWatch } from '#server/live/saving/database-watch'
import { STALLED_MS } from '#server/live/saving/saving-watch'
import { isTooLate } from '#server/live/submitting'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { MOMENT_MS, savingMessage } from '#simulation/wire/protocol'
import { fillUp, makeRoom } from '../../support/machines/full-disk'
import { patience } from '../../support/patience'
import { givenClass, givenHouse, givenPage, givenSeated } from './given/given-classroom'
import { openLink } from './given/given-link'
import { accepted, newId, Page, until } from './given/given-page'
import { givenRoom, HandTime } from './given/given-room'

const house = givenHouse()
const nudge: RoomCommand = { type: 'nudge', to: 'room', text: 'We begin in a minute.' }

test('a room cannot save once its oldest command waits for three seconds, and can when that is answered', async () => {
  const given = await givenRoom(house.url())
  const { saving } = given.room
  const changes: (number | null)[] = []
  saving.changed = () => void changes.push(saving.since)
  let open: () => void = () => undefined
  given.log.gate = new Promise((resolve) => {
    open = resolve
  })
  const asked = given.ask(given.chair, nudge)
  const since = given.time.now()
  const passes = (ms: number) => given.time.moveTo(given.time.now() + ms, async () => undefined)
  await passes(STALLED_MS - 1)
  expect([saving.since, given.rooms.unsavedSince()]).toEqual([null, null])
  await passes(1)
  expect([saving.since, given.rooms.unsavedSince()]).toEqual([since, since])
  const later = given.ask(given.chair, { ...nudge, text: 'In two.' })
  await passes(60_000)
  expect(changes).toEqual([since])
  open()
  accepted(await asked)
  accepted(await later)
  expect(changes).toEqual([since, null])
  expect(given.rooms.unsavedSince()).toBeNull()
  // What is saved at once afterwards is no stall, however long ago the last one was.
  accepted(await given.ask(given.chair, { ...nudge, text: 'Now.' }))
  await passes(60_000)
  expect(changes).toEqual([since, null])
})

test('what makes sense only at once is never done after its page has given it up; words are', async () => {
  const given = await givenRoom(house.url())
  const submit = (command: RoomCommand) => given.ask(given.chair, command)
  accepted(await submit({ type: 'startPhase', index: 0 }))
  // Fails at every try until enough time has passed.
  const until = given.time.now() + MOMENT_MS + 2_000
  const append = given.log.append.bind(given.log)
  given.log.append = (...asked) => {
    if (given.time.now() < until) given.log.trouble.unshift('lost-before')
    return append(...asked)
  }
  const [paused, words] = [submit({ type: 'pauseClock' }), submit(nudge)]
  let over = false
  const answers = await Promise.race([
    Promise.all([paused, words]).finally(() => {
      over = true
    }),
    (async () => {
      while (!over) {
        await given.time.moveTo(given.time.now() + 250, () => new Promise((resolve) => setImmediate(resolve)))
        await wait(1)
      }
    })(),
  ])
  expect(answers).toEqual([
    { ok: false, rejection: 'cannot-save' },
    { ok: true, seq: expect.any(Number) },
  ])
  expect(given.room.state?.clock?.pausedAt).toBeNull()
})

test('the database counts as away once no look has been answered for three seconds, and not because this process stood still', async () => {
  const time = new HandTime(Date.now())
  const said: (number | null)[] = []
  const watch = new DatabaseWatch(time, (since) => void said.push(since))
  const looks = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      time.jumpTo(time.now() + 500)
      watch.asks()
    }
  }
  watch.asks()
  const from = time.now()
  looks(2_500)
  expect(said).toEqual([])
  looks(500)
  expect(said).toEqual([from])
  expect(await registry.metrics()).toMatch(/^track_two_database_up 0$/m)
  looks(60_000)
  watch.answered()
  expect(said).toEqual([from, null])
  expect(await registry.metrics()).toMatch(/^track_two_database_up 1$/m)
  watch.asks()
  time.jumpTo(time.now() + 60_000)
  watch.asks()
  expect(said).toEqual([from, null])
})

test('a silent room says since when the database is away, and of what it has saved or still saves never that it was not done', async () => {
  const given = await givenRoom(house.url())
  const changes: (number | null)[] = []
  given.room.saving.changed = () => void changes.push(given.room.saving.since)
  accepted(await given.ask(given.chair, { type: 'startPhase', index: 0 }))
  const pause = { commandId: newId(), command: { type: 'pauseClock' } } as const
  const resume = { commandId: newId(), command: { type: 'resumeClock' } } as const
  accepted(await given.room.ask(given.chair, pause.commandId, pause.command))
  let open: () => void = () => undefined
  given.log.gate = new Promise((resolve) => {
    open = resolve
  })
  const waits = given.room.ask(given.chair, resume.commandId, resume.command)
  given.rooms.databaseAway(1_000)
  expect(changes).toEqual([1_000])
  expect(isTooLate(given.room, pause)).toBe(false)
  expect(isTooLate(given.room, resume)).toBe(false)
  expect(isTooLate(given.room, { ...resume, commandId: newId() })).toBe(true)
  open()
  accepted(await waits)
  given.rooms.databaseAway(null)
  expect(changes).toEqual([1_000, null])
})

test('while nothing can be saved every page, the stage and a newcomer know since when; what is pressed gets a true answer at once', {
  timeout: patience(60_000),
}, async () => {
  const of = await givenClass()
  const { address } = house.now()
  const mei = await givenSeated(house.now(), of, 'Mei', 'us.state')
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const stage = openLink({ address, origin: address, roomId: of.roomId, cookie: of.chairCookie, as: 'stage' })
  const desk = openLink({ address, origin: address, roomId: of.roomId, cookie: of.chairCookie })
  onTestFinished(() => {
    stage.stop()
    desk.stop()
  })
  const told = (page: Page) => {
    const heard: (number | null)[] = []
    page.socket.on('saving', (message) => void heard.push(savingMessage.parse(message).unsavedSince))
    return heard
  }
  const student = told(mei)
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  await until(() => expect(stage.view.state?.agenda.status).toBe('running'))
  await fillUp(house.url())
  const from = Date.now()
  const words = mei.submit(of.roomId, { type: 'speakInCaucus', text: 'Kept.' })
  await until(() => expect(student).toHaveLength(1), patience(20_000))
  const [since] = student
  expect(since).toBeGreaterThanOrEqual(from)
  await until(() => expect([stage.view.unsavedSince, desk.view.unsavedSince]).toEqual([since, since]))
  expect(house.now().gateway.unsavedSince()).toBe(since)
  expect(await registry.metrics()).toMatch(/^track_two_unsaved_rooms 1$/m)

  const newcomer = await new Page(address, of.chairCookie).connect()
  const heard = told(newcomer)
  expect(await newcomer.join(of.roomId)).toMatchObject({ ok: true, unsavedSince: since })

  expect(await desk.view.submit({ type: 'endPhase', index: 0 })).toEqual({ ok: false, rejection: 'cannot-save' })
  expect(await chair.submit(of.roomId, { type: 'pauseClock' })).toEqual({ ok: false, rejection: 'cannot-save' })
  await makeRoom(house.url())
  accepted(await words)
  await until(() => expect([...student, ...heard]).toEqual([since, null, null]))
  await until(() => expect([stage.view.unsavedSince, desk.view.unsavedSince]).toEqual([null, null]))
  expect(house.now().gateway.unsavedSince()).toBeNull()
  expect(await registry.metrics()).toMatch(/^track_two_unsaved_seconds 0$/m)
  accepted(await desk.view.submit({ type: 'pauseClock' }))
})

/**
 * A canary in each kind of text: struck, it is found nowhere by anybody; redacted, in no byte of the database. The oracle is a search for
 * its letters in whatever anybody is given; it asks no rule.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, notify } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading, readRoom } from '#server/store/log/room-reading'
import { readDebriefFor } from '#server/store/records/debrief-reading'
import { redact } from '#server/store/records/redaction'
import { readStruckWordsAs, strikeAs } from '#server/store/records/strike-service'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { search } from '#server/store/search/search'
import { readHits } from '#server/store/search/search-hits'
import { readSearchScopes } from '#server/store/search/search-scope'
import { EVENTS } from '#simulation/engine/catalogue'
import { CLOCK, commandId, participantActor } from '#simulation/kernel/ids'
import { mayStrike } from '#simulation/reading/log/strikes'
import { recordText } from '#simulation/reading/record/record-text'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import common from '../../app/_messages/en/common.json'
import record from '../../app/_messages/en/record.json'
import transcript from '../../app/_messages/en/transcript.json'
import { readingOf } from '../corpus/reading'
import {
  type Class,
  givenClass,
  givenHouse,
  givenPage,
  givenStudent,
  type Student,
} from '../server/live/given/given-classroom'
import { type Page, until } from '../server/live/given/given-page'
import { chairIn, index } from '../server/record/given-index'
import { STAFF_ALONE, wordSamples } from '../support/files/word-samples'
import { patience } from '../support/patience'

const CANARY = /CANARY/
const house = givenHouse()
let of: Class
let us: Student
let jp: Student
/** Pages that were there before anything was struck. */
let early: Page[]
let places: string[]
const marked = new Set<string>()

beforeAll(async () => {
  of = await givenClass({ rounds: [{ tension: 'framing', seconds: null }] })
  ;[us, jp] = await Promise.all([givenStudent(of, 'Amara Osei'), givenStudent(of, 'Daiki Mori')])
  const desk = await givenPage(house.now(), of.chairCookie, of.roomId)
  for (const [student, seat] of [
    [us, 'us.state'],
    [jp, 'jp.pm'],
  ] as const) {
    const command = { type: 'placePerson', person: student.person, seat } as const
    expect(await desk.submit(of.roomId, command as Parameters<Page['submit']>[1])).toMatchObject({ ok: true })
  }
  await until(() => expect(desk.state.seats).toMatchObject({ 'us.state': { holder: us.person } }))
  await append(desk.state, desk.seq)
  // Words put back among the rows have it join anew.
  await until(() => expect(desk.left).toContain('rejoin'))
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  early = [
    chair,
    await givenPage(house.now(), us.cookie, of.roomId),
    await givenPage(house.now(), jp.cookie, of.roomId),
    await givenPage(house.now(), of.chairCookie, of.roomId, 'stage'),
  ]
  places = placesIn(chair.state)
})
afterAll(closeRoomReading)

async function append(state: RoomState, seq: number): Promise<void> {
  const mark = (place: string) => {
    marked.add(place.slice(0, place.indexOf('.')))
    return `CANARY-${place} call her on 555-0199`
  }
  const clause = state.plan.communique.clauses[0]?.key ?? 'gap'
  const samples = wordSamples({ mark, first: state.record.length + 1, person: us.person, clause })
  const rows = samples.map(
    ({ event, audience }, place): Recorded => ({
      seq: seq + 1 + place,
      at: Date.now(),
      by: event.type === 'NudgeSent' || event.type === 'InjectSent' ? CLOCK : participantActor(us.person),
      commandId: commandId.parse(`canary-row-${place}`),
      audience,
      event,
    }),
  )
  const log = openRoomLog(house.url(), 1)
  expect(await log.append(of.roomId, rows)).toBe('appended')
  await log.close()
  await notify(database(), 'room_written', of.roomId)
}

/** All that can be struck: every entry and every place. */
const placesIn = (state: RoomState): string[] =>
  [...[...state.record, ...state.privateEntries].map(({ no }) => no), ...Object.keys(state.placed)].filter(
    (place, at, all) => all.indexOf(place) === at && mayStrike(state, place),
  )

/** What each of them is given now, by whichever road; the complete record of a chair is the one that may hold it. */
async function everything(): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  const put = (road: string, what: unknown) => given.set(road, typeof what === 'string' ? what : written(what))
  for (const [place, page] of early.entries()) put(`the bytes that page ${place} was sent since`, page.bytes)
  for (const [who, cookie] of [
    ['chair', of.chairCookie],
    ['us', us.cookie],
    ['jp', jp.cookie],
  ] as const)
    for (const as of waysOf(who)) {
      const page = await givenPage(house.now(), cookie, of.roomId, as)
      put(`the answer to ${who} who joins as ${as}`, page.bytes)
      put(`the state of ${who} as ${as}`, page.state)
      if (who === 'chair' && as === 'self') {
        const { activityId } = of
        const ask = { protocol: 9, activityId }
        put('the wall', await page.socket.timeout(patience(10_000)).emitWithAck('watch', ask))
      }
      page.socket.disconnect()
    }
  const users = { chair: of.instructor, us: { id: us.userId, isAdmin: false }, jp: { id: jp.userId, isAdmin: false } }
  for (const [who, user] of Object.entries(users)) {
    const reading = await readRoomFor(user, of.roomId)
    if (!reading) throw new Error(`${who} may not read the room.`)
    const { complete: _, ...shown } = reading
    put(`the transcript and the replay of ${who}`, shown)
    if (who !== 'chair') put(`the file of ${who}`, recordText(shown))
    put(
      `the debrief of ${who}`,
      await readDebriefFor(user, of.roomId).then((read) => read && { ...read, complete: null }),
    )
  }
  // As Markdown and CSV, for the chair, the stage and each side.
  put('the exports', readingOf((await readRoom(of.roomId)).rows, { transcript, record, common }))
  await index(house.url())
  const scopes = await readSearchScopes([us, jp].map(({ person }) => ({ roomId: of.roomId, person })))
  for (const scope of [chairIn(of.roomId), ...scopes])
    for (const query of ['CANARY', '"call her on"', '555-0199']) {
      const { found, total } = await search(query, [scope], { most: 100 })
      put(`a search for ${query} by ${scope.viewer.kind}`, [total === 0 ? '' : 'CANARY', await readHits(found)])
    }
  return given
}
const waysOf = (who: string): readonly ('self' | 'stage')[] => (who === 'chair' ? ['self', 'stage'] : ['self'])
const written = (what: unknown): string =>
  JSON.stringify(what, (_, value: unknown) =>
    value && typeof value === 'object' && Symbol.iterator in value && !Array.isArray(value)
      ? [...(value as Iterable<unknown>)]
      : value,
  ) ?? ''

async function found(): Promise<string[]> {
  return [...(await everything())].flatMap(([road, text]) => {
    const at = text.search(CANARY)
    return at === -1 ? [] : [`${road}: ${text.slice(at, at + 60)}`]
  })
}

/** Every table as text. */
async function dumped(): Promise<string[]> {
  const client = new pg.Client({ connectionString: house.url() })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const holding: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${pg.escapeIdentifier(name)} AS t`)
    for (const { row } of rows) if (CANARY.test(row)) holding.push(`${name}: ${row.slice(0, 200)}`)
  }
  await client.end()
  return holding
}

describe('a canary in each kind of text', () => {
  test('each kind of text that the catalogue knows has one, and everybody who heard it finds it', async () => {
    const kinds = Object.entries(EVENTS).flatMap(([type, { words }]) => (words === null ? [] : [type]))
    expect(kinds.filter((type) => !marked.has(type) && ![...STAFF_ALONE].some((one) => one === type))).toEqual(
      [...['PositionsRevealed', 'CommuniqueIssued', 'CardsTurned']].filter((type) => kinds.includes(type)),
    )
    expect((await found()).length).toBeGreaterThan(10)
    expect(places.length).toBeGreaterThan(20)
  })

  test(
    'L22 struck, it is found nowhere by anybody',
    async () => {
      const [chair] = early
      if (!chair) throw new Error('Nobody is there.')
      for (const page of early) page.bytes = ''
      const report = { type: 'reportLine', entry: places[0] ?? '1', reason: 'out-of-role', text: null } as const
      expect(await early[2]?.submit(of.roomId, report)).toMatchObject({ ok: true })
      const half = Math.floor(places.length / 2)
      for (const [place, entry] of places.entries()) {
        const command = { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' } as const
        // Half from a page without a line to the room. Then the search reads the rest again, which is struck from the desk: a strike
        // of the first kind at the end would have it forget what it should have forgotten before.
        if (place === half) expect((await found()).length).toBeGreaterThan(0)
        // What another strike took as a copy is gone already.
        const answer =
          place >= half
            ? await chair.submit(of.roomId, command)
            : await strikeAs(of.instructor, { roomId: of.roomId, command })
        if (!answer.ok)
          expect(answer).toMatchObject({ rejection: expect.stringMatching(/nothing-to-strike|slow-down|not-joined/) })
        // Strikes from two roads at once may have a page come in anew, which this one does not.
        if (!answer.ok && answer.rejection !== 'nothing-to-strike')
          await strikeAs(of.instructor, { roomId: of.roomId, command })
      }
      const later = await givenPage(house.now(), of.chairCookie, of.roomId)
      await until(() => expect(Object.keys(later.state.strikes).length).toBeGreaterThan(15))
      expect(await found()).toEqual([])
      let readable = 0
      for (const entry of places) {
        const read = await readStruckWordsAs(of.instructor, { roomId: of.roomId, entry })
        if (read.ok && read.words.some((words) => CANARY.test(words))) readable += 1
      }
      expect(readable).toBeGreaterThan(20)
      for (const student of [us, jp])
        expect(
          await readStruckWordsAs({ id: student.userId, isAdmin: false }, { roomId: of.roomId, entry: places[0] }),
        ).toEqual({ ok: false })
      expect(await found()).toEqual([])
    },
    patience(120_000),
  )

  test(
    'L22 redacted, it is in no byte of the database, and the record says so and reads on',
    async () => {
      expect((await dumped()).length).toBeGreaterThan(20)
      // What its writer withdrew nobody can strike any more, and it goes as well.
      const { state } = await readRoom(of.roomId)
      for (const entry of [...places, ...Object.keys(state?.withdrawn ?? {})]) await redact(of.roomId, entry)
      expect(await dumped()).toEqual([])
      expect(await found()).toEqual([])
      const reading = await readRoomFor(of.instructor, of.roomId)
      const whole = reading ? recordText({ ...reading, told: reading.complete ?? [] }) : ''
      expect(whole).not.toMatch(CANARY)
      expect([...whole.matchAll(/\uFFFC[0-9a-f]{64}\uFFFC/g)].length).toBeGreaterThan(20)
      // The live room was read anew: nothing of it is put back.
      const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
      for (const entry of places)
        await strikeAs(of.instructor, { roomId: of.roomId, command: { type: 'putWordsBack', entry, reason: 'Back.' } })
      await until(() => expect(chair.left).toContain('rejoin'))
      expect(await found()).toEqual([])
    },
    patience(120_000),
  )
})

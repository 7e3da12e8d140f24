/** Logs of every past version, put on a real database as they were stored: read, searched, exported, joined and brought back (L18). */
import { afterAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { backfillFacts } from '#server/store/log/facts-backfill'
import { closeRoomReading, readRoom } from '#server/store/log/room-reading'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { search } from '#server/store/search/search'
import { maskedLog } from '#simulation/engine/masked-log'
import { fold } from '#simulation/engine/room'
import { readRow } from '#simulation/engine/versions'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { recordText } from '#simulation/reading/record/record-text'
import { corpusVersions } from '../corpus/archive'
import { frozenLogs, frozenReadings } from '../corpus/frozen'
import { outcome } from '../corpus/work'
import { type Class, givenClass, givenHouse, givenPage } from './live/given/given-classroom'
import { chairIn, index } from './record/given-index'

const house = givenHouse()
afterAll(closeRoomReading)

/** Inserts rows as that version did: without the columns that were added later. */
async function laid(of: Class, version: number, rows: readonly unknown[]): Promise<void> {
  await database().roomEvent.deleteMany({ where: { roomId: of.roomId } })
  await database().roomSummary.deleteMany({ where: { roomId: of.roomId } })
  await database().$executeRaw`
    INSERT INTO room_event (v, room_id, seq, at, by, command_id, part, audience, type, event)
    SELECT ${version}, ${of.roomId}, (row ->> 'seq')::int, to_timestamp((row ->> 'at')::float8 / 1000), row ->> 'by',
           row ->> 'commandId', row_number() OVER (PARTITION BY row ->> 'commandId' ORDER BY (row ->> 'seq')::int) - 1,
           row -> 'audience', row -> 'event' ->> 'type', row -> 'event'
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS row`
}

describe.each(corpusVersions())('L18 the corpus %s on a database', (version) => {
  const readings = new Map(frozenReadings(version).map(({ name, reading }) => [name, reading]))
  // One log of each kind only, because each needs a class of its own.
  const kinds = ['demo', 'first-edition-people', 'homework-week', 'seldom']
  const logs = frozenLogs(version).filter(({ name }) => kinds.includes(name))

  test.each(logs)('$name is read, joined, searched and exported', { timeout: 120_000 }, async ({ name, rows }) => {
    const of = await givenClass()
    await laid(of, Number(version.slice(1)), rows)
    expect(await backfillFacts(house.url(), (_, error) => expect.unreachable(String(error)))).toBe(1)
    const lifted = rows.map((row) => readRow(Number(version.slice(1)), row))
    const plan = fold(lifted)?.plan
    if (!plan) throw new Error('The log is empty.')
    const { kind, agendaKey } = plan
    await database().activity.update({ where: { id: of.activityId }, data: { kind, agendaKey } })
    const shown = maskedLog(lifted).rows
    expect((await readRoom(of.roomId)).rows).toEqual(shown)

    await index(house.url())
    // A word in every sentence is a stop word, which finds nothing.
    const said = readings.get(name)?.words ?? []
    // A sealed post that was opened is found where it was opened.
    const opened = new Set(
      lifted.flatMap(({ event }) =>
        event.type === 'StatementPosted' && event.unseals !== null ? [event.unseals] : [],
      ),
    )
    const stands = ([seq]: [number, string]) => {
      const event = lifted[seq - 1]?.event
      return event?.type !== 'PostSealed' || !opened.has(event.no)
    }
    let searched = 0
    for (const [seq, text] of said.filter((_, place) => place % 7 === 0).filter(stands)) {
      const [word] = text.match(/\b[a-z]{9,}\b|\p{Script=Han}{2,}/u) ?? []
      if (word === undefined) continue
      const { found, empty } = await search(word, [{ ...chairIn(of.roomId), unsealed: true }], { most: 500 })
      if (empty) continue
      // Withdrawn words are found by nobody.
      const isWhole = shown[seq - 1] === lifted[seq - 1]
      expect(found.some((one) => one.seq === seq)).toBe(isWhole)
      searched += 1
    }
    expect(searched).toBeGreaterThan(0)

    const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
    // Rows that the clock added since come after the stored ones.
    expect(chair.rows.slice(0, lifted.length)).toEqual(shown)
    expect(chair.state.plan).toEqual(plan)

    const reading = await readRoomFor({ id: of.instructor.id, isAdmin: false }, of.roomId)
    if (!reading) throw new Error('This room is not its chair’s to read.')
    const back = outcome(readRecord(recordText(reading)))
    if ('fault' in back) throw new Error(JSON.stringify(back))
    expect(back.rows.length).toBeGreaterThanOrEqual(rows.length)
    expect(back.rows.slice(0, rows.length).map(({ event }) => event.type)).toEqual(
      lifted.map(({ event }) => event.type),
    )
  })
})

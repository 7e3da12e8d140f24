// What leaves of a record for each of its readers (D21, D22): the same whoever exports it, without private and sealed words, and without names
// for publication.
import { expect, test } from 'vitest'
import { NOTHING_PICKED } from '#server/jobs/drawn-record'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import { paragraphs } from '#simulation/reading/log/transcript'
import type { DrawingFormat, DrawingOrder } from '#simulation/reading/positions/drawing'
import { readerOf } from '#simulation/secrecy/file-reader'
import { isForTheClass } from '#simulation/secrecy/may-hear'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import { displayNames } from '#simulation/wire/protocol'
import { writeFor } from '../../../app/rooms/[roomId]/transcript/drawing'
import { recordFor } from '../../../app/rooms/[roomId]/transcript/exports/for-whom'
import type { TranscriptData } from '../../../app/rooms/[roomId]/transcript/exports/transcript-data'
import { byOffice, datesMovedBy } from '../../../app/rooms/[roomId]/transcript/publication'
import { AMARA, CHAIR, statement } from '../../support/cast'
import { unzipped } from '../../support/files/unzipped'
import { given, type Room, START } from '../../support/given'
import { viewOf } from '../../support/stories/heard'
import { givenWeek, HOUR, opensAt, phaseOf, post } from '../homework/given-week'

const PRIVATE = [
  ...['canary-help', 'canary-answer', 'canary-seat', 'canary-delegation', 'canary-reflection', 'canary-bookmark'],
]
const SEALED = ['canary-caucus', 'canary-bilateral']
const OPEN = ['canary-statement', 'canary-room', 'canary-news']

/** One unique word in everything that can be said in private. */
function told(): Room {
  const room = given().enters('briefing')
  room.does(AMARA, { type: 'speakInCaucus', text: 'canary-caucus' })
  room.does(AMARA, { type: 'callForHelp', text: 'canary-help' })
  room.does(CHAIR, { type: 'answerHelp', no: room.state.help.at(-1)?.no ?? '', text: 'canary-answer' })
  room.does(CHAIR, { type: 'nudge', to: 'us.state', text: 'canary-seat' })
  room.does(CHAIR, { type: 'nudge', to: 'us', text: 'canary-delegation' })
  room.does(CHAIR, { type: 'nudge', to: 'room', text: 'canary-room' })
  room.enters('caucus')
  room.does(AMARA, { type: 'speakInBilateral', between: 'us-jp', text: 'canary-bilateral' })
  room.enters('floor')
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
  room.does(AMARA, statement('canary-statement'))
  room.does(CHAIR, { type: 'bookmarkEntry', entry: '1', note: 'canary-bookmark' })
  room.does(CHAIR, { type: 'writeInject', headline: 'canary-news', text: 'Fiction.' })
  return room
}

function readingOf(room: Room, viewer: Viewer): TranscriptData & { told: readonly VisibleRow[] } {
  const rows = viewOf(room.rows, viewer, room.state.unsealedAt !== null)
  const state = fold(rows)
  if (!state) throw new Error('The room is not open.')
  return {
    ...{ viewer, steers: viewer.kind === 'chair', forks: false, state, told: rows, displayNames: {} },
    room: { id: 'room', name: 'Table 1' },
    activity: { title: 'The China gap', courseId: 'course', broughtAt: null },
    course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
  }
}
const asTheClassReads = <R extends ReturnType<typeof readingOf>>(reading: R): R =>
  recordFor(reading, { kind: 'class' }, { call: byOffice, movedBy: -1 })
const canaries = (value: unknown) => [...new Set(JSON.stringify(value).match(/canary-[a-z]+/g) ?? [])].sort()
const entriesOf = (reading: TranscriptData) => paragraphs(reading.state)

test.each(['chair', 'amara', 'fen', 'ivo', 'stage'])('before the debrief, as %s holds it', (who) => {
  const room = told()
  const viewer: Viewer = who === 'chair' || who === 'stage' ? { kind: who } : room.viewerOf(who)
  const whole = readingOf(room, viewer)
  const forClass = asTheClassReads(whole)
  expect(canaries([forClass.told, entriesOf(forClass)])).toEqual([...OPEN].sort())
  expect(entriesOf(forClass)).toEqual(entriesOf(asTheClassReads(readingOf(room, { kind: 'chair' }))))
  // The file for the reader alone leaves nothing out.
  if (who === 'chair') expect(canaries(whole.told)).toEqual([...OPEN, ...SEALED, ...PRIVATE].filter(isSaidYet).sort())
})
const isSaidYet = (word: string) => word !== 'canary-reflection'

test.each(['chair', 'amara', 'fen', 'ivo'])(
  'after the debrief, as %s holds it: caucuses are the class’s, the rest stays private',
  (who) => {
    const room = told().enters('debrief')
    room.enters('reflection').does(AMARA, { type: 'writeReflection', prompt: 0, text: 'canary-reflection' })
    expect(room.state.unsealedAt).not.toBeNull()
    const viewer: Viewer = who === 'chair' ? { kind: 'chair' } : room.viewerOf(who)
    const forClass = asTheClassReads(readingOf(room, viewer))
    expect(canaries([forClass.told, entriesOf(forClass)])).toEqual([...OPEN, ...SEALED].sort())
    expect(entriesOf(forClass)).toEqual(entriesOf(asTheClassReads(readingOf(room, { kind: 'chair' }))))
  },
)

test('whatever goes to the class, each of the class may read', () => {
  const room = told().enters('debrief')
  let seen = 0
  for (const unsealed of [false, true])
    for (const row of room.rows) {
      if (!isForTheClass(row.audience, unsealed)) continue
      seen += 1
      expect(viewOf([row], room.viewerOf('ivo'), unsealed)).toHaveLength(1)
    }
  expect(seen).toBeGreaterThan(20)
})

const NAMES = displayNames.parse({ amara: 'Amara Osei', daiki: 'Daiki Mori', fen: 'Fen Li', ivo: 'Ivo Marić' })
const FORMATS: readonly DrawingFormat[] = ['md', 'csv', 'docx', 'page', 'entries', 'count']

/** All that a reader can find in one form, unpacked. */
async function written(
  room: Room,
  viewer: Viewer,
  code: string,
  format: DrawingFormat,
  asked: DrawingOrder['asked'] = {},
): Promise<string> {
  const forWhom = readerOf(code)
  if (!forWhom) throw new Error(code)
  const { course, room: table } = readingOf(room, viewer)
  const order: DrawingOrder = {
    ...{
      format,
      forWhom,
      numbersKey: 'key',
      asked,
      locale: 'en-GB',
      threads: [],
      viewer,
      displayNames: NAMES,
    },
    ...{ course, room: { ...table, ordinal: 1 }, picked: NOTHING_PICKED, names: ['Zoë Absent'] },
    activity: { title: 'The China gap', kind: 'seminar', scenarioKey: 'china-gap', agendaKey: 'seminar-90' },
  }
  const { bytes, ...rest } = await writeFor(order, readingOf(room, viewer).told)
  const file =
    format === 'docx' ? [...unzipped(Buffer.from(bytes)).values()].join('\n') : new TextDecoder().decode(bytes)
  return file + JSON.stringify(rest)
}

/** What each reader finds before the debrief, and what after it. */
const GOES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  class: [OPEN, [...OPEN, ...SEALED]],
  'side.us': [
    [...OPEN, ...SEALED],
    [...OPEN, ...SEALED],
  ],
  'side.cn': [OPEN, OPEN],
  offices: [OPEN, OPEN],
  'numbers.caucuses': [OPEN, [...OPEN, ...SEALED]],
}

test.each(Object.entries(GOES))(
  'D21 nothing but what goes to %s is in any form of its',
  async (code, [before, after]) => {
    const sealed = told()
    const open = told().enters('debrief')
    open.enters('reflection').does(AMARA, { type: 'writeReflection', prompt: 0, text: 'canary-reflection' })
    for (const [room, meant] of [
      [sealed, before],
      [open, after],
    ] as const)
      for (const format of FORMATS) {
        const whole = await written(room, { kind: 'chair' }, code, format)
        const expected = format === 'count' ? [] : [...meant].sort()
        const found = [...new Set(whole.match(/canary-[a-z]+/g) ?? [])].sort()
        expect({ code, format, found }).toEqual({ code, format, found: expected })
        if (!/^(?:offices|numbers)/.test(code)) continue
        for (const secret of ['Amara', 'Daiki', 'Fen Li', 'Ivo', 'amara', 'chair:vera'])
          expect({ format, secret, told: whole.includes(secret) }).toEqual({ format, secret, told: false })
      }
  },
)

test('D21 D22 a file is the same whoever hands it out, with its head and one fingerprint in every form', async () => {
  const room = told().enters('debrief')
  for (const code of Object.keys(GOES)) {
    const table = await written(room, { kind: 'chair' }, code, 'csv')
    expect(await written(room, room.viewerOf('fen'), code, 'csv')).toBe(table)
    const print = /Fingerprint of the record ([0-9a-f]{16}) · file version 1/.exec(table)?.[1] ?? 'none'
    for (const format of ['md', 'docx', 'page'] as const) {
      const file = await written(room, { kind: 'chair' }, code, format)
      for (const said of ['The China gap', 'IR 347 · Table 1 · ', '(Asia/Tokyo)', 'Seats: ', 'Entries 1–', print])
        expect({ code, format, said, holds: file.includes(said) }).toEqual({ code, format, said, holds: true })
    }
  }
})

test('D21 a number is the same in every file and follows no roll; the class reads names', async () => {
  const room = told().enters('debrief')
  const numbers = (text: string) => [...new Set(text.match(/Student \d+/g) ?? [])].sort()
  const one = await written(room, { kind: 'chair' }, 'numbers', 'md')
  expect(numbers(one).length).toBeGreaterThan(5)
  expect(numbers(await written(room, room.viewerOf('ivo'), 'numbers.caucuses', 'md'))).toEqual(numbers(one))
  const seat = (text: string) => /State, United States: (Student \d+)/.exec(text)?.[1]
  expect(seat(await written(room, room.viewerOf('ivo'), 'numbers.caucuses', 'md'))).toBe(seat(one))
  expect(await written(room, { kind: 'chair' }, 'class', 'md')).toContain('Amara Osei')
  expect(await written(room, { kind: 'chair' }, 'offices', 'md')).not.toMatch(/Student \d/)
})

test('D21 a publication says of no moment when it was, and of any two how far apart they were', async () => {
  const room = told().enters('debrief')
  const timesIn = async (code: string) => {
    const table = await written(room, { kind: 'chair' }, code, 'csv')
    return [...table.matchAll(/(\d{4}-\d\d-\d\d),(\d\d:\d\d:\d\d)/g)].map(([, day, time]) =>
      Date.parse(`${day}T${time}Z`),
    )
  }
  const [held, moved] = [await timesIn('class'), await timesIn('numbers.caucuses')]
  expect(held.length).toBeGreaterThan(10)
  const days = held.map((time, place) => (time - (moved[place] ?? 0)) / 86_400_000)
  expect(new Set(days).size).toBe(1)
  expect(days[0]).toBeGreaterThanOrEqual(1)
  expect(Number.isInteger(days[0])).toBe(true)
  // A file's times are those of the course's zone, read above as if they were UTC.
  const day = new Date(held[0] ?? 0)
  const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day)
  for (const said of [day.toISOString().slice(0, 10), inWords]) {
    const says = async (code: string) => {
      const all = await Promise.all(FORMATS.map((format) => written(room, { kind: 'chair' }, code, format)))
      return all.some((file) => file.includes(said))
    }
    expect([said, await says('class'), await says('offices'), await says('numbers.caucuses')]).toEqual([
      ...[said, true],
      ...[false, false],
    ])
  }
})

test('D21 no instant of a week is in any byte of its publication, nor today', async () => {
  const room = givenWeek(opensAt('openings') + HOUR).does(AMARA, post(phaseOf('openings'), 'As we see it.'))
  const instantsIn = (text: string) => new Set(text.match(/\b1\d{12}\b/g))
  const told = instantsIn(JSON.stringify(readingOf(room, { kind: 'chair' }).told))
  expect(told.size).toBeGreaterThan(10)
  const today = new Date().toISOString().slice(0, 10)
  for (const format of FORMATS) {
    const file = await written(room, { kind: 'chair' }, 'numbers.caucuses', format)
    expect([format, ...[...instantsIn(file)].filter((at) => told.has(at))]).toEqual([format])
    expect([format, file.includes(today)]).toEqual([format, false])
  }
  expect(instantsIn(await written(room, { kind: 'chair' }, 'numbers.caucuses', 'page')).size).toBeGreaterThan(10)
})

test('D21 dates are moved by whole days, to the same time of the day where clocks change', () => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/Zurich' })
  for (const from of ['2026-01-12T13:02:00Z', '2026-07-12T13:02:00Z', '2026-03-30T13:02:00Z'].map(Date.parse))
    for (const key of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']) {
      const by = datesMovedBy(key, from, 'Europe/Zurich')
      expect(by).toBeLessThanOrEqual(-86_400_000)
      expect(Math.abs(by % 86_400_000)).toBe(0)
      expect(clock.format(from + by)).toBe(clock.format(from))
    }
  expect(new Set(['a', 'b', 'c', 'd'].map((key) => datesMovedBy(key, START, 'UTC'))).size).toBeGreaterThan(2)
})

test('D21 an excerpt of one student is theirs for publication as well', async () => {
  const room = told()
  const excerptOf = (student: string) => written(room, { kind: 'chair' }, 'offices', 'md', { student: [student] })
  expect(await excerptOf('amara')).toContain('canary-statement')
  expect(await excerptOf('ivo')).not.toContain('canary')
})

test('D21 entries whose words hold a name, or a part of one, are listed for a publication and not changed', async () => {
  const room = told()
  const say = (text: string, anchors: { source: string }[] = []) => {
    room.does(AMARA, { type: 'makeStatement', text, intent: 'point', answers: null, anchors })
    return String(room.state.record.length)
  }
  const named = [
    say('As DAIKI said before.'),
    say('Mr Mori’s tax, then.'),
    say('zoe is not here.'),
    say('As I was told.', [{ source: 'Talk with Daiki Mori' }]),
  ]
  say('A memorial, a fenced field, lighter than before.')
  expect(await written(room, { kind: 'chair' }, 'offices', 'count')).toContain(`"named":${JSON.stringify(named)}`)
  expect(await written(room, { kind: 'chair' }, 'class', 'count')).toContain('"named":[]')
  expect(await written(room, { kind: 'chair' }, 'offices', 'md')).toContain('As DAIKI said before.')
})

// A record can be replayed by the rules (R10), and its file is byte-identical wherever it is exported. Random stories and a played seminar.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rehearsal, rehearse } from '#simulation/bots/rehearsal'
import { maskedLog } from '#simulation/engine/masked-log'
import { redactedRows } from '#simulation/engine/redaction'
import { actorId, personId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import type { RecordFault } from '#simulation/reading/record/record-fault'
import { pseudonymous, RECORD_VERSION, writeRecord } from '#simulation/reading/record/record-file'
import { type ReadRecord, readRecord } from '#simulation/reading/record/record-file-reading'
import type { Recorded } from '#simulation/shapes/record'
import { rehearsedSeminar, STARTS_AT } from '../../screens/record/rehearsed-seminar'
import { smallSeminar } from '../../support/cast'
import { firstEdition } from '../../support/first-edition'
import { chinaGap } from '../../support/stories/china-gap'
import { heardByChair } from '../../support/stories/heard'
import { CN, JP, US } from '../../support/stories/sides'
import { Story } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const about = {
  reader: 'chair',
  room: { name: 'Table 1' },
  activity: { title: 'The China gap', kind: 'seminar', scenario: 'china-gap', agenda: 'seminar-90' },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
} as const

function read(text: string): ReadRecord | RecordFault {
  const reading = readRecord(text)
  for (;;) {
    const { done, value } = reading.next()
    if (done) return value
  }
}

/** K9: with the words that are off redacted, the same record is told again by the rules. */
let redactions = 0
function isRedactedAsWell(rows: readonly Recorded[], whole: string): void {
  const state = maskedLog(rows).state
  let log = rows
  for (const entry of Object.keys(state?.strikes ?? {}).slice(0, 3)) {
    const changed = redactedRows(log, entry, (words) => createHash('sha256').update(words).digest('hex'))
    log = log.map((row) => ({ ...row, event: changed.get(row.seq) ?? row.event }))
    if (changed.size > 0) redactions += 1
  }
  if (log === rows) return
  const head = JSON.parse(whole)
  const back = read(writeRecord(head, heardByChair(log), {}))
  if ('fault' in back) throw new Error(JSON.stringify(back))
  expect(maskedLog(back.rows).state?.record.length).toBe(state?.record.length)
}

describe('a record', () => {
  test('R10 K9 is told again by the rules, whatever happened in it, and comes back from its file byte for byte', () => {
    const seen = { rows: 0, kinds: new Set<string>() }
    fc.assert(
      fc.property(script(250), (told) => {
        const { rows, plan } = new Story(told, { strikes: true })
        const names = { amara: 'Amara Osei', ben: 'Ben Ōta' }
        const text = writeRecord(
          { ...about, activity: { ...about.activity, scenario: plan.scenarioKey, agenda: plan.agendaKey } },
          heardByChair(rows),
          names,
        )
        const back = read(text)
        if ('fault' in back) throw new Error(JSON.stringify(back))
        expect(writeRecord(back.head, heardByChair(back.rows), back.head.roll)).toBe(text)
        expect(back.state).toEqual(maskedLog(pseudonymous(rows, {}).rows).state)
        for (const { event } of rows) seen.kinds.add(event.type)
        isRedactedAsWell(rows, text)
        seen.rows += rows.length
      }),
      { seed: 20260112, numRuns: 12 },
    )
    expect(seen.rows).toBeGreaterThan(1000)
    expect(seen.kinds.size).toBeGreaterThan(35)
    expect(seen.kinds).toContain('WordsPutBack')
    expect(redactions).toBeGreaterThan(5)
  })
})

test('R10 R11 a record of the first edition comes in by the numbers that it was told with', () => {
  const { rows } = rehearse(
    firstEdition(smallSeminar({ understudies: true })),
    chinaGap(),
    STARTS_AT,
    actorId.parse('chair:noor'),
  )
  const numbers = rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.no] : []))
  expect(numbers).toEqual(numbers.map((_, index) => `c${index + 1}`))
  expect(numbers.length).toBeGreaterThan(3)
  const text = writeRecord(about, heardByChair(rows), {})
  const back = read(text)
  if ('fault' in back) throw new Error(JSON.stringify(back))
  expect(writeRecord(back.head, heardByChair(back.rows), back.head.roll)).toBe(text)
})

test('R10 a week of homework is told again too, its sealed posts and its deadlines with it', () => {
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week').phases
  const day = 86_400_000
  const planned = planHomework(chinaGap(), {
    agendaKey: 'homework-week',
    rounds: ['framing', 'deterrence', 'cptpp'],
    chairs: { [US]: 3, [JP]: 2, [CN]: 2 },
    observers: ['Press'],
    seating: 'lot',
    understudies: true,
    seed: 7,
    lateHours: 48,
    postFirst: true,
    phases: agenda.map(({ requires }, index) => ({
      ...{ opensAt: STARTS_AT + index * day, dueAt: STARTS_AT + (index + 0.8) * day },
      ...{ requires: [...requires], injects: [] },
    })),
  })
  const week = new Rehearsal(planned, chinaGap(), STARTS_AT - day)
  week.run(STARTS_AT + day / 2)
  week.submit(actorId.parse('p:amara'), { type: 'takeSeat', seat: null })
  week.submit(actorId.parse('chair:noor'), { type: 'moveDeadline', phase: 2, dueAt: STARTS_AT + 2.9 * day })
  week.submit(actorId.parse('chair:noor'), {
    ...{ type: 'grantExtension', person: personId.parse('amara'), phase: 3 },
    dueAt: STARTS_AT + 4.5 * day,
  })
  week.run(STARTS_AT + agenda.length * day)
  for (const type of ['PostSealed', 'StatementPosted', 'DeadlineMoved', 'ExtensionGranted', 'PhaseEnded'])
    expect(week.rows.filter(({ event }) => event.type === type).length, type).toBeGreaterThan(0)
  const activity = { ...about.activity, kind: 'homework', agenda: 'homework-week' } as const
  const names = { amara: 'Amara Osei' }
  const text = writeRecord({ ...about, activity }, heardByChair(week.rows), names)
  const back = read(text)
  if ('fault' in back) throw new Error(JSON.stringify(back))
  expect(writeRecord(back.head, heardByChair(back.rows), back.head.roll)).toBe(text)
  expect(text).toContain('"person":"p1"')
  expect(text).not.toContain('p:amara')
})

describe('a file that is not whole is refused where it is damaged', () => {
  const { rows } = rehearsedSeminar()
  const whole = writeRecord(about, heardByChair(rows), {})
  const lines = whole.split('\n')
  const first = lines.indexOf('"rows": [') + 1
  /** The file with one row's text changed. */
  const changed = (row: number, from: string | RegExp, to: string): string => {
    const line = lines[first + row - 1] ?? ''
    const other = line.replace(from, to)
    expect(other).not.toBe(line)
    return lines.with(first + row - 1, other).join('\n')
  }
  const without = (row: number): string => lines.toSpliced(first + row - 1, 1).join('\n')
  const swapped = (a: number, b: number): string => {
    const [left, right] = [lines[first + a - 1] ?? '', lines[first + b - 1] ?? '']
    const numbers = /^\{"seq":\d+,"at":\d+/
    const placed = (line: string, there: string) => line.replace(numbers, numbers.exec(there)?.[0] ?? '')
    return lines
      .with(first + a - 1, placed(right, left))
      .with(first + b - 1, placed(left, right))
      .join('\n')
  }
  const rowOf = (type: string): number => rows.find(({ event }) => event.type === type)?.seq ?? 0
  const at = (row: number) => ({ row, line: first + row })
  const spoken = rowOf('StatementMade')
  const caucus = rowOf('CaucusSpoken')

  test('it is whole before it is damaged', () => {
    expect(read(whole)).toMatchObject({ head: { version: RECORD_VERSION, activity: { title: 'The China gap' } } })
    expect(read(whole.replaceAll('\n', '\r\n'))).toHaveProperty('state')
  })

  const cases: readonly [string, () => string, Partial<RecordFault>][] = [
    ['nothing', () => '', { fault: 'not-json' }],
    ['words', () => 'Dear colleague,', { fault: 'not-json' }],
    ['another JSON', () => '{"format":"other","version":2}', { fault: 'other-file' }],
    ['a list', () => '[1,2]', { fault: 'other-file' }],
    [
      'cut inside a row',
      () => whole.slice(0, whole.indexOf('"StatementMade"')),
      { fault: 'cut-short', line: first + spoken },
    ],
    ['cut between rows', () => lines.slice(0, first + 40).join('\n'), { fault: 'cut-short', line: first + 40 }],
    ['a row that is no JSON', () => changed(30, '"seq":30', '"seq":'), { fault: 'not-json', line: first + 30 }],
    [
      'an older version',
      () => whole.replace(/"version": \d+/, '"version": 1'),
      { fault: 'other-version', line: 3, about: '1' },
    ],
    [
      'a version that is none',
      () => whole.replace(/"version": \d+/, '"version": "3"'),
      { fault: 'other-version', about: '3' },
    ],
    [
      'a version to come',
      () => whole.replace(/"version": \d+/, '"version": 99'),
      { fault: 'made-by-newer', line: 3, about: '99' },
    ],
    [
      'rows of a version to come',
      () => whole.replace(/"rowVersion": \d+/, '"rowVersion": 99'),
      { fault: 'made-by-newer', line: 4, about: '99' },
    ],
    ['no word on its rows', () => whole.replace(/"rowVersion": \d+,\n/, ''), { fault: 'wrong-shape', row: null }],
    ['a person’s own', () => whole.replace('"reader": "chair"', '"reader": "person"'), { fault: 'filtered' }],
    ['a sealed row', () => lines.with(first + 8, '{"seq":9,"sealed":true},').join('\n'), { fault: 'filtered' }],
    [
      'a key too many in its head',
      () => whole.replace('"room": {', '"room": {"id":"x",'),
      { fault: 'wrong-shape', row: null },
    ],
    [
      'a nameless course',
      () => whole.replace('"title":"IR 347"', '"title":""'),
      { fault: 'wrong-shape', about: 'course.title' },
    ],
    [
      'an event nobody knows',
      () => changed(20, /"type":"\w+"/, '"type":"Applauded"'),
      { fault: 'wrong-shape', ...at(20), about: 'event.type' },
    ],
    [
      'a key too many in a row',
      () => changed(20, '"at":', '"releasedAt":1,"at":'),
      { fault: 'wrong-shape', ...at(20), about: 'releasedAt' },
    ],
    [
      'a number where words belong',
      () => changed(spoken, /"text":"[^"]*"/, '"text":7'),
      { fault: 'wrong-shape', ...at(spoken), about: 'event.text' },
    ],
    [
      'a time that is none',
      () => changed(20, /"at":\d+/, '"at":"noon"'),
      { fault: 'wrong-shape', ...at(20), about: 'at' },
    ],
    ['a row that is nothing', () => lines.with(first + 19, 'null,').join('\n'), { fault: 'wrong-shape', row: 20 }],
    ['an edited sequence', () => changed(50, '"seq":50', '"seq":51'), { fault: 'sequence', ...at(50), about: '51' }],
    ['a missing row', () => without(60), { fault: 'sequence', ...at(60), about: '61' }],
    ['time that runs back', () => changed(60, /"at":\d+/, '"at":1000'), { fault: 'time', ...at(60) }],
    ['half a character', () => changed(spoken, /"text":"/, '"text":"\\ud83d'), { fault: 'unstorable', ...at(spoken) }],
    ['a NUL', () => changed(spoken, /"text":"/, '"text":"\\u0000'), { fault: 'unstorable', ...at(spoken) }],
    [
      'a phase that starts twice',
      () =>
        changed(
          rowOf('PhaseEnded'),
          /"event":.*/,
          '"event":{"type":"PhaseStarted","endsAt":9,"index":0,"startsAt":1}},',
        ),
      { fault: 'not-by-the-rules', ...at(rowOf('PhaseEnded')) },
    ],
    ['two rows changed about', () => swapped(spoken - 1, spoken), { fault: 'not-by-the-rules' }],
    [
      'words of another seat',
      () => changed(spoken, /"seat":"\w+\.\w+"/, '"seat":"observer.1"'),
      { fault: 'not-by-the-rules', ...at(spoken) },
    ],
    [
      'somebody who is not here',
      () => changed(spoken, /"by":"[^"]*"/, '"by":"p:intruder"'),
      { fault: 'not-by-the-rules', ...at(spoken), about: 'not-seated' },
    ],
    [
      'a secret told to everyone',
      () => changed(caucus, /"audience":\{[^}]*\}/, '"audience":"everyone"'),
      { fault: 'not-by-the-rules', ...at(caucus) },
    ],
    [
      'a plan of another agenda',
      () => whole.replace('"agenda":"seminar-90"', '"agenda":"seminar-50"'),
      { fault: 'wrong-plan' },
    ],
    ['no rows', () => `${lines.slice(0, first).join('\n')}\n]\n}\n`, { fault: 'not-by-the-rules' }],
  ]
  test.each(cases)('%s', (_, damaged, expected) => {
    expect(read(damaged())).toMatchObject(expected)
  })
})

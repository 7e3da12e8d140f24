// A record's file keeps its readers' names and rules, whatever ids the file holds.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVENTS } from '#simulation/engine/catalogue'
import { personId } from '#simulation/kernel/ids'
import { writeRecord } from '#simulation/reading/record/record-file'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { type Recorded, recorded } from '#simulation/shapes/record'
import { displayNames } from '#simulation/wire/protocol'
import { patience } from '../../support/patience'
import { heardByChair } from '../../support/stories/heard'
import { type Story, storyOf } from '../../support/stories/stories'
import { PEOPLE, script } from '../../support/stories/story-script'

/** Property names that every object inherits: a careless lookup by id would find them. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter((name) => personId.safeParse(name).success)
const ODD = [...new Set(['__proto__', 'toString', ...INHERITED, 'then', 'length'])]
const oddly = new Map(PEOPLE.map((name, index) => [name, ODD[index] ?? name]))

/** The same rows with other people's ids. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part)]))
  if (typeof value !== 'string') return value
  return value.startsWith('p:') ? `p:${oddly.get(value.slice(2))}` : (oddly.get(value) ?? value)
}
const renamedRows = (rows: readonly Recorded[]): Recorded[] => rows.map((row) => recorded.parse(renamed(row)))

const namesOf = (ids: readonly string[]) =>
  displayNames.parse(JSON.parse(`{${ids.map((id, index) => `${JSON.stringify(id)}:"Name ${index}"`).join(',')}}`))

const about = ({ plan }: Story) => ({
  reader: 'chair' as const,
  room: { name: 'Table 1' },
  activity: { title: 'The gap', kind: plan.kind, scenario: plan.scenarioKey, agenda: plan.agendaKey },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
})

function outcome<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

test('a roll keeps whoever is called what every object has', () => {
  expect([...oddly.values()]).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'toString']))
  expect(Object.entries(namesOf(ODD))).toEqual(ODD.map((id, index) => [id, `Name ${index}`]))
  expect(displayNames.safeParse({ mei: 7 }).success).toBe(false)
  expect(displayNames.safeParse([['mei', 'Mei']]).success).toBe(false)
  expect(displayNames.safeParse({ 'not an id': 'Mei' }).success).toBe(false)
})

test('a record by people of any ids is told by the rules, written and read with every name', {
  timeout: patience(60_000),
}, () => {
  const seen = { rows: 0, people: 0 }
  fc.assert(
    fc.property(script(120), (told) => {
      const story = storyOf(told)
      const rows = renamedRows(story.rows)
      const file = writeRecord(about(story), heardByChair(rows), namesOf(PEOPLE.map((name) => oddly.get(name) ?? name)))
      expect(file).toBe(writeRecord(about(story), heardByChair(story.rows), namesOf(PEOPLE)))
      // A file from elsewhere, with its own ids.
      const theirs = file.replace(/"roll": .*/, () => `"roll": ${JSON.stringify(namesOf(ODD))},`)
      const body = theirs.slice(0, theirs.indexOf('"rows": ['))
      const read = outcome(
        readRecord(`${body}"rows": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n}\n`),
      )
      if ('fault' in read) throw new Error(JSON.stringify(read))
      const people = new Set(rows.flatMap(({ event }) => ('person' in event ? [event.person] : [])))
      const names = Object.values(read.head.roll)
      expect(names.length).toBeGreaterThanOrEqual(people.size)
      for (const name of names) expect(name).toMatch(/^Name \d+$/)
      expect(new Set(names).size).toBe(names.length)
      // A file without names is still valid; nothing else passes for one.
      const nobodys = body.replace(/"roll": .*/, '"roll": {},')
      const nameless = outcome(
        readRecord(`${nobodys}"rows": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n}\n`),
      )
      expect('head' in nameless && Object.entries(nameless.head.roll)).toEqual([])
      expect(outcome(replayRecord(rows))).not.toHaveProperty('row')
      seen.rows += rows.length
      seen.people += names.length
    }),
    { numRuns: 12, seed: 20_261_126 },
  )
  expect(seen.rows).toBeGreaterThan(500)
  expect(seen.people).toBeGreaterThan(60)
})

test('R7 R11 the guide to the file names every type of row that may have a public number, and none that cannot', () => {
  const guide = readFileSync('docs/record-file.md', 'utf8')
  const part = guide.slice(guide.indexOf('Always:'), guide.indexOf('Private entries have numbers'))
  const named = new Set([...part.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, type]) => type))
  // A row whose number is private carries it, and says so of every row; all others are counted, at least sometimes.
  const counted = Object.entries(EVENTS).flatMap(([type, { numbering }]) =>
    numbering && !/^\(_before, \{ no \}\) => \(\{ no \}\)$/.test(numbering.toString()) ? [type] : [],
  )
  expect([...named].toSorted()).toEqual(counted.toSorted())
})

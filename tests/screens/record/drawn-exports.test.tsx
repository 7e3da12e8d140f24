// L47: the files of drawn rooms, each read by a reader of its format that knows nothing of what wrote it. The demo is one room; these are as
// rooms can come out: words taken off and put back, steps undone, sides without anybody, a week as well as a seminar.
import { parse } from 'csv-parse/sync'
import ical, { type VEvent } from 'node-ical'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { judgeRecord } from '#server/jobs/thread/judged-record'
import { linesOfRoom, researchZip } from '#server/jobs/thread/research-files'
import { delegationIds } from '#simulation/agenda/parties'
import { personId } from '#simulation/kernel/ids'
import { deadlinesOf } from '#simulation/reading/homework/deadlines'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import type { DrawingOrder } from '#simulation/reading/positions/drawing'
import { learningRows } from '#simulation/reading/positions/learning'
import { wordsOf } from '#simulation/reading/record/annotations'
import { writeRecord } from '#simulation/reading/record/record-file'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { webAnnotations } from '#simulation/reading/record/web-annotations'
import type { FileReader } from '#simulation/secrecy/file-reader'
import { displayNames } from '#simulation/wire/protocol'
import { overviewOf } from '../../../app/_marks/overview'
import { compareCsv } from '../../../app/activities/[activityId]/compare/compare-file'
import {
  gradesForCanvas,
  gradesForMoodle,
  gradesForPeople,
} from '../../../app/activities/[activityId]/gradebook/grade-files'
import { gradesOf } from '../../../app/activities/[activityId]/gradebook/grades'
import { learningCsv } from '../../../app/activities/[activityId]/learning/learning-file'
import { calendarFile } from '../../../app/calendar/[file]/feed'
import { levelsFile } from '../../../app/rooms/[roomId]/marks/levels-file'
import { StillAnnotations } from '../../../app/rooms/[roomId]/transcript/annotations/still-annotations'
import { writeFor } from '../../../app/rooms/[roomId]/transcript/drawing'
import { ReaderRecord } from '../../../app/rooms/[roomId]/transcript/reader-record'
import { docxFaults } from '../../support/files/docx-faults'
import { readDocxRecord } from '../../support/files/docx-record'
import { readMarkdownRecord } from '../../support/files/markdown-record'
import { pageFaults, tagsIn } from '../../support/files/page-faults'
import { about as research, tableOf } from '../../support/files/research-tables'
import { CHINA_GAP_RUBRIC, onlyRubric } from '../../support/files/rubrics'
import { opened, runs } from '../../support/files/spreadsheet'
import { twice } from '../../support/files/twice'
import { unzipped } from '../../support/files/unzipped'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { heardByChair } from '../../support/stories/heard'
import { tablesOf } from '../../support/stories/played-tables'
import type { Story } from '../../support/stories/stories'
import { PEOPLE } from '../../support/stories/story-script'
import { translate } from '../../support/translate'
import { markup } from '../drawn-screens'
import { entriesOf, NAMES, ODD, rooms, threadsOn } from './drawn-rooms'

vi.setConfig({ testTimeout: patience(120_000) })

const orderOf = (story: Story, forWhom: FileReader, format: DrawingOrder['format']): DrawingOrder => ({
  ...{ format, forWhom, numbersKey: 'key', asked: {}, locale: 'en-GB', names: [], displayNames: NAMES },
  room: { id: 'room', name: 'Table 1', ordinal: 1 },
  activity: {
    title: '=The <gap> & "us"',
    kind: story.plan.kind,
    scenarioKey: story.plan.scenarioKey,
    agendaKey: story.plan.agendaKey,
  },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
  ...{ viewer: { kind: 'chair' }, threads: threadsOn(story) },
  picked: { found: null, evidence: new Set(), marks: null, empty: false, common: [], behind: 0 },
})

/** Whoever takes it out, and in turn one of all others to whom a file of this room can go. */
function readersOf({ plan }: Story, turn: number): FileReader[] {
  const sides = delegationIds(plan).map((delegation) => ({ kind: 'side', delegation }) as const)
  const others: FileReader[] = [{ kind: 'class' }, ...sides, { kind: 'publication', numbered: true, caucuses: true }]
  return [{ kind: 'own' }, ...others.slice(turn % others.length).slice(0, 1)]
}

/** Every cell of a file for a spreadsheet: as many in each row, and none that runs. */
function cellsOf(file: string): string[][] {
  const read: string[][] = parse(file, { bom: true, relax_column_count: false })
  expect(opened(file)).toEqual(read)
  expect(read.flat().filter(runs)).toEqual([])
  return read
}

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

test('the rooms are of both kinds, with strikes, words put back, votes, motions and undone steps', () => {
  const events = rooms.flatMap(({ rows }) => rows.map(({ event }) => event.type))
  for (const type of [
    'WordsStruck',
    'WordsPutBack',
    'StatementMade',
    'StatementPosted',
    'CommuniqueIssued',
    'MotionMoved',
    'StepUndone',
  ] as const)
    expect(events).toContain(type)
  expect(new Set(rooms.map(({ plan }) => plan.kind))).toEqual(new Set(['seminar', 'homework']))
})

test('L47 the record of a drawn room is whole in every form, for everybody whom it goes to', async () => {
  const seen = { entries: 0, links: 0, pages: 0 }
  for (const [turn, story] of rooms.entries()) {
    const told = heardByChair(story.rows)
    for (const forWhom of readersOf(story, turn)) {
      const meant = entriesOf(story, forWhom).map(({ no }) => no)
      const write = async (format: DrawingOrder['format']) => await writeFor(orderOf(story, forWhom, format), told)
      const document = Buffer.from((await write('docx')).bytes)
      expect(docxFaults(document)).toEqual([])
      const [, , ...lines] = cellsOf(text((await write('csv')).bytes))
      const markdown = readMarkdownRecord(text((await write('md')).bytes))
      const ids = lines.map(([id = '']) => id)
      expect(twice(ids)).toEqual([])
      expect(ids).toHaveLength(meant.length)
      expect(readDocxRecord(document).entries.map(({ no }) => no)).toEqual(ids)
      expect(markdown.entries.map(({ no }) => no)).toEqual(ids)
      seen.entries += ids.length
      const page = await write('page')
      const { sections, beside } = JSON.parse(text((await write('entries')).bytes))
      const whole = page.page && {
        ...page,
        page: { ...page.page, sections, beside, counts: { ...page.page.counts, shown: 0 } },
      }
      if (!whole) throw new Error('No page was drawn.')
      const html = markup(
        <StillAnnotations threads={orderOf(story, forWhom, 'page').threads} isStaff timeZone="Asia/Tokyo">
          <ReaderRecord
            drawn={whole}
            of={{ title: story.plan.title, roomName: 'Table 1', timeZone: 'Asia/Tokyo' }}
            paragraphs={[]}
            rest="/"
          />
        </StillAnnotations>,
      )
      expect(pageFaults(html)).toEqual([])
      const places = tagsIn(html).flatMap(({ attributes }) => attributes.get('id') ?? [])
      for (const id of ids) expect(places).toContain(`e${id}`)
      seen.pages += 1
    }
  }
  expect(seen.entries).toBeGreaterThan(500)
})

test('L47 the complete file of a drawn room is brought back, row for row', async () => {
  for (const story of rooms) {
    const { bytes } = await writeFor(orderOf(story, { kind: 'own' }, 'json'), heardByChair(story.rows))
    expect(z.object({ rows: z.array(z.unknown()) }).parse(JSON.parse(text(bytes))).rows).toHaveLength(story.rows.length)
    const judged = judgeRecord(bytes, 'room', () => undefined)
    if (!judged.ok) throw new Error(JSON.stringify(judged.fault))
    expect(judged.facts.phaseIndex).toBe(story.state.agenda.index)
    // Brought back and written once more it is the same file, to the byte.
    const reading = readRecord(text(bytes))
    let step = reading.next()
    while (!step.done) step = reading.next()
    if ('fault' in step.value) throw new Error(JSON.stringify(step.value))
    const { head, rows } = step.value
    expect(writeRecord(head, heardByChair(rows), displayNames.parse(head.roll))).toBe(text(bytes))
  }
})

test('L47 the research file of drawn rooms: each table has the columns that its packing list names, and no id twice', () => {
  const lines = rooms.map(({ rows }, place) => linesOfRoom(tableOf(rows, {}, `r${place}`)))
  const parts = unzipped(Buffer.from(researchZip(research, lines)))
  const { resources } = listed.parse(JSON.parse(parts.get('datapackage.json') ?? ''))
  expect(resources.length).toBeGreaterThan(9)
  for (const { path, schema } of resources) {
    const [head, ...rows] = cellsOfTable(parts.get(path) ?? '')
    expect(head).toEqual(schema.fields.map(({ name }) => name))
    const key = [schema.primaryKey ?? []].flat()
    const own = rows.map((row) => key.map((name) => row[head?.indexOf(name) ?? -1]).join('\n'))
    if (key.length > 0) expect({ path, twice: twice(own) }).toEqual({ path, twice: [] })
    expect(cellsOf(parts.get(`excel/${path}`) ?? '')).toHaveLength(rows.length + 1)
  }
})
const listed = z.object({
  resources: z.array(
    z.object({
      path: z.string(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string() })),
        primaryKey: z.optional(z.union([z.string(), z.array(z.string())])),
      }),
    }),
  ),
})
const cellsOfTable = (file: string): string[][] => parse(file, { relax_column_count: false })

test('L47 the tables of drawn rooms: comparison, learning, levels and grades', () => {
  const rubric = CHINA_GAP_RUBRIC
  const seminars = rooms.filter(({ plan }) => plan.scenarioKey === rooms[0]?.plan.scenarioKey)
  const compared = compareTables(tablesOf(seminars.map(({ state }) => state)), 'gap')
  if (compared) cellsOf(compareCsv(compared, translate('compare')))
  cellsOf(learningCsv(learningRows(rooms.map(({ state }) => state)), translate('learning')))
  const marks = PEOPLE.map((participantId, place) => ({
    ...{ id: `${place}`, criterion: rubric.criteria[0]?.key ?? '', level: 2 as const, evidence: ['1', '=2'] },
    ...{ subject: { kind: 'student', participantId } as const, noEvidence: false, comment: '=1\n"', at: 1 },
  }))
  const tables = rooms.map(({ plan, state }) => ({
    ...{ room: '@Table', plan, numbers: new Map([['amara', '007']]) },
    overview: overviewOf({ state, displayNames: NAMES, placed: PEOPLE, marks, rubricOf: () => rubric }),
  }))
  const levels = cellsOf(levelsFile(tables, rubric, translate('marks')))
  expect(levels).toHaveLength(1 + tables.reduce((sum, { overview }) => sum + overview.students.length, 0))
  const people = PEOPLE.map((id, place) => ({
    ...{ id, name: ODD[place] ?? id, family: id, given: '', room: '@Table', delegation: '', seat: '', section: '' },
    ...{ email: `${id}@college.example`, studentNumber: `${place}`, canvasId: `${500 + place}`, note: null },
    ...{ releasedAt: null, late: [], shares: [], positions: null },
  }))
  const given = marks.map(({ subject, criterion, level, comment, at }) => ({
    ...{ participantId: subject.participantId, criterion, level, comment, at: new Date(at) },
  }))
  const grades = gradesOf(people, given, onlyRubric(rubric), {
    ...{ evidence: 'asked', noPart: 'zero', regradeDays: 0, hideNames: false },
  })
  expect(cellsOf(gradesForPeople(grades, rubric, translate('gradebook')))).toHaveLength(1 + PEOPLE.length)
  expect(cellsOf(gradesForCanvas(grades, 20, '=The week', 'A'))).toHaveLength(2 + PEOPLE.length)
  // Whoever has no usable number is left out of a file for Moodle, where a dash is no grade.
  const moodle = cellsOfTable(gradesForMoodle(grades, 'number', 'Week'))
  expect(moodle.map(([number]) => number)).toEqual([
    'ID number',
    ...people.map(({ studentNumber }) => studentNumber).slice(1),
  ])
})

test('L47 the calendar of a drawn week, and what stands beside a drawn record, are read by their standards', () => {
  const seen = { deadlines: 0, threads: 0 }
  for (const story of rooms) {
    const deadlines = PEOPLE.flatMap((name) =>
      deadlinesOf(story.state, personId.parse(name), START).map((due) => ({ ...due, id: `${name}-${due.phase}@host` })),
    )
    const written = deadlines.map(({ id, at, version }) => ({
      ...{ id, at, version, summary: 'Due; “now”, <b>', description: 'IR 347\nx', url: 'https://host/r#do=1' },
    }))
    const read = Object.values(ical.sync.parseICS(calendarFile('Deadlines', written, START)))
    const events = read.flatMap((one): VEvent[] => (one?.type === 'VEVENT' ? [one] : []))
    expect(events.map(({ uid, start }) => [uid, start.getTime()])).toEqual(
      written.map(({ id, at }) => [id, Math.floor(at / 1000) * 1000]),
    )
    seen.deadlines += written.length

    const threads = threadsOn(story)
    const words = new Map(entriesOf(story, { kind: 'own' }).map((entry) => [entry.no, wordsOf(entry) ?? '']))
    const file = webAnnotations(threads, {
      entryAt: (no) => `https://host/e${no}`,
      nameOf: ({ name }) => name ?? '',
      wordsAt: (no) => words.get(no) ?? '',
    })
    const { total, first } = annotations.parse(JSON.parse(file))
    expect([total, twice(first.items.map(({ id }) => id))]).toEqual([threads.length, []])
    for (const { target } of first.items) {
      const signs = [...(words.get(target.source.slice('https://host/e'.length)) ?? '')]
      const [quote, place] = target.selector ?? []
      if (quote) expect(signs.slice(place?.start, place?.end).join('')).toBe(quote.exact)
    }
    seen.threads += total
  }
  expect(seen.deadlines).toBeGreaterThan(20)
  expect(seen.threads).toBeGreaterThan(20)
})
const annotations = z.object({
  total: z.number(),
  first: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        target: z.object({
          source: z.string(),
          selector: z.optional(
            z.array(
              z.object({ exact: z.string().optional(), start: z.number().optional(), end: z.number().optional() }),
            ),
          ),
        }),
      }),
    ),
  }),
})

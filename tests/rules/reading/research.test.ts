// The research file: what the debrief and the comparison count is counted here from its CSV files alone (D20), and what it explains are its
// own columns (D18).
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { headerOf, linesOfRoom, researchZip } from '#server/store/records/research-files'
import { delegationIds, membersOf, pairsOf } from '#simulation/agenda/parties'
import { withWords } from '#simulation/engine/catalogue'
import { maskedLog } from '#simulation/engine/masked-log'
import { compareTables } from '#simulation/reading/compared-tables'
import { answersAmong, movesKnown, pairReadings, usesOf } from '#simulation/reading/debrief'
import { nameFinder } from '#simulation/reading/name-finder'
import { columnsOf, RESEARCH_TABLE_NAMES, type ResearchTable } from '#simulation/reading/research-columns'
import type { ResearchRoom } from '#simulation/reading/research-rows'
import { stanceSpreads } from '#simulation/reading/stance-spread'
import { talkFinding, talkOf } from '#simulation/reading/talk'
import { forTheClass, viewFor } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { versionId } from '#simulation/shapes/text/schemas'
import { AMARA, CHAIR, DAIKI, FEN, hand, statement } from '../../support/cast'
import { given } from '../../support/given'
import { tablesOf } from '../../support/played-tables'
import { Story, storyOf } from '../../support/stories'
import { PEOPLE, script } from '../../support/story-script'
import { unzipped } from '../../support/unzipped'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 200 * Number(process.env.STORY_TIMES ?? 1)

const about = { course: 'IR 347', activity: null, day: '2026-11-30', asked: [] }

const tableOf = (rows: readonly Recorded[], more: Partial<ResearchRoom> = {}, room = 'r1'): ResearchRoom => {
  const masked = maskedLog(rows)
  const unsealed = masked.state?.unsealedAt != null
  return {
    rows: forTheClass(viewFor(masked.rows, { kind: 'chair' }, unsealed), unsealed),
    spreads: masked.state ? stanceSpreads(masked.state) : [],
    about: {
      ...{ room, activity: 'a1', title: 'Gap', kind: 'seminar', table: 1, scenarioHash: 'f' },
      ...{ timeZone: 'UTC', asks: true },
    },
    pids: Object.fromEntries(PEOPLE.map((name, place) => [name, `p${place}`])),
    consenting: PEOPLE,
    names: [],
    ...more,
  }
}

const records = z.array(z.record(z.string(), z.string()))
type Line = z.infer<typeof records>[number]
const readCsv = (text: string): Line[] => records.parse(parse(text, { columns: true, relax_column_count: false }))
const reader = (room: ResearchRoom) => {
  const lines = linesOfRoom(room)
  return (name: ResearchTable): Line[] => readCsv(headerOf(name) + lines[name])
}

const cell = (line: Line, name: string): string => {
  const found = line[name]
  if (found === undefined) throw new Error(`There is no column ${name}.`)
  return found
}
const sumBy = (lines: readonly Line[], key: (line: Line) => string, amount: (line: Line) => number) => {
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0) + amount(line))
  return sums
}
const ms = (line: Line) => Number(cell(line, 'ms'))
const valueAt = (positions: readonly Line[], round: string, stage: string, delegation: string): number | null => {
  const found = positions.find((line) => line.round === round && line.stage === stage && line.delegation === delegation)
  return found ? Number(cell(found, 'value')) : null
}
const apart = (positions: readonly Line[], round: string, stage: string, members: readonly string[]): number | null => {
  const values = members.map((id) => valueAt(positions, round, stage, id))
  const known = values.flatMap((value) => value ?? [])
  return known.length < members.length ? null : Math.max(...known) - Math.min(...known)
}
const shiftOf = (opening: number | null, closing: number | null) =>
  opening === null || closing === null ? null : closing < opening ? 'narrowed' : closing > opening ? 'widened' : 'held'

test('D20 positions, moves, talk and answers of the debrief are counted from positions, turns and entries', () => {
  const seen = { pairs: 0, moves: 0, talk: 0, answers: 0, undone: 0, heads: 0, citations: 0 }
  fc.assert(
    fc.property(script(200), (told) => {
      const { state, rows } = storyOf(told)
      const room = tableOf(rows)
      const read = reader(room)
      const [positions, turns, entries] = [read('positions'), read('turns'), read('entries')]
      for (const { round, pair, opening, closing } of pairReadings(state)) {
        expect(apart(positions, round, 'opening', membersOf(pair))).toBe(opening)
        expect(apart(positions, round, 'closing', membersOf(pair))).toBe(closing)
        if (closing !== null) seen.pairs += 1
      }
      const known = movesKnown(state)
      const moved = state.plan.rounds.flatMap(({ key }) =>
        delegationIds(state.plan).flatMap((delegation) => {
          const [from, to] = [
            valueAt(positions, key, 'opening', delegation),
            valueAt(positions, key, 'closing', delegation),
          ]
          return from === null || to === null || from === to ? [] : [{ round: key, delegation, from, to }]
        }),
      )
      if (known.kind === 'compared') expect(known.moves).toEqual(moved)
      seen.moves += moved.length

      const spent = sumBy(turns, (line) => cell(line, 'delegation'), ms)
      for (const id of delegationIds(state.plan)) {
        const seats = Object.values(state.seats).filter(({ delegation }) => delegation === id)
        expect(spent.get(id) ?? 0).toBe(seats.reduce((sum, seat) => sum + state.floor.spentMs.of(seat.id), 0))
        // D4: by person, and where an understudy spoke by its seat.
        const voice = (line: Line) => line.pid || cell(line, 'seat')
        const own = (lines: readonly Line[]) => lines.filter(({ delegation }) => delegation === id)
        const said = sumBy(own(turns), voice, ms)
        const made = sumBy(
          own(entries).filter(({ kind }) => kind === 'statement'),
          voice,
          () => 1,
        )
        for (const talk of talkOf(state, id)) {
          const name = room.pids[talk.voice] ?? talk.voice
          expect({ name, ms: said.get(name) ?? 0, made: made.get(name) ?? 0 }).toEqual({
            name,
            ms: talk.spokenMs,
            made: talk.statements,
          })
          seen.talk += talk.spokenMs > 0 ? 1 : 0
        }
      }
      seen.undone += turns.filter(({ cause }) => cause === 'undone').length
      const talk = talkFinding(state)
      if (talk.kind === 'heads' && talk.by === 'time') {
        const held = sumBy(turns, (line) => `${line.seat} ${line.head}`, ms)
        const seconds = [...held].map(([key, all]) => ({ head: key.endsWith('true'), all: Math.round(all / 1000) }))
        const sum = (some: typeof seconds) => some.reduce((total, { all }) => total + all, 0)
        expect(Math.round((sum(seconds.filter(({ head }) => head)) / sum(seconds)) * 100)).toBe(talk.share)
        seen.heads += 1
      }

      const byUid = new Map(entries.map((line) => [cell(line, 'uid'), line]))
      const speaks = ({ kind, withdrawn }: Line) => kind === 'turn' || (kind === 'statement' && withdrawn === 'false')
      const answers = sumBy(
        entries.filter(
          (line) =>
            speaks(line) &&
            line.answers !== '' &&
            line.delegation !== '' &&
            ['statement', 'turn'].includes(cell(byUid.get(cell(line, 'answers')) ?? { kind: '' }, 'kind')),
        ),
        (line) => `${line.delegation} ${byUid.get(cell(line, 'answers'))?.delegation}`,
        () => 1,
      )
      for (const [from, all] of Object.entries(answersAmong(state)))
        for (const [to, times] of Object.entries(all))
          if (from !== to) {
            expect(answers.get(`${from} ${to}`) ?? 0).toBe(times)
            seen.answers += times
          }

      const anchors = read('anchors')
      const cited = [...new Set(anchors.map((line) => cell(line, 'paragraph')))]
      for (const [paragraph, uses] of usesOf(state, cited)) {
        const here = anchors.filter((line) => {
          const of = byUid.get(cell(line, 'uid'))
          return line.paragraph === paragraph && of && (of.kind === 'reveal' || speaks(of))
        })
        expect(here.length).toBe(uses.length)
        seen.citations += uses.length
      }
    }),
    { seed, numRuns: runs },
  )
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(3)
})

test('D20 the comparison is counted from positions', () => {
  let known = 0
  fc.assert(
    fc.property(fc.array(script(160, true, 'china-gap'), { minLength: 2, maxLength: 3 }), (scripts) => {
      const stories = scripts.map(storyOf)
      const tables = tablesOf(stories.map(({ state }) => state))
      const reads = stories.map(({ rows }, place) => reader(tableOf(rows, {}, `room-${place}`)))
      const all = reads.flatMap((read) => read('positions'))
      const gap = cell(reads[0]?.('rooms')[0] ?? {}, 'gap').split(' ')
      const plan = tables[0]?.state.plan
      if (!plan) throw new Error('There are tables.')
      for (const measure of ['gap', ...pairsOf(plan)] as const) {
        const sides = measure === 'gap' ? gap : membersOf(measure)
        for (const { id, rounds, shifts } of compareTables(tables, measure)?.tables ?? []) {
          const own = all.filter((line) => line.room === id)
          const counted = rounds.map(({ round }) => {
            const [opening, closing] = [apart(own, round, 'opening', sides), apart(own, round, 'closing', sides)]
            return { round, opening, closing, shift: shiftOf(opening, closing) }
          })
          expect(rounds.map(({ fromMiddle: _, ...one }) => one)).toEqual(counted)
          expect(shifts.narrowed).toBe(counted.filter(({ shift }) => shift === 'narrowed').length)
          known += counted.filter(({ shift }) => shift !== null).length
        }
      }
    }),
    { seed, numRuns: 20 },
  )
  expect(known).toBeGreaterThan(3)
})

test('D18 each file has the columns that codebook and data package say, in lines that any reader takes, and every uid is an entry', () => {
  const seen = { lines: 0, uids: 0 }
  fc.assert(
    fc.property(script(200), (told) => {
      const room = tableOf(storyOf(told).rows)
      const files = unzipped(Buffer.from(researchZip(about, [linesOfRoom(room)])))
      const described = z
        .object({
          resources: z.array(
            z.object({
              name: z.string(),
              path: z.string(),
              bytes: z.number(),
              schema: z.object({ fields: z.array(z.object({ name: z.string(), type: z.string() })) }),
            }),
          ),
        })
        .parse(JSON.parse(files.get('datapackage.json') ?? '{}')).resources
      expect(described.map(({ name }) => name)).toEqual(RESEARCH_TABLE_NAMES)
      const uids = new Set<string>()
      for (const { name, path, bytes, schema } of described) {
        const text = files.get(path) ?? ''
        expect(Buffer.byteLength(text)).toBe(bytes)
        expect(text.split('\n')[0]?.split(',')).toEqual(schema.fields.map((field) => field.name))
        for (const field of schema.fields)
          expect(files.get('codebook.md')).toContain(`| ${field.name} | ${field.type} |`)
        for (const line of readCsv(text)) {
          seen.lines += 1
          if (name === 'entries') uids.add(cell(line, 'uid'))
          for (const { name: column, type } of schema.fields) {
            const value = cell(line, column)
            if (value === '') continue
            if (type === 'datetime') expect(new Date(value).toISOString()).toBe(value)
            if (type === 'boolean') expect(['true', 'false']).toContain(value)
            if (type === 'integer') expect(value).toMatch(/^-?\d+$/)
            if (type === 'number') expect(Number.isFinite(Number(value))).toBe(true)
          }
        }
      }
      for (const [name, column] of [
        ...([
          ['injects', 'uid'],
          ['anchors', 'uid'],
          ['turns', 'entry'],
          ['proposals', 'cites'],
        ] as const),
      ])
        for (const line of readCsv(files.get(`${name}.csv`) ?? ''))
          if (line[column]) {
            expect(uids.has(cell(line, column))).toBe(true)
            seen.uids += 1
          }
    }),
    { seed, numRuns: 30 },
  )
  expect(seen.lines).toBeGreaterThan(1000)
  expect(seen.uids).toBeGreaterThan(30)
  expect(
    new Set(RESEARCH_TABLE_NAMES.flatMap((name) => columnsOf(name).map(({ about: words }) => words === ''))).has(true),
  ).toBe(false)
})

/** Every text that somebody wrote, with the number of its row behind it. */
const canaried = (rows: readonly Recorded[]): Recorded[] =>
  rows.map((row) => ({ ...row, event: withWords(row.event, (text) => (text === '' ? text : `${text} ◊${row.seq}◊`)) }))
const canariesIn = (text: string): Set<number> => new Set([...text.matchAll(/◊(\d+)◊/g)].map(([, seq]) => Number(seq)))
const NEVER =
  /Nudge|Help|Reflection|Draft|PositionFiled|PositionsRevealed|Strateg|Bookmark|Reported|Stance|Chips|Reading|RatificationVoted|Ballot/

test('D18 D19 K2 only words of those who gave theirs leave, none that were taken off, and none of notes, calls, reflections and drafts', () => {
  const seen = { all: 0, none: 0, one: 0, struck: 0, hidden: 0, withheld: 0 }
  fc.assert(
    fc.property(script(200), (told) => {
      const rows = canaried(new Story(told, { strikes: true }).rows)
      const shown = canariesIn(JSON.stringify(maskedLog(rows).rows))
      seen.struck += canariesIn(JSON.stringify(rows)).size - shown.size
      const leaving = (consenting: readonly string[]) => {
        const room = tableOf(rows, { consenting })
        const text = [...unzipped(Buffer.from(researchZip(about, [linesOfRoom(room)]))).values()].join('\n')
        seen.withheld += text.split('[withheld]').length - 1
        expect(PEOPLE.filter((name) => new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
        const told = canariesIn(JSON.stringify(room.rows))
        seen.hidden += shown.size - told.size
        return [...canariesIn(text)].map((seq) => {
          const { by, event } = rows[seq - 1] ?? rows[0]!
          expect({ type: event.type, never: NEVER.test(event.type) }).toEqual({ type: event.type, never: false })
          expect(told.has(seq) && shown.has(seq)).toBe(true)
          return event.type === 'StatementPosted' ? event.author : by
        })
      }
      const people = (actors: readonly string[]) => actors.filter((by) => by.startsWith('p:'))
      seen.all += people(leaving(PEOPLE)).length
      seen.none += leaving([]).length
      expect(people(leaving([]))).toEqual([])
      const one = people(leaving(['ben']))
      expect(one.filter((by) => by !== 'p:ben')).toEqual([])
      seen.one += one.length
    }),
    { seed, numRuns: 25 },
  )
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(3)
})

test('D19 words begun from what somebody else said leave only where they gave theirs too, through every version between', () => {
  const room = given().enters('negotiation').does(FEN, hand()).runs(5)
  if (room.state.floor.holder === null) room.does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' })
  room.does(FEN, statement('Sixty days.'))
  const put = { type: 'putForward', clause: 'gap', drafter: null } as const
  room.does(AMARA, { ...put, words: 'Sixty days, then.', from: null, cites: room.state.record.last()?.no ?? null })
  room.does(DAIKI, { ...put, words: 'Sixty days, or ninety.', from: versionId.parse('us-2'), cites: null })
  const leaving = (...consenting: string[]) =>
    reader(tableOf(room.rows, { consenting }))('entries').flatMap(({ kind, text }) =>
      kind === 'version' ? [text] : [],
    )
  expect(leaving('amara', 'daiki')).toEqual(['[withheld]', '[withheld]'])
  expect(leaving('fen', 'daiki')).toEqual(['[withheld]', '[withheld]'])
  expect(leaving('fen', 'amara')).toEqual(['Sixty days, then.', '[withheld]'])
  expect(leaving('fen', 'amara', 'daiki')).toEqual(['Sixty days, then.', 'Sixty days, or ninety.'])
})

test('D18 words that hold a name of the class are withheld, and say so', () => {
  const people = [
    'Mei Castellano',
    'Seán O’Brien',
    'Anna',
    'Bo',
    'Li Wei',
    'Müller Hans',
    '王小明',
    '李 四',
    '张伟2',
    '𠮷田',
    'สมชาย',
  ]
  const holds = nameFinder([...people, 'ana@example.edu', '20231234', 'P-2023-7', 'An-7', '7'])
  for (const text of [
    'As Mei said.',
    'O’Brien',
    'as MEI CASTELLANO said',
    'castellano, Castellano’s view',
    '我同意王小明的话',
    'Write to Ana@Example.edu',
    'no. 20231234',
    'as p-2023-7, who',
    'thanks anna for this',
    'ANNA said',
    'I agree with Bo here',
    'as Li said',
    'hans müller',
    'Herr Muller',
    '李四说得对',
    '同意张伟',
    '𠮷𠮷田さん',
    '我同意Anna的话',
    'สวัสดีสมชายครับ',
  ])
    expect({ text, held: holds(text) }).toEqual({ text, held: true })
  for (const text of [
    'We may meet.',
    'Meiji Japan',
    'An annal of 7 bonds',
    'In 2023.',
    'ana, example.edu',
    '120231234',
    '小王',
  ])
    expect({ text, held: holds(text) }).toEqual({ text, held: false })
  expect(nameFinder([])('Anything.')).toBe(false)
})

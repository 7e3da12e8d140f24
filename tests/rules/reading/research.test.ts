import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { linesOfRoom, researchZip } from '#server/jobs/thread/research-files'
import { delegationIds, membersOf, pairsOf } from '#simulation/agenda/parties'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import { answersAmong, movesKnown, pairReadings, usesOf } from '#simulation/reading/positions/debrief'
import { talkFinding, talkOf } from '#simulation/reading/talk/talk'
import { columnsOf, RESEARCH_TABLE_NAMES } from '#simulation/research/research-columns'
import { tablesIn } from '#simulation/research/research-package'
import { about, cell, type Line, readCsv, reader, tableOf } from '../../support/files/research-tables'
import { meant, opened, runs } from '../../support/files/spreadsheet'
import { unzipped } from '../../support/files/unzipped'
import { tablesOf } from '../../support/stories/played-tables'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const numRuns = 80 * Number(process.env.STORY_TIMES ?? 1)

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

test('D20 D3 D5 positions, moves, talk and answers of the debrief are counted from positions, turns and entries', () => {
  const seen = { pairs: 0, moves: 0, talk: 0, answers: 0, undone: 0, heads: 0, citations: 0 }
  fc.assert(
    fc.property(script(250), (told) => {
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
        expect(spent.get(id) ?? 0).toBe(seats.reduce((sum, seat) => sum + (state.floor.spentMs.get(seat.id) ?? 0), 0))
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
    { seed, numRuns },
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
      const plan = tables[0]?.played
      if (!plan) throw new Error('There are tables.')
      for (const measure of ['gap', ...pairsOf(plan)] as const) {
        const sides = measure === 'gap' ? gap : membersOf(measure)
        for (const { id, rounds, shifts } of compareTables(tables, measure)?.tables ?? []) {
          const own = all.filter((line) => line.room === id)
          const counted = rounds.map(({ round }) => {
            const [opening, closing] = [apart(own, round, 'opening', sides), apart(own, round, 'closing', sides)]
            return { round, opening, closing, shift: shiftOf(opening, closing), isShared: false }
          })
          expect(rounds.map(({ fromMiddle: _, entry: __, ...one }) => one)).toEqual(counted)
          expect(shifts.narrowed).toBe(counted.filter(({ shift }) => shift === 'narrowed').length)
          known += counted.filter(({ shift }) => shift !== null).length
        }
      }
    }),
    { seed, numRuns: 20 },
  )
  expect(known).toBeGreaterThan(3)
})

test('D18 each table stands in excel again, with the same words, and no cell of it runs', () => {
  let guarded = 0
  fc.assert(
    fc.property(script(250), fc.constantFrom('=1+41', '+cmd|x', '-2\n@a', 'a;=1'), (told, title) => {
      const room = tableOf(storyOf(told).rows)
      const { about: of } = room
      const files = unzipped(Buffer.from(researchZip(about, [linesOfRoom({ ...room, about: { ...of, title } })])))
      for (const name of tablesIn(about)) {
        const sheet = files.get(`excel/${name}.csv`) ?? ''
        expect(sheet.startsWith('\uFEFF')).toBe(true)
        const cells = opened(sheet)
        expect(cells.flat().filter(runs)).toEqual([])
        guarded += cells.flat().filter((text) => text.startsWith("'")).length
        expect(cells.map((row) => row.map(meant))).toEqual(opened(files.get(`${name}.csv`) ?? ''))
      }
    }),
    { seed, numRuns: 8 },
  )
  expect(guarded).toBeGreaterThan(5)
})

test('D18 each file has the columns that codebook and data package say, in lines that any reader takes, and every uid is an entry', () => {
  const seen = { lines: 0, uids: 0, figures: 0 }
  fc.assert(
    fc.property(script(250), (told) => {
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
      expect(described.map(({ name }) => name)).toEqual(tablesIn(about))
      // A program of figures reads columns that its table has.
      for (const [path, program] of files)
        if (/^figures\//.test(path)) {
          const table = /"\.\.\/(\w+)\.csv"/.exec(program)?.[1]
          const fields = described.find(({ name }) => name === table)?.schema.fields.map(({ name }) => name) ?? []
          const named = [
            'room',
            'delegation',
            ...(table === 'turns' ? ['ms', 'understudy'] : ['round', 'stage', 'value']),
          ]
          for (const column of named) {
            expect(fields).toContain(column)
            expect(program).toContain(column)
            seen.figures += 1
          }
        }
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
    { seed, numRuns: 12 },
  )
  expect(seen.lines).toBeGreaterThan(500)
  expect(seen.uids).toBeGreaterThan(10)
  expect(seen.figures).toBe(12 * (2 * 5 + 2 * 4))
  expect(
    new Set(RESEARCH_TABLE_NAMES.flatMap((name) => columnsOf(name).map(({ about: words }) => words === ''))).has(true),
  ).toBe(false)
})

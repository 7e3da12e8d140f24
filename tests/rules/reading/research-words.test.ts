// Whose words leave in a research file, and which stay withheld (rules D18, D19, K2).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOfRoom, researchZip } from '#server/jobs/thread/research-files'
import { withWords } from '#simulation/engine/catalogue'
import { maskedLog } from '#simulation/engine/masked-log'
import { personId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { versionId } from '#simulation/shapes/text'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, CHAIR, DAIKI, FEN, hand, statement } from '../../support/cast'
import { about, reader, tableOf } from '../../support/files/research-tables'
import { unzipped } from '../../support/files/unzipped'
import { given } from '../../support/given'
import { Story } from '../../support/stories/stories'
import { PEOPLE, script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)

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
    { seed, numRuns: 12 },
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

test('D31 of annotations the words of whoever gave theirs leave where the class reads them, and of which words of an entry they are; the tags leave with the opening comment, and no number tells of what is hidden or what staff wrote', () => {
  const room = given().enters('floor').does(FEN, hand()).runs(5)
  if (room.state.floor.holder === null) room.does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' })
  room.does(FEN, statement('\u{1F409} Notice, and a price.'))
  const entry = room.state.record.last()?.no ?? ''
  const comment = (id: string, by: string | null, hidden: string | null = null) => ({
    ...{ id, writer: by ?? 'staff', person: by === null ? null : personId.parse(by), seq: 1, hidden },
    ...{ text: `word-${id}`, at: 1000 },
  })
  const thread = (whom: 'class' | 'instructor', ...comments: ReturnType<typeof comment>[]) => ({
    ...{
      id: comments[0]?.id ?? '',
      entry,
      for: whom,
      delegation: null,
      openedBy: comments[0]?.writer ?? null,
      exemplar: false,
      comments,
    },
    ...{ tags: ['pivot', 'price'], span: { quote: 'a price', offset: 15 } },
  })
  const threads = [
    { ...thread('class', comment('elsewhere', 'ben')), entry: '900' },
    thread('class', comment('noted', null)),
    thread('class', comment('alone', 'ben', 'Rude.')),
    thread(
      'class',
      comment('ben', 'ben'),
      comment('rude', 'ben', 'Rude.'),
      comment('emi', 'emi'),
      comment('staff', null),
      comment('more', 'ben'),
    ),
    thread('instructor', comment('asked', 'ben'), comment('told', null)),
    thread('class', comment('off', 'ben', 'Rude.'), comment('again', 'ben')),
  ]
  const lines = (consenting: string[], names: string[] = []) =>
    reader(tableOf(room.rows, { consenting, beside: { annotations: threads }, names }))('annotations').map(
      ({ thread: no, comment: place, pid, audience, tags, quote_at, quote_length, words, withheld, text }) =>
        [`${no}.${place}`, pid, audience, tags, `${quote_at}+${quote_length}`, words, withheld, text].join('|'),
    )
  expect(lines(['ben'])).toEqual([
    ...['1.1|p1|class|pivot, price|14+7|1||word-ben', '1.2|p4|class||14+7|1|consent|[withheld]'],
    ...['1.3|p1|class||14+7|1||word-more', '2.1|p1|instructor||14+7|1|audience|[withheld]'],
    ...['3.1|p1|class||14+7|1||word-again'],
  ])
  expect(lines(['ben'], ['ben'])[0]).toBe('1.1|p1|class||14+7|1|name|[withheld]')
})

test('D32 a mark names as evidence what was sealed when it was given, and no criterion by somebody’s name', () => {
  const room = givenWeek(opensAt('openings') + HOUR, { postFirst: true })
  room.does(AMARA, post(phaseOf('openings'), 'Sixty days.'))
  const sealed = room.state.posts[0]?.no ?? ''
  room.runs(dueOf('openings'))
  const mark = {
    person: 'amara',
    round: null,
    criterion: 'Evidence',
    level: 3,
    highest: 4,
    at: 1000,
    evidence: [sealed],
  }
  const read = reader(
    tableOf(room.rows, { marks: [mark, { ...mark, criterion: 'What Ben Adler taught' }], names: ['Ben Adler'] }),
  )
  const opened = read('entries').find(({ text }) => text === 'Sixty days.')?.uid
  expect(opened).toMatch(/^r1:\d+$/)
  expect(read('marks').map(({ criterion, evidence }) => [criterion, evidence])).toEqual([
    ['Evidence', opened],
    ['[withheld]', opened],
  ])
})

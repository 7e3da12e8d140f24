/** For each word of a record: who reads it, in each form of the transcript, the replay and the debrief, and that nobody else does. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fold } from '#simulation/engine/room'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { RECORD_VERSION } from '#simulation/reading/record/record-file'
import { isRedacted, visibleRow } from '#simulation/secrecy/visible-row'
import { openedStory, votedStory } from './given-record'
import { useRecordReaders } from './record-readers'
import { beforeClose, everyone, NOT_FOR_THE_CLASS, READERS, type Reader, ROWS_ONLY, STRANGERS } from './record-words'

const { story, ask, askReplay, text, read, expectTold, debrief } = useRecordReaders()

const exported = z.strictObject({
  format: z.literal('track-two-transcript'),
  version: z.literal(RECORD_VERSION),
  rowVersion: z.literal(ROOM_VERSION),
  room: z.strictObject({ name: z.string() }),
  activity: z.strictObject({ title: z.string(), kind: z.string(), scenario: z.string(), agenda: z.string() }),
  course: z.strictObject({ title: z.string(), timeZone: z.string() }),
  reader: z.enum(['chair', 'person']),
  roll: z.record(z.string(), z.string()),
  rows: z.array(visibleRow),
})
const readExport = async (who: string) => exported.parse(JSON.parse(await read(who, 'json')))

describe('before the debrief', () => {
  test('R6 each reader finds every word that is theirs and not one that is another’s', async () => {
    await expectTold(beforeClose)
  })

  test('briefs, papers and stances are in the export of whoever holds them and of nobody else', async () => {
    const holds = async (who: Reader) => {
      const { rows } = await readExport(who)
      const events = rows.flatMap((row) => (isRedacted(row) ? [] : [row.event]))
      return {
        briefs: events.flatMap((event) => (event.type === 'BriefIssued' ? [event.brief.to] : [])).sort(),
        papers: events.some((event) => event.type === 'ChairPapersIssued'),
        stances: events.filter((event) => event.type === 'StanceMarked').length,
      }
    }
    expect(await holds('us')).toEqual({ briefs: ['us', 'us.state'], papers: false, stances: 1 })
    expect(await holds('usTwo')).toEqual({ briefs: ['us', 'us.treasury'], papers: false, stances: 0 })
    expect(await holds('jp')).toEqual({ briefs: ['jp', 'jp.pm'], papers: false, stances: 0 })
    expect(await holds('standing')).toEqual({ briefs: [], papers: false, stances: 0 })
    expect(await holds('chair')).toMatchObject({ papers: true, stances: 1 })
  })

  test('the export keeps every number up to the last row that its reader hears, folds to what the reader may know, and names only who stands in it', async () => {
    const chair = await readExport('chair')
    expect(chair.rows.filter(isRedacted)).toEqual([])
    const mine = await readExport('standing')
    expect(mine.rows.map((row) => row.seq)).toEqual(chair.rows.slice(0, mine.rows.length).map((row) => row.seq))
    expect(mine.rows.at(-1)).not.toHaveProperty('sealed')
    expect(mine.rows.some(isRedacted)).toBe(true)
    expect(fold(mine.rows)?.record.length).toBe(fold(chair.rows)?.record.length)
    expect(Object.values(chair.roll)).toContain('Mei Castellano')
    expect(Object.values(mine.roll)).not.toContain('Ingrid Solberg') // she joined and has done nothing
  })

  test('an export is a file that nothing on the way may keep', async () => {
    for (const format of ['md', 'csv', 'docx', 'json']) {
      const answer = await ask('chair', `/export?format=${format}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(
          `^attachment; filename="[a-z0-9-]+-table-1-\\d{4}-\\d\\d-\\d\\d-${format === 'json' ? 'complete' : 'class'}\\.${format}"$`,
        ),
      )
    }
    expect((await ask('chair', '/export?format=xlsx')).status).toBe(404)
  })

  test('what people wrote stays their words: on the page as text, in Markdown escaped', async () => {
    expect(await read('us', 'page')).toContain('word-all-statement &lt;b&gt;&amp;amp; <em>stars</em>')
    expect(await read('us', 'markdown')).toContain('word-all-statement \\<b\\>&amp;amp; \\*stars\\*')
  })

  test('the wishes in the address choose among what may be read, on the page and in Markdown', async () => {
    const asked = `by=jp&student=${story().cast.jp.person}`
    for (const path of [
      `?${asked}`,
      `/export?format=md&for=reader&${asked}`,
      `/export?format=csv&for=reader&${asked}`,
    ]) {
      const excerpt = await text('jp', path)
      expect(excerpt).toContain('word-jp-caucus')
      expect(excerpt).toContain('word-all-statement')
      expect(excerpt).not.toContain('word-all-news')
      const others = await text('us', path)
      expect(others).toContain('word-all-statement')
      expect(others).not.toContain('word-jp-caucus')
    }
    expect(await text('us', '?anchor=E3.1&intent=challenge')).toContain('word-all-statement')
    expect(await text('us', '?intent=question')).not.toContain('word-all-statement')
    expect(await text('us', '?round=no-such&by=xx&student=%3Cb%3E')).toContain('word-all-statement')
  })
})

const wound = z.strictObject({ rows: z.array(visibleRow), roll: z.record(z.string(), z.string()) })
const wordsIn = (whole: string): string[] => [...new Set(whole.match(/word-[a-z]+-[a-z]+(-\d)?/g) ?? [])].sort()

/** The words that Japan heard before the debrief, its own unrevealed position included. */
const heardByTokyo = [
  ...['word-all-news', 'word-all-note', 'word-all-source', 'word-all-statement', 'word-jp-caucus', 'word-jp-line-0'],
  ...[
    ...['word-jp-line-1', 'word-jp-note', 'word-jp-position-0', 'word-jp-position-1', 'word-us-line-0'],
    ...['word-us-position-0'],
  ],
  ...['word-usjp-bilateral'],
]

describe('a replay, while the record is sealed', () => {
  test('the chair sees it as Tokyo saw it, and nobody else is shown another’s view, their own included', async () => {
    expect(wordsIn(await (await askReplay('chair', 'jp')).text())).toEqual(heardByTokyo)
    for (const who of [...READERS, ...STRANGERS].filter((one) => one !== 'chair'))
      for (const as of ['us', 'jp', 'cn'])
        expect({ who, as, status: (await askReplay(who, as)).status }).toEqual({ who, as, status: 404 })
    for (const who of STRANGERS) expect((await askReplay(who)).status).toBe(404)
    expect((await askReplay('chair', 'fr')).status).toBe(404)
  })
})

describe('the debrief, while the record is sealed', () => {
  test('D8 it is there for the chair and not found for anybody else', async () => {
    expect((await debrief('chair')).status).toBe(200)
    for (const who of [...READERS, ...STRANGERS]) {
      if (who === 'chair') continue
      const { status, page, payload } = await debrief(who)
      expect({ who, status }).toEqual({ who, status: who === 'nobody' || who === 'gone' ? status : 404 })
      expect([404, 307]).toContain(status)
      expect(page + payload).not.toContain('word-')
    }
  })
})

describe('after the debrief has unsealed the record', () => {
  test('R8 caucuses, bilaterals, drafts and ballots are read by all; notes, help, reflections and marks stay private', async () => {
    const { of, cast, teller } = story()
    await votedStory(of, cast, teller)
    await openedStory(of, cast, teller)
    const opened = { readers: everyone }
    await expectTold({
      ...beforeClose,
      'word-us-position-1': opened,
      'word-us-line-1': opened,
      'word-jp-position-1': opened,
      'word-jp-line-1': opened,
      'word-us-ballot': opened,
      'word-us-caucus': opened,
      'word-us-gone': opened,
      'word-jp-caucus': opened,
      'word-usjp-bilateral': opened,
      'word-cn-draft': { readers: everyone, in: ROWS_ONLY },
      'word-cn-reflection': { readers: ['chair', 'cn'], in: NOT_FOR_THE_CLASS },
    })
  })

  test('D7 D8 the debrief is everyone’s then; a reflection stays its writer’s, and no name stands on a student’s page', async () => {
    const names = ['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro']
    for (const who of READERS) {
      const { status, page, payload } = await debrief(who)
      expect({ who, status }).toEqual({ who, status: 200 })
      for (const whole of [page, payload]) {
        expect({ who, reads: whole.includes('word-cn-reflection') }).toEqual({
          who,
          reads: who === 'chair' || who === 'cn',
        })
        const named = names.filter((name) => whole.includes(name))
        expect({ who, named }).toEqual({ who, named: who === 'chair' ? ['Lin Jiayi'] : [] })
        for (const secret of ['word-us-help', 'word-jp-note', 'word-state-note', 'word-chair-bookmark'])
          expect(whole).not.toContain(secret)
      }
      expect(page).toContain('only of five people or more') // one stance was marked, and it is told to nobody
    }
    for (const who of STRANGERS) expect((await debrief(who)).page).not.toContain('word-')
  })

  test('everybody may see a replay as Tokyo did, but for what stays private', async () => {
    // Public since the reveal.
    const later = ['word-us-ballot', 'word-us-line-1', 'word-us-position-1']
    const heard = [...new Set([...heardByTokyo, ...later])].sort()
    expect(wordsIn(await (await askReplay('chair', 'jp')).text())).toEqual(heard)
    for (const who of ['us', 'usTwo', 'cn', 'standing'] as const)
      expect({ who, words: wordsIn(await (await askReplay(who, 'jp')).text()) }).toEqual({
        who,
        words: heard.filter((word) => word !== 'word-jp-note'),
      })
    const { roll } = wound.parse(await (await askReplay('us', 'cn')).json())
    expect(Object.values(roll)).not.toContain('Ingrid Solberg')
    for (const who of STRANGERS) expect((await askReplay(who, 'jp')).status).toBe(404)
  })
})

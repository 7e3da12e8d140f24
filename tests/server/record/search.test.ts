/** Searching records: what is found in three languages, and by whom. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { closeRoomReading } from '#server/store/log/room-reading'
import { type IndexedText, saveTexts } from '#server/store/search/room-text'
import { matchesIn, search } from '#server/store/search/search'
import { readSearchableCourse, readSearchScopes } from '#server/store/search/search-scope'
import { chairActor, personId, type RoomId, roomId, seatId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { Audience } from '#simulation/shapes/record'
import { useFreshDatabase } from '../../support/machines/database'
import { type Class, givenClass } from '../live/given/given-classroom'
import { givenAccount, givenActivity } from '../store/given-store'
import { chairIn, index } from './given-index'
import { type Cast, givenCast, openedStory, sealedStory, type Teller } from './given-record'

const fresh = useFreshDatabase()
const AT = Date.UTC(2026, 0, 12, 9)

async function givenRoom(): Promise<RoomId> {
  const { roomIds } = await givenActivity({})
  return roomId.parse(roomIds[0])
}

afterAll(closeRoomReading)

describe('who finds it', () => {
  const seats = ['us.state', 'us.treasury', 'jp.pm', 'cn.foreign'].map((id) => seatId.parse(id))
  const people = ['mei', 'amara', 'lin'].map((id) => personId.parse(id))
  const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
    fc.constantFrom<Audience>('everyone', 'instructor'),
    fc.record({ seats: fc.subarray(seats), opens: fc.constantFrom('at-debrief' as const, 'never' as const) }),
    fc.record({ person: fc.constantFrom(...people) }),
  )
  const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
    fc.constantFrom<Viewer>({ kind: 'chair' }, { kind: 'stage' }),
    fc.record({
      kind: fc.constant('person' as const),
      person: fc.constantFrom(...people),
      seat: fc.option(fc.constantFrom(...seats)),
      hears: fc.array(
        fc.record({
          seat: fc.constantFrom(...seats),
          from: fc.nat(12),
          until: fc.option(fc.integer({ min: 1, max: 13 })),
        }),
        { maxLength: 3 },
      ),
    }),
  )

  test('R1–R5, R12–R14 the database and the rules agree on every audience and every viewer', async () => {
    const room = await givenRoom()
    let judged = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAudience, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(anyViewer, fc.boolean()), { minLength: 1, maxLength: 8 }),
        async (audiences, viewers) => {
          await database().roomText.deleteMany({ where: { roomId: room } })
          await saveTexts(
            room,
            1,
            0,
            audiences.map((audience, place) => said(place + 1, 'the word', audience)),
          )
          for (const [viewer, unsealed] of viewers) {
            const { found, total } = await search('word', [{ roomId: room, viewer, unsealed }], { most: 50 })
            const heard = audiences.flatMap((audience, place) =>
              mayHear({ seq: place + 1, audience }, viewer, unsealed) ? [place + 1] : [],
            )
            expect(found.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(heard)
            expect(total).toBe(heard.length)
            judged += audiences.length
          }
        },
      ),
      { numRuns: 20 },
    )
    expect(judged).toBeGreaterThan(200)
  })

  test('a room that is not in reach is not searched', async () => {
    const [mine, other] = [await givenRoom(), await givenRoom()]
    for (const room of [mine, other]) await saveTexts(room, 1, 0, [said(1, 'the same sentence', 'everyone')])
    expect((await search('sentence', [chairIn(mine)])).found.map((row) => row.roomId)).toEqual([mine])
    expect(await search('sentence', [])).toMatchObject({ empty: false, total: 0, found: [] })
  })
})

describe('what is found', () => {
  const SAID = [
    'Tokyo has taken the decision; it has not found the money for the ceiling.',
    'What can move is the pace of talks, and who talks first.',
    'The communiqué names no ceiling. GDP is not a plan.',
    '東京は決断したが、財源はまだ見つけていない。',
    '日中首脳会談を求める。ｻﾐｯﾄの日程を決めたい。',
    '首脳が集まり、脳会の話はしない。',
    '北京认为会谈应当继续，两国关系不能倒退。',
    'Beijing reads 会谈 as a ceiling on talk.',
  ]
  let room: RoomId
  beforeAll(async () => {
    room = await givenRoom()
    await saveTexts(
      room,
      SAID.length,
      0,
      SAID.map((text, place) => said(place + 1, text, 'everyone')),
    )
  })

  test.each([
    ['a word in any of its forms', 'decisions', [1]],
    ['every word that was asked for', 'ceiling money', [1]],
    ['an accent or none', 'COMMUNIQUE', [3]],
    ['a wide letter as the plain one', 'ＧＤＰ', [3]],
    ['one or the other', 'money or plan', [1, 3]],
    ['words in quotes only side by side', '"pace of talks"', [2]],
    ['words in quotes with words that are too common', '"move is the pace"', [2]],
    ['words in printed quotes too', '“talks first”', [2]],
    ['words without the one taken away', 'ceiling -money', [3, 8]],
    ['two characters of Japanese', '決断', [4]],
    ['half-width letters as full ones', 'サミット', [5]],
    ['a longer run only where it stands in one piece', '首脳会談', [5]],
    ['its pairs apart are not the run', '首脳会', [5]],
    ['two characters of Chinese', '关系', [7]],
    ['one character alone', '財', [4]],
    ['the same word in a Latin sentence and in its Japanese form', '会谈', [5, 7, 8]],
    ['two languages at once', 'ceiling 会谈', [8]],
    ['a run inside printed brackets', '「決断」', [4]],
  ])('%s: %s', async (_, query, places) => {
    const answer = await search(query, [chairIn(room)])
    expect(answer.found.map(({ seq }) => seq).sort()).toEqual(places)
    expect(answer).toMatchObject({ empty: false, total: places.length })
    expect([...(await matchesIn(chairIn(room), query)).entries].map(Number).sort()).toEqual(places)
  })

  test.each(['', '   ', '?!…', '"', '()&|:*<->', 'the', '-money', '、。「」'])(
    'nothing to look for is said, and nothing is found: %j',
    async (query) => {
      expect(await search(query, [chairIn(room)])).toMatchObject({ empty: true, total: 0, found: [] })
      expect((await matchesIn(chairIn(room), query)).empty).toBe(true)
    },
  )

  test.each([
    ['the', [], ['the']],
    ['the and of', [], ['the', 'and', 'of']],
    ['"to be"', [], ['to be']],
    ['the ceiling', [1, 3, 8], ['the']],
    ['ceiling -the', [1, 3, 8], ['the']],
    ['"pace of talks"', [2], []],
    ['ceiling', [1, 3, 8], []],
  ])('what is too common to search is said: %s', async (query, places, common) => {
    const answer = await search(query, [chairIn(room)])
    expect(answer.found.map(({ seq }) => seq).sort()).toEqual(places)
    expect(answer).toMatchObject({ common, empty: places.length === 0 })
    expect((await matchesIn(chairIn(room), query)).common).toEqual(common)
  })

  test.each(["'; DROP TABLE room_text; --", '\\', "o'clock", '%', 'a:*', '会'.repeat(500), 'x'.repeat(9_000)])(
    'whatever is typed is answered: %j',
    async (query) => {
      expect((await search(query, [chairIn(room)])).total).toBe(0)
    },
  )

  test('the best come first, a place at a time', async () => {
    const all = await search('ceiling', [chairIn(room)])
    expect(all.total).toBe(3)
    const first = await search('ceiling', [chairIn(room)], { most: 2 })
    const rest = await search('ceiling', [chairIn(room)], { from: 2, most: 2 })
    expect([...first.found, ...rest.found].map(({ seq }) => seq)).toEqual(all.found.map(({ seq }) => seq))
    expect(first.total).toBe(3)
  })

  test('what is to be marked is told as the texts spell it', async () => {
    expect((await search('talk 会谈', [chairIn(room)])).marks).toEqual({ words: ['talk'], runs: ['会谈'] })
    expect([...(await search('talking', [chairIn(room)])).marks.words].sort()).toEqual(['talk', 'talks'])
  })
})

describe('through a seminar', () => {
  const WORDS = ['all-statement', 'all-source', 'all-news', 'all-note', 'us-caucus', 'us-gone', 'jp-caucus'] as const
  const MORE = [
    'usjp-bilateral',
    'us-help',
    'jp-note',
    'state-note',
    'us-position-0',
    'us-position-1',
    'cn-draft',
  ] as const
  const OUT_OF_ROLE = ['cn-reflection'] as const
  const all = [...WORDS, ...MORE, ...OUT_OF_ROLE]
  let of: Class
  let cast: Cast
  let teller: Teller

  beforeAll(async () => {
    of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
    cast = await givenCast(of)
    teller = await sealedStory(of, cast)
    await index(fresh.url())
  })

  /** Which of the story's words somebody finds in the course. */
  async function finds(who: keyof Cast, words: readonly string[] = all): Promise<string[]> {
    const { id: courseId } = await database().course.findFirstOrThrow({
      where: { activities: { some: { id: of.activityId } } },
    })
    const reach = await readSearchableCourse({ id: cast[who].userId, isAdmin: false }, courseId, null)
    const found: string[] = []
    for (const word of words) if ((await search(`word-${word}`, reach?.scopes ?? [])).total > 0) found.push(word)
    return found
  }

  test('nobody finds what they may not hear, and everybody what they may', async () => {
    const open = ['all-statement', 'all-source', 'all-news', 'all-note', 'us-position-0']
    expect((await finds('us')).sort()).toEqual(
      [...open, 'us-caucus', 'us-gone', 'usjp-bilateral', 'us-help', 'state-note'].sort(),
    )
    expect((await finds('usTwo')).sort()).toEqual([...open, 'us-caucus', 'us-gone', 'usjp-bilateral'].sort())
    expect((await finds('jp')).sort()).toEqual([...open, 'jp-caucus', 'usjp-bilateral', 'jp-note'].sort())
    expect((await finds('cn')).sort()).toEqual(open.sort())
    expect((await finds('standing')).sort()).toEqual(open.sort())
    expect(await finds('gone')).toEqual([]) // removed from the room
  })

  test('the chair finds it all, a stranger has no course to search', async () => {
    const found: string[] = []
    for (const word of all) if ((await search(`word-${word}`, [chairIn(of.roomId)])).total > 0) found.push(word)
    expect(found).toEqual(all.filter((word) => !['us-position-1', 'cn-draft', 'cn-reflection'].includes(word)))
    const stranger = await givenAccount('Sofía Arrieta')
    const course = await database().course.findFirstOrThrow()
    expect(await readSearchableCourse(stranger, course.id, null)).toBeNull()
    for (const none of ['no-such-course', 'no\u0000course'])
      expect(await readSearchableCourse(stranger, none, null)).toBeNull()
    const reach = await readSearchableCourse(of.instructor, course.id, 'no-such-activity')
    expect(reach?.scopes ?? []).toEqual([])
  })

  test('an entry is found under its number in the record', async () => {
    const [statement] = (await search('word-all-statement', [chairIn(of.roomId)])).found
    expect(statement?.no).toBe(String(spokenAt(teller)))
    const [caucus] = (await search('word-jp-caucus', [chairIn(of.roomId)])).found
    expect(caucus?.no).toBe('jp1')
  })

  test('what the debrief opens is found by all from then on, and no more than that', async () => {
    await openedStory(of, cast, teller)
    await index(fresh.url())
    const opened = ['us-caucus', 'us-gone', 'jp-caucus', 'usjp-bilateral', 'us-position-1']
    expect(await finds('standing')).toEqual(expect.arrayContaining(opened))
    const own = ['us-help', 'jp-note', 'state-note', 'cn-reflection', 'cn-draft']
    expect((await finds('standing')).filter((word) => own.includes(word))).toEqual([])
    expect(await finds('cn')).toContain('cn-reflection')
    expect((await search('word-usjp-bilateral', [chairIn(of.roomId)])).total).toBe(1)
  })

  test('R13 what a seat was told is found by whoever inherits it, and by whoever was told it there', async () => {
    expect(await finds('us')).toContain('state-note')
    const chair = chairActor(of.instructor.id)
    teller.does(chair, { type: 'placePerson', person: cast.us.person, seat: null })
    teller.does(chair, { type: 'placePerson', person: cast.standing.person, seat: seatId.parse('us.state') })
    await teller.saves()
    expect(await finds('us')).toContain('state-note')
    expect(await finds('standing')).toContain('state-note')
    expect(await readSearchScopes([{ roomId: of.roomId, person: cast.us.person }])).toMatchObject([
      { viewer: { seat: null }, unsealed: true },
    ])
  })

  test('R12 whoever comes from another delegation finds nothing of what a seat was told before', async () => {
    const chair = chairActor(of.instructor.id)
    teller.does(chair, { type: 'placePerson', person: cast.jp.person, seat: seatId.parse('us.state') })
    teller.does(chair, { type: 'nudge', to: seatId.parse('us.state'), text: 'word-state-later' })
    await teller.saves()
    await index(fresh.url())
    expect(await finds('jp', ['state-note', 'state-later', 'jp-note'])).toEqual(['state-later', 'jp-note'])
  })
})

const spokenAt = (teller: Teller): number =>
  1 + teller.state.record.toArray().findIndex(({ event }) => event.type === 'StatementMade')

const said = (seq: number, body: string, audience: Audience): IndexedText => ({
  seq,
  no: String(seq),
  at: AT + seq,
  audience,
  body,
})

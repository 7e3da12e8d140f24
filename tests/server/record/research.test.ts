/** The research file as it is made and who is in it: pseudonyms for names, and words of those alone who gave them once their debate was over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { makeResearchFile } from '#server/jobs/research-file'
import { readSettings } from '#server/store/activities/settings'
import { repeatSeminar } from '#server/store/courses/copy-activity'
import { eraseUser } from '#server/store/erasure/erasure'
import { closeRoomReading } from '#server/store/log/room-reading'
import { addMark, NewMark, releaseMarks, withdrawMarks } from '#server/store/marks/marks'
import { answerForWords, countAnswers, readAskedForWords, saveQuestion } from '#server/store/records/words-for-research'
import { chairActor } from '#simulation/kernel/ids'
import { unzipped } from '../../support/files/unzipped'
import { useFreshDatabase } from '../../support/machines/database'
import { type Class, givenClass, type Student } from '../live/given/given-classroom'
import { type Cast, givenCast, openedStory, sealedStory, type Teller } from './given-record'

useFreshDatabase()
afterAll(closeRoomReading)

const NAMES = ['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro']
const ASKED = { question: 'May my words be used?\r\nAsk Noor.', approval: 'IRB-2026-41' }
let of: Class
let cast: Cast
let teller: Teller
let course: { id: string; title: string; timeZone: string }

beforeAll(async () => {
  of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  cast = await givenCast(of, NAMES)
  teller = await sealedStory(of, cast)
  const activity = await database().activity.findUniqueOrThrow({
    where: { id: of.activityId },
    select: { course: { select: { id: true, title: true, timeZone: true } } },
  })
  course = activity.course
})

const made = async (activityId: string | null = null, marks = false) => {
  const zip = await makeResearchFile({ by: 'owner', course, activityId, day: '2026-11-30', marks })
  if (zip === null || typeof zip === 'string') throw new Error(`No file was made: ${zip}`)
  return unzipped(Buffer.from(zip))
}
const textOf = (files: ReadonlyMap<string, string>) => [...files].map(([name, text]) => `${name}\n${text}`).join('\n')
const wordsIn = (text: string) => [...new Set(text.match(/word-[a-z]+-[a-z]+/g))].sort()
const answer = ({ userId }: Student, yes: boolean, asked: Partial<typeof ASKED> = {}) =>
  answerForWords(userId, { activityId: of.activityId, ...ASKED, ...asked, yes })

test('D18 D19 where nobody is asked no word of a student leaves, and no name, address or id ever does', async () => {
  const files = await made()
  const text = textOf(files)
  expect(wordsIn(text)).toEqual(['word-all-news'])
  const emails = await database().user.findMany({ select: { email: true, name: true, id: true } })
  const ids = Object.values(cast).flatMap(({ person, userId }) => [person, userId])
  const never = [...NAMES, ...NAMES.flatMap((name) => name.split(' ')), ...ids, of.roomId, of.activityId, course.id]
  for (const word of [...never, ...emails.flatMap(({ email, name, id }) => [email ?? name, name, id])])
    expect({ word, leaves: text.includes(word) }).toEqual({ word, leaves: false })
  expect(files.get('entries.csv')?.match(/,consent,\[withheld\]/g)?.length).toBeGreaterThan(0)
  expect(files.get('people.csv')?.match(/,now,|,before,/g)).toHaveLength(5)
  expect(files.get('README.md')).toContain('all words of people are withheld')
})

test('D19 a student is asked once their debate is over; only their yes gives their words, and they may take it back', async () => {
  await saveQuestion(of.activityId, ASKED)
  expect(await readAskedForWords(cast.jp.userId)).toEqual([])
  expect(await answer(cast.jp, true)).toBe('not-asked')
  await openedStory(of, cast, teller)
  teller.does(chairActor(of.instructor.id), { type: 'closeRoom' })
  await teller.saves()
  expect(await readAskedForWords(cast.jp.userId)).toMatchObject([{ approval: 'IRB-2026-41', answer: null }])
  expect(await readAskedForWords(of.instructor.id)).toEqual([])
  // Unsealed by now, so private talk could leave.
  expect(wordsIn(textOf(await made()))).toEqual(['word-all-news'])
  expect(await answer(cast.jp, true, { question: 'Another question?' })).toBe('not-asked')
  expect(await answer(cast.jp, true, { approval: 'IRB-2025-7' })).toBe('not-asked')
  expect(await answer(cast.gone, true)).toBe('not-asked')
  expect(await answer(cast.jp, true)).toBe('answered')
  expect(await answer(cast.us, false)).toBe('answered')
  expect(await countAnswers(of.activityId)).toMatchObject({ yes: 1, no: 1 })
  const given = await made(of.activityId)
  expect(wordsIn(textOf(given))).toEqual(['word-all-news', 'word-all-statement', 'word-jp-caucus'])
  expect(given.get('README.md')).toContain('IRB-2026-41')
  expect(given.get('entries.csv')).toContain('word-all-statement <b>&amp; *stars*')
  // Whoever is removed after their yes may take it back as well.
  const removed = (removedAt: Date | null) =>
    database().participant.update({ where: { id: cast.jp.person }, data: { removedAt } })
  await removed(new Date())
  expect(await readAskedForWords(cast.jp.userId)).toMatchObject([{ answer: true }])
  expect(await answer(cast.jp, false)).toBe('answered')
  await removed(null)
  expect(wordsIn(textOf(await made()))).toEqual(['word-all-news'])
})

test('D31 no word and no trace of what is for oneself or a delegation leaves, or of what staff wrote, and no word of what is for the instructor', async () => {
  await saveQuestion(of.activityId, ASKED)
  expect(await answer(cast.jp, true)).toBe('answered')
  const [said] = [...teller.state.record].filter(({ event }) => event.type === 'StatementMade')
  const audiences = ['me', 'delegation', 'class', 'instructor'] as const
  for (const whom of audiences) {
    const by = { participantId: cast.jp.person }
    const about = { id: `t-${whom}`, roomId: of.roomId, entry: said?.no ?? '', for: whom, tags: [`tag-${whom}`], ...by }
    await database().annotation.create({
      data: {
        ...{ ...about, delegation: whom === 'delegation' ? 'jp' : null },
        comments: { create: { id: `t-${whom}`, seq: 1, text: `note-${whom}`, ...by } },
      },
    })
  }
  for (const whom of ['class', 'instructor'] as const)
    await database().annotation.create({
      data: {
        ...{ id: `s-${whom}`, roomId: of.roomId, entry: said?.no ?? '', for: whom, tags: ['tag-staff'] },
        comments: { create: { id: `s-${whom}`, seq: 1, text: 'note-staff' } },
      },
    })
  const leaving = async () => {
    const files = await made(of.activityId)
    const text = textOf(files)
    const rows = files.get('annotations.csv')?.trim().split('\n').slice(1) ?? []
    return {
      rows: rows.length,
      words: [...audiences, 'staff'].filter((whom) => text.includes(`note-${whom}`) || text.includes(`tag-${whom}`)),
    }
  }
  expect(await leaving()).toEqual({ rows: 2, words: ['class'] })
  expect(await answer(cast.jp, false)).toBe('answered')
  expect(await leaving()).toEqual({ rows: 2, words: [] })
  await database().annotation.deleteMany()
})

test('D32 a mark stands in it only where it is chosen and released, without comment or who gave it, under the pseudonym of its student', async () => {
  const [said] = teller.state.record.toArray().filter(({ event }) => event.type === 'StatementMade')
  const give = (level: number) =>
    addMark(
      NewMark.parse({
        ...{ subject: 'student', roomId: of.roomId, participantId: cast.jp.person, round: null, criterion: 'evidence' },
        ...{ level, evidence: [said?.no, '9999'], noEvidence: false, comment: 'word-comment' },
      }),
      of.instructor.id,
    )
  await give(3)
  const marks = async (chosen = true) => {
    const files = await made(of.activityId, chosen)
    expect(textOf(files)).not.toContain('word-comment')
    expect(files.get('marks.csv') ?? '').not.toContain(':9999')
    return files.get('marks.csv')?.trim().split('\n').slice(1)
  }
  expect(await marks()).toEqual([])
  await releaseMarks(of.activityId, of.instructor.id)
  expect(await marks(false)).toBeUndefined()
  const files = await made(of.activityId, true)
  const pid = files.get('people.csv')?.match(/,(p[0-9a-f]+),[^,]*,jp,/)?.[1]
  const entry = files.get('entries.csv')?.match(/^r[0-9a-f]+:\d+(?=.*,statement,)/m)?.[0]
  expect(await marks()).toEqual([expect.stringMatching(`^r[0-9a-f]+,${pid},,[^,]+,3,4,[^,]+Z,${entry}$`)])
  for (const file of ['codebook.md', 'datapackage.json', 'README.md']) expect(files.get(file)).toContain('marks.csv')
  await withdrawMarks(of.activityId)
  expect(await marks()).toEqual([])
})

test('D19 a question in other words is asked anew, one that is taken back asks nobody, and none goes along into a repeated seminar', async () => {
  await answer(cast.jp, true)
  await saveQuestion(of.activityId, { ...ASKED, question: 'May my words be used by others?' })
  expect(await countAnswers(of.activityId)).toMatchObject({ yes: 0, no: 0 })
  const repeated = await repeatSeminar(of.activityId, { courseId: course.id, title: 'Again', by: of.instructor.id })
  expect((await readSettings(repeated ?? '')).research).toBeUndefined()
  await answer(cast.jp, true, { question: 'May my words be used by others?' })
  await saveQuestion(of.activityId, { question: '', approval: '' })
  expect(await readAskedForWords(cast.jp.userId)).toEqual([])
  expect(wordsIn(textOf(await made(of.activityId)))).toEqual(['word-all-news'])
})

test('D18 a person is the same in every file of the course, also in one of all its activities, and is no name once erased', async () => {
  const peopleIn = async (activityId: string | null) => (await made(activityId)).get('people.csv')
  const one = await peopleIn(of.activityId)
  expect(await peopleIn(of.activityId)).toBe(one)
  expect(await peopleIn(null)).toContain(one?.slice(one.indexOf('\n') + 1))
  await eraseUser(cast.gone.userId)
  expect((await peopleIn(of.activityId))?.split('\n')).toHaveLength(one?.split('\n').length ?? 0)
})

test('how far it is is told, whoever leaves ends it, and another course’s activity is none of this one', async () => {
  const asked = { by: 'owner', course, activityId: null, day: '2026-11-30', marks: false }
  const told: number[][] = []
  await makeResearchFile({ ...asked, activityId: of.activityId }, (...at) => told.push(at))
  expect(told).toEqual([
    [0, 1],
    [1, 1],
  ])
  const left = AbortSignal.abort()
  expect(await makeResearchFile({ ...asked, gone: left })).toBe('gone')
  const other = await givenClass({ rounds: [{ tension: 'framing', seconds: null }] })
  expect(await makeResearchFile({ ...asked, activityId: other.activityId })).toBeNull()
})

test('one research file at a time is made for each person, and the next once that one is done', async () => {
  const ask = (by: string) =>
    makeResearchFile({ by, course, activityId: of.activityId, day: '2026-11-30', marks: false })
  const [first, second, other] = await Promise.all([ask('owner'), ask('owner'), ask('assistant')])
  expect(second).toBe('yours-first')
  for (const file of [first, other, await ask('owner')]) expect(file).toBeInstanceOf(Uint8Array)
})

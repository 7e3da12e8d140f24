/** What people write beside a record: a canary for each reader over page and files, who may write, answer, hide and delete, and what is left once words are gone. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { eraseUser } from '#server/store/erasure/erasure'
import { annotate, answerThread, deleteComment, hideComment, readThreadsFor } from '#server/store/records/annotations'
import { readExemplars } from '#server/store/records/exemplars'
import { redact } from '#server/store/records/redaction'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { MOST_COMMENTS, type ShownThread } from '#simulation/reading/record/annotations'
import type { Student } from '../live/given/given-classroom'
import { openedStory } from './given-record'
import { useRecordReaders } from './record-readers'
import { FORMS, type Form, READERS, type Reader, STRANGERS } from './record-words'

const { story, ask, read } = useRecordReaders()

type User = { id: string; isAdmin: boolean }
const as = (who: Reader): User =>
  who === 'chair' ? story().of.instructor : { id: studentOf(who).userId, isAdmin: false }
const studentOf = (who: Exclude<Reader, 'chair'>): Student => story().cast[who]

const thread = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  ...{ roomId: story().of.roomId, entry: statement, span: null, for: 'class', tags: [], exemplar: false },
  text: 'note-all-class',
  ...more,
})
const threadsOf = async (who: Reader): Promise<readonly ShownThread[]> => {
  const reading = await readRoomFor(as(who), story().of.roomId)
  return reading ? readThreadsFor(as(who), reading) : []
}
const theOne = async (who: Reader, words: string) => {
  const found = (await threadsOf(who)).find(({ comments }) => comments.some(({ text }) => text === words))
  if (!found) throw new Error(`${who} does not read ${words}.`)
  return found
}

/** Tokyo's statement, which everybody hears. */
let statement = ''
beforeAll(() => {
  const said = [...story().teller.state.record].find(({ event }) => event.type === 'StatementMade')
  statement = said?.no ?? ''
})

const everyone: readonly Reader[] = READERS
/** Each canary, who wrote it beside which entry and for whom, and who reads it before the debrief and after. */
const NOTES: readonly { text: string; by: Reader; more: Record<string, unknown>; readers: readonly Reader[] }[] = [
  { text: 'note-all-class', by: 'jp', more: {}, readers: everyone },
  { text: 'note-us-delegation', by: 'us', more: { for: 'delegation' }, readers: ['us', 'usTwo'] },
  { text: 'note-cn-instructor', by: 'cn', more: { for: 'instructor' }, readers: ['chair', 'cn'] },
  { text: 'note-jp-me', by: 'jp', more: { for: 'me' }, readers: ['jp'] },
  { text: 'note-chair-me', by: 'chair', more: { for: 'me' }, readers: ['chair'] },
  { text: 'note-chair-staff', by: 'chair', more: { for: 'instructor' }, readers: ['chair'] },
  { text: 'note-chair-jp', by: 'chair', more: { for: 'student' }, readers: ['chair', 'jp'] },
  { text: 'note-chair-us', by: 'chair', more: { for: 'student', entry: 'us1' }, readers: ['chair', 'us'] },
  { text: 'note-us-caucus', by: 'usTwo', more: { entry: 'us1' }, readers: ['chair', 'us', 'usTwo'] },
]

const LIVE = ['page', 'payload'] as const

async function expectRead(
  forms: readonly Form[],
  readersOf: (note: (typeof NOTES)[number]) => readonly Reader[],
  asked: readonly Reader[] = READERS,
): Promise<void> {
  for (const who of asked)
    for (const form of forms) {
      const whole = await read(who, form)
      const found = NOTES.flatMap(({ text }) => (whole.includes(text) ? [text] : []))
      const isPage = LIVE.some((live) => live === form)
      const meant = NOTES.flatMap((note) => (isPage && readersOf(note).includes(who) ? [note.text] : []))
      expect({ who, form, found }).toEqual({ who, form, found: meant })
    }
  for (const who of STRANGERS)
    for (const at of ['', '/annotations']) expect(await (await ask(who, at)).text()).not.toContain('note-')
}

describe('while the record is sealed', () => {
  test('D28 D29 each reader finds on the page the comments that are theirs, and in no file any', async () => {
    for (const { text, by, more } of NOTES) expect(await annotate(as(by), thread({ ...more, text }))).toBeNull()
    await expectRead(LIVE, ({ readers }) => readers)
    await expectRead(FORMS, ({ readers }) => readers, ['chair', 'us'])
  })

  test('D30 where it is chosen a file holds what is for the class, the staff’s what is for them too, and another reader’s none', async () => {
    const inFile = async (who: Reader | 'elsewhere', address: string) => {
      const whole = await (await ask(who, address)).text()
      return NOTES.flatMap(({ text }) => (whole.includes(text) ? [text] : []))
    }
    const toStudents = ['note-chair-jp', 'note-chair-us']
    const staffs = ['note-all-class', 'note-cn-instructor', 'note-chair-staff', ...toStudents, 'note-us-caucus']
    for (const format of ['md', 'csv']) {
      const file = `/export?format=${format}&annotations=with`
      for (const who of ['chair', 'us', 'cn'] as const) {
        expect(await inFile(who, file)).toEqual(['note-all-class'])
        for (const reader of ['offices.caucuses', 'numbers'])
          expect(await inFile(who, `${file}&for=${reader}`)).toEqual([])
      }
      expect(await inFile('chair', `${file}&for=side.us`)).toEqual([])
      expect(await inFile('chair', `${file}&for=reader`)).toEqual(staffs)
      expect(await inFile('us', `${file}&for=reader`)).toEqual(['note-all-class', 'note-us-caucus'])
    }
    const paper = (who: Reader, code: string) => inFile(who, `/paper?annotations=with&for=${code}`)
    expect(await paper('chair', 'reader')).toEqual(staffs)
    expect(await paper('us', 'reader')).toEqual(['note-all-class', 'note-us-caucus'])
    expect(await paper('us', 'reader&by=us')).toEqual(['note-us-caucus'])
    for (const who of ['chair', 'cn'] as const) {
      expect(await paper(who, 'class')).toEqual(['note-all-class'])
      expect(await paper(who, 'offices.caucuses')).toEqual([])
      expect(await inFile(who, '/paper?for=class')).toEqual([])
    }
    expect(await paper('chair', 'side.us')).toEqual([])
    expect(await inFile('chair', '/annotations?file=web')).toEqual(staffs)
    expect(await inFile('jp', '/annotations?file=web')).toEqual(['note-all-class'])
    expect(await inFile('elsewhere', '/annotations?file=web')).toEqual([])
  })

  test.each([
    ['an entry of another side’s caucus', 'cn' as const, { entry: 'us1' }, 'not-found'],
    ['an entry that is not there', 'us' as const, { entry: '900' }, 'not-found'],
    ['another room', 'us' as const, { roomId: 'no-such-room' }, 'not-found'],
    ['a reader nobody knows', 'us' as const, { for: 'everyone' }, 'not-found'],
    ['whoever holds no seat', 'standing' as const, {}, 'no-seat'],
    ['a delegation of the staff', 'chair' as const, { for: 'delegation' }, 'not-found'],
    ['a student, beside what the chair said', 'chair' as const, { for: 'student', entry: '1' }, 'not-found'],
    ['a student, of another student', 'us' as const, { for: 'student' }, 'not-found'],
    ['an exemplar of a student', 'us' as const, { exemplar: true }, 'not-found'],
    [
      'words that the entry does not hold',
      'us' as const,
      { span: { quote: 'word-us-caucus', offset: 0 } },
      'other-words',
    ],
    ['no words', 'us' as const, { text: ' ' }, 'empty'],
    ['more than is asked', 'us' as const, { userId: 'somebody' }, 'not-found'],
    ['too many tags', 'us' as const, { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'not-found'],
  ])('D28 %s is refused', async (_, who, more, fault) => {
    const before = await database().annotation.count()
    expect(await annotate(as(who), thread(more))).toBe(fault)
    expect(await database().annotation.count()).toBe(before)
  })

  test('D28 D29 in a thread answers whoever reads it, and the answer has its readers', async () => {
    const { roomId } = story().of
    const say = async (who: Reader, to: string, text: string) =>
      answerThread(as(who), { id: randomUUID(), roomId, thread: to, text })
    const { id: ours } = await theOne('us', 'note-us-delegation')
    const { id: asked } = await theOne('cn', 'note-cn-instructor')
    const { id: mine } = await theOne('jp', 'note-jp-me')
    const { id: told } = await theOne('jp', 'note-chair-jp')
    for (const who of ['chair', 'jp', 'cn'] as const) expect(await say(who, ours, 'note-out')).toBe('not-found')
    for (const who of ['us', 'usTwo', 'cn'] as const) expect(await say(who, told, 'note-out')).toBe('not-found')
    for (const who of ['us', 'usTwo', 'jp'] as const) expect(await say(who, asked, 'note-out')).toBe('not-found')
    for (const who of ['chair', 'us', 'cn'] as const) expect(await say(who, mine, 'note-out')).toBe('not-found')
    expect(await say('usTwo', ours, 'answer-us')).toBeNull()
    expect(await say('chair', asked, 'answer-chair')).toBeNull()
    expect(await say('jp', told, 'answer-jp')).toBeNull()
    const reads = async (who: Reader) => (await (await ask(who, '/annotations')).text()).match(/answer-\w+/g) ?? []
    expect(await reads('us')).toEqual(['answer-us'])
    expect(await reads('cn')).toEqual(['answer-chair'])
    expect(await reads('chair')).toEqual(['answer-chair', 'answer-jp'])
    expect(await reads('jp')).toEqual(['answer-jp'])
  })

  test('D30 staff hide what they read, with a reason that its writer reads; the writer alone deletes it', async () => {
    const { roomId } = story().of
    const text = 'note-to-hide'
    await annotate(as('us'), thread({ text }))
    const { comments } = await theOne('jp', text)
    const comment = comments[0]?.id ?? ''
    const hides = (who: Reader, reason: string | null) => hideComment(as(who), { roomId, comment, reason })
    const sees = async (who: Reader) => {
      const page = await (await ask(who, '/annotations')).text()
      return [page.includes(text), page.includes('Off the point')]
    }
    for (const who of ['us', 'jp'] as const) expect(await hides(who, 'Off the point')).toBe(false)
    expect(await hides('chair', ' ')).toBe(false)
    expect(await hides('chair', 'Off the point')).toBe(true)
    for (const who of ['chair', 'us'] as const) expect(await sees(who)).toEqual([true, true])
    for (const who of ['usTwo', 'jp', 'cn'] as const) expect(await sees(who)).toEqual([false, false])
    expect(await hides('chair', null)).toBe(true)
    expect(await sees('cn')).toEqual([true, false])
    const ours = (await theOne('us', 'note-us-delegation')).comments[0]?.id
    expect(await hideComment(as('chair'), { roomId, comment: ours, reason: 'x' })).toBe(false)
    for (const who of ['chair', 'jp'] as const) expect(await deleteComment(as(who), { roomId, comment })).toBe(false)
    expect(await deleteComment(as('us'), { roomId, comment })).toBe(true)
    expect(await sees('us')).toEqual([false, false])
    expect(await database().annotation.count({ where: { comments: { none: {} } } })).toBe(0)
  })

  test('D30 nobody writes more than their share', async () => {
    const { id } = await theOne('cn', 'note-cn-instructor')
    const { person } = studentOf('cn')
    const written = await database().annotationComment.count({ where: { participantId: person } })
    const many = Array.from({ length: MOST_COMMENTS - written }, (_, place) => ({
      ...{ id: `many-${place}`, annotationId: id, participantId: person, seq: 1, text: 'x' },
    }))
    await database().annotationComment.createMany({ data: many })
    expect(await annotate(as('cn'), thread())).toBe('too-many')
    await database().annotationComment.deleteMany({ where: { text: 'x' } })
  })

  test('D30 an exemplar stands with those of the course, with the words that it is about', async () => {
    const span = { quote: 'word-all-statement', offset: 0 }
    expect(
      await annotate(as('chair'), thread({ exemplar: true, span, tags: ['pivot'], text: 'Show this.' })),
    ).toBeNull()
    const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: story().of.activityId } })
    const [one, ...others] = await readExemplars(as('chair'), courseId)
    expect(others).toEqual([])
    expect(one?.room.id).toBe(story().of.roomId)
    expect(one?.exemplars).toMatchObject([
      {
        words: 'word-all-statement',
        by: expect.stringContaining('Japan'),
        thread: { entry: statement, tags: ['pivot'] },
      },
    ])
    expect(await readExemplars(as('us'), courseId)).toEqual([])
  })
})

describe('once the debrief has opened it', () => {
  test('D29 what is for the class is read beside what was sealed; what is for a delegation and for oneself is not', async () => {
    const { of, cast, teller } = story()
    await openedStory(of, cast, teller)
    await expectRead(LIVE, ({ text, readers }) => (text === 'note-us-caucus' ? everyone : readers))
  })

  test('D28 words that are struck are off what quotes them, and redacted ones are kept nowhere', async () => {
    const { roomId } = story().of
    const span = { quote: 'word-all-statement', offset: 0 }
    const spans = async (who: Reader) => (await threadsOf(who)).flatMap(({ span: one }) => one?.quote ?? [])
    expect(await spans('us')).toContain(span.quote)
    await redact(roomId, statement)
    for (const who of READERS) {
      expect(await spans(who)).not.toContain(span.quote)
      for (const at of ['', '/annotations']) expect(await (await ask(who, at)).text()).not.toContain(span.quote)
    }
    expect(await database().annotation.count({ where: { quote: { contains: 'word-all' } } })).toBe(0)
    expect((await theOne('jp', 'Show this.')).entry).toBe(statement)
  })

  test('D30 with a person go their comments, what staff wrote beside their entries but for answers to students who are there, and the threads in which nobody else wrote', async () => {
    const { id: shown } = await theOne('us', 'Show this.')
    const answer = { id: randomUUID(), roomId: story().of.roomId, thread: shown, text: 'Why this?' }
    expect(await answerThread(as('us'), answer)).toBeNull()
    const begun = thread({ text: 'note-chair-begun' })
    expect(await annotate(as('chair'), begun)).toBeNull()
    const further = { ...answer, id: randomUUID(), thread: begun.id, text: 'answer-further' }
    expect(await answerThread(as('chair'), further)).toBeNull()
    expect(await deleteComment(as('chair'), { roomId: story().of.roomId, comment: begun.id })).toBe(true)
    const ours = thread({ text: 'note-us-class' })
    expect(await annotate(as('us'), ours)).toBeNull()
    const stays = { ...answer, id: randomUUID(), thread: ours.id, text: 'answer-to-us' }
    expect(await answerThread(as('chair'), stays)).toBeNull()
    await database().annotation.updateMany({
      where: { participantId: studentOf('cn').person },
      data: { tags: ['cn-tag'] },
    })
    await eraseUser(studentOf('cn').userId)
    expect((await theOne('chair', 'answer-chair')).tags).toEqual([])
    const jp = await eraseUser(studentOf('jp').userId)
    expect(jp).toMatchObject({ removed: { annotations: 9 }, unread: [] })
    expect(
      await database().annotationComment.count({ where: { text: { in: ['note-cn-instructor', 'note-jp-me'] } } }),
    ).toBe(0)
    expect((await theOne('chair', 'Why this?')).comments).toHaveLength(1)
    const beside = (await threadsOf('chair')).flatMap(({ comments }) => comments.map(({ text }) => text))
    expect(beside).toEqual(expect.arrayContaining(['note-chair-us', 'answer-to-us']))
    for (const gone of [
      ...['note-chair-jp', 'note-chair-staff', 'note-chair-me', 'Show this.'],
      ...['answer-further', 'answer-chair'],
    ])
      expect(beside).not.toContain(gone)
    expect(await database().annotation.count({ where: { comments: { none: {} } } })).toBe(0)
  })
})

/** Notes on entries: only chairs write them, only on entries that exist, and each reader gets the notes meant for them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { eraseUser } from '#server/store/erasure/erasure'
import { closeRoomReading } from '#server/store/log/room-reading'
import { addMark, releaseMarks } from '#server/store/marks/marks'
import { removeNoteAs, saveNoteAs } from '#server/store/records/note-service'
import { readNotesFor } from '#server/store/records/notes'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { besideEntries } from '../../app/rooms/[roomId]/transcript/beside-entries'
import { useFreshDatabase } from '../support/database'
import { US } from '../support/sides'
import { type Cast, givenCast, openedStory, sealedStory, type Teller } from './given-record'
import { type Class, givenClass, type Student } from './live/given-classroom'
import { givenAccount } from './store/given-store'

useFreshDatabase()
afterAll(closeRoomReading)

let of: Class
let cast: Cast
let teller: Teller
/** The number of Tokyo's statement; its caucus is `c2`. */
let statement: string

beforeAll(async () => {
  of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  cast = await givenCast(of)
  teller = await sealedStory(of, cast)
  const said = [...teller.state.record].find(({ event }) => event.type === 'StatementMade')
  statement = said?.no ?? ''
})

const note = (more: Record<string, unknown> = {}) => ({
  roomId: of.roomId,
  entry: statement,
  id: null,
  for: 'class',
  text: 'The turn of the round.',
  ...more,
})
const asStudent = ({ userId }: Student) => ({ id: userId, isAdmin: false })

async function notesOfChair() {
  const reading = await readRoomFor(of.instructor, of.roomId)
  return reading ? readNotesFor(reading) : []
}

/** What a reader's page is given, as text. */
async function pageOf(user: { id: string; isAdmin: boolean }): Promise<string> {
  const reading = await readRoomFor(user, of.roomId)
  if (!reading) return ''
  return JSON.stringify(besideEntries(reading, reading.told, await readNotesFor(reading)))
}

test('only who chairs the room writes, changes or takes back a note', async () => {
  const others = [await givenAccount('Sofía Arrieta'), ...Object.values(cast).map(asStudent)]
  for (const user of others) expect(await saveNoteAs(user, note())).toBe(false)
  expect(await database().note.count()).toBe(0)
  expect(await saveNoteAs(of.instructor, note())).toBe(true)
  const [{ id } = { id: '' }] = await notesOfChair()
  for (const user of others) {
    expect(await saveNoteAs(user, note({ id, text: 'Other words' }))).toBe(false)
    expect(await removeNoteAs(user, { roomId: of.roomId, id })).toBe(false)
  }
  expect(await saveNoteAs(of.instructor, note({ id, text: 'Other words', for: 'chair' }))).toBe(true)
  expect(await notesOfChair()).toMatchObject([{ text: 'Other words', for: 'chair' }])
  expect(await removeNoteAs(of.instructor, { roomId: of.roomId, id })).toBe(true)
  expect(await removeNoteAs(of.instructor, { roomId: of.roomId, id })).toBe(false)
  expect(await database().note.count()).toBe(0)
})

test.each([
  ['an entry that does not stand in the record', { entry: '900' }],
  ['another room', { roomId: 'no-such-room' }],
  ['no words', { text: '   ' }],
  ['too many words', { text: 'x'.repeat(2_001) }],
  ['a reader nobody knows', { for: 'everyone' }],
  ['more than is asked', { byUserId: 'somebody' }],
  ['a note that is not there', { id: 'no-such-note' }],
])('%s is refused', async (_, more) => {
  expect(await saveNoteAs(of.instructor, note(more))).toBe(false)
  expect(await database().note.count()).toBe(0)
})

test('a note to a student goes to whoever said the entry, and to nobody where no student did', async () => {
  expect(await saveNoteAs(of.instructor, note({ for: 'student', entry: '1' }))).toBe(false) // the chair's own act
  expect(await saveNoteAs(of.instructor, note({ for: 'student', text: 'note-for-jp' }))).toBe(true)
  expect(await saveNoteAs(of.instructor, note({ for: 'chair', text: 'note-for-chair' }))).toBe(true)
  expect(await saveNoteAs(of.instructor, note({ text: 'note-for-class' }))).toBe(true)
  expect(await saveNoteAs(of.instructor, note({ text: 'note-on-caucus', entry: 'jp1' }))).toBe(true)
  const told = async (user: { id: string; isAdmin: boolean }) => (await pageOf(user)).match(/note-[a-z]+-[a-z]+/g) ?? []
  expect((await told(of.instructor)).sort()).toEqual(
    ['note-for-chair', 'note-for-class', 'note-for-jp', 'note-on-caucus'].sort(),
  )
  expect((await told(asStudent(cast.jp))).sort()).toEqual(['note-for-class', 'note-for-jp', 'note-on-caucus'].sort())
  for (const who of [cast.us, cast.usTwo, cast.cn, cast.standing])
    expect(await told(asStudent(who))).toEqual(['note-for-class'])
  expect(await told(asStudent(cast.gone))).toEqual([])
})

test('an entry a mark stands on is picked for those who may see the mark', async () => {
  const mark = { roomId: of.roomId, criterion: 'evidence', level: 3, noEvidence: false, comment: null }
  await addMark(
    { ...mark, subject: 'student', participantId: cast.jp.person, round: null, evidence: [statement, 'jp1'] },
    of.instructor.id,
  )
  await addMark({ ...mark, subject: 'position', delegation: US, round: 'framing', evidence: ['5'] }, of.instructor.id)
  const picked = async (user: { id: string; isAdmin: boolean }) => {
    const reading = await readRoomFor(user, of.roomId)
    return reading && [...(await readPickedEntries(reading, '')).evidence].sort()
  }
  expect(await picked(of.instructor)).toEqual([statement, '5', 'jp1'].sort())
  expect(await picked(asStudent(cast.jp))).toEqual([])
  await releaseMarks(of.activityId, of.instructor.id)
  expect(await picked(asStudent(cast.jp))).toEqual([statement, 'jp1'].sort())
  expect(await picked(asStudent(cast.us))).toEqual(['5'])
  expect(await picked(asStudent(cast.cn))).toEqual([])
})

test('what the debrief opens says how many seats had heard it', async () => {
  const heard = async (user: { id: string; isAdmin: boolean }) => {
    const reading = await readRoomFor(user, of.roomId)
    const beside = reading ? besideEntries(reading, reading.told, []) : {}
    return Object.entries(beside).flatMap(([no, { heard }]) => (heard === undefined ? [] : [[no, heard]]))
  }
  expect(await heard(of.instructor)).toEqual([])
  await openedStory(of, cast, teller)
  const delegation = teller.state.plan.seats.filter((seat) => seat.delegation === 'jp').length
  expect(await heard(asStudent(cast.cn))).toContainEqual(['jp1', delegation])
  expect(Object.fromEntries(await heard(asStudent(cast.cn)))).not.toHaveProperty('h1-1')
})

test('what is noted on what a student said goes with the student, and nothing else does', async () => {
  expect(await saveNoteAs(of.instructor, note({ text: 'note-on-us', entry: 'us1', for: 'chair' }))).toBe(true)
  expect(await saveNoteAs(of.instructor, note({ text: 'note-on-chair', entry: '1', for: 'chair' }))).toBe(true)
  // As notes were stored before they had the id of the entry's speaker.
  await database().note.updateMany({ where: { for: { not: 'student' } }, data: { aboutId: null } })
  const erased = await eraseUser(cast.jp.userId)
  const left = await notesOfChair()
  expect(left.map(({ text }) => text).sort()).toEqual(['note-on-chair', 'note-on-us'])
  expect(erased).toMatchObject({ removed: { notes: 4 }, unread: [] })
})

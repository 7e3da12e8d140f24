/** What the page of a record adds to its entries for one reader: which a mark stands on, and how many seats had heard one while it was sealed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRoomReading } from '#server/store/log/room-reading'
import { addMark, releaseMarks } from '#server/store/marks/marks'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { besideEntries } from '../../../app/rooms/[roomId]/transcript/exports/beside-entries'
import { useFreshDatabase } from '../../support/machines/database'
import { US } from '../../support/stories/sides'
import { type Class, givenClass, type Student } from '../live/given/given-classroom'
import { type Cast, givenCast, openedStory, sealedStory, type Teller } from './given-record'

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

const asStudent = ({ userId }: Student) => ({ id: userId, isAdmin: false })

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
    const beside = reading ? besideEntries(reading, reading.told) : {}
    return Object.entries(beside).flatMap(([no, { heard }]) => (heard === undefined ? [] : [[no, heard]]))
  }
  expect(await heard(of.instructor)).toEqual([])
  await openedStory(of, cast, teller)
  const delegation = teller.state.plan.seats.filter((seat) => seat.delegation === 'jp').length
  expect(await heard(asStudent(cast.cn))).toContainEqual(['jp1', delegation])
  expect(Object.fromEntries(await heard(asStudent(cast.cn)))).not.toHaveProperty('h1-1')
})

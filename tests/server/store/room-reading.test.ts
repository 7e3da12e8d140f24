/** A cached reading of a room's log never keeps rows that were changed while it was read. */
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createSeminar } from '#server/store/activities/activities'
import { closeRoomReading, readRoom } from '#server/store/log/room-reading'
import { useFreshDatabase } from '../../support/machines/database'
import { waitsForLock } from '../../support/machines/waits-for-lock'
import { chinaGap } from '../../support/stories/china-gap'
import { givenActivity, plainSettings } from './given-store'

const fresh = useFreshDatabase()
afterAll(closeRoomReading)

test('an erasure that is saved while a room is being read is in every later reading', async () => {
  const of = await givenActivity({})
  const { roomIds } = await createSeminar({
    courseId: of.courseId,
    by: of.instructor.id,
    title: 'Read',
    scenario: chinaGap(),
    agendaKey: 'seminar-50',
    settings: { ...plainSettings, roomCount: 2 },
    nameRoom: (number) => `Table ${number}`,
  })
  const [room = '', other = ''] = roomIds
  await readRoom(other) // so that the connections are open
  const eraser = new pg.Client({ connectionString: fresh.url() })
  await eraser.connect()
  await eraser.query('BEGIN')
  await eraser.query('LOCK TABLE room_summary IN ACCESS EXCLUSIVE MODE')
  const during = readRoom(room)
  // The reading now waits for the count of changes, after all its other queries were answered.
  await waitsForLock(eraser)
  await eraser.query(`UPDATE room_event SET by = 'chair:erased' WHERE room_id = $1`, [room])
  await eraser.query('COMMIT')
  await eraser.end()
  await during
  const { rows } = await readRoom(room)
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['chair:erased']))
})

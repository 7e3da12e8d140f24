/** A debate made while the server runs: its phases start and end although nobody has joined a room yet. */
import { expect, test, vi } from 'vitest'
import { addDays, dayOf, scheduleAgenda } from '#server/store/activities/deadlines'
import { createHomework } from '#server/store/homework/homework'
import { openRoomLog } from '#server/store/log/room-log'
import { roomId } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { givenHouse } from '../live/given/given-classroom'
import { givenCourse, names, weekOf, ZONE } from './given-homework'

const house = givenHouse()

test('H1 a phase whose morning has come opens by itself, in a room that nobody has entered', async () => {
  const course = await givenCourse(names(6))
  const yesterday = addDays(dayOf(Date.now(), ZONE), -1)
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')
  const phases = scheduleAgenda(agenda, yesterday, ZONE).phases.map((phase) => ({ ...phase, requires: [] }))
  const made = await createHomework(weekOf(course, { phases, at: Date.now() }))
  if (made === 'no-roster') throw new Error('The story has no roster.')
  const room = roomId.parse(made.roomIds[0])
  const log = openRoomLog(house.url(), 1)
  await vi.waitFor(
    async () => {
      const events = (await log.read(room)).map(({ event }) => event)
      expect(events).toContainEqual(expect.objectContaining({ type: 'PhaseStarted', index: 0 }))
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'PhaseEnded', index: 0, endedAt: phases[0]?.due.at }),
      )
    },
    { timeout: patience(20_000), interval: 100 },
  )
  await log.close()
})

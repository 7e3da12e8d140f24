// Deadlines as a calendar program reads them: another library than the one that wrote them.
import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { deadlinesOf } from '#simulation/reading/homework/deadlines'
import { calendarFile } from '../../../app/calendar/[file]/feed'
import { CHAIR } from '../../support/cast'
import { instantOf } from '../../support/given'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

const events = (file: string): VEvent[] =>
  Object.values(ical.sync.parseICS(file)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []))

test('each deadline is read at its instant, whatever clocks change around it, and whatever its title', () => {
  const seconds = fc.integer({ min: Date.UTC(2026, 0) / 1000, max: Date.UTC(2036, 0) / 1000 })
  const entry = fc.record({
    at: seconds.map((each) => each * 1000),
    version: fc.nat(9),
    summary: fc.string({ minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
      const written = entries.map((each, place) => ({
        ...{ id: `a-${place}@host`, description: 'IR 347', url: 'https://host/rooms/r#do=1.opening' },
        ...each,
        summary: `${each.summary.replace(/[^\p{L}\p{N}\p{P} ]/gu, '').trim()}, due; now`,
      }))
      const read = events(calendarFile('Deadlines', written, 0))
      expect(read.map(({ uid, start, sequence }) => [uid, start.getTime(), Number(sequence)])).toEqual(
        written.map(({ id, at, version }) => [id, at, version]),
      )
      expect(read.map(({ summary }) => `${summary}`)).toEqual(written.map(({ summary }) => summary))
    }),
  )
})

test('a person’s calendar holds what is asked of them, follows a moved date and an extension, and names each once', () => {
  const ben = personId.parse('ben')
  const openings = phaseOf('openings')
  const room = givenWeek(opensAt('openings'))
  const of = () => deadlinesOf(room.state, ben, instantOf(opensAt('openings')))
  const before = of()
  expect(new Set(before.map(({ phase }) => phase)).size).toBe(before.length)
  expect(before.find(({ phase }) => phase === openings)).toMatchObject({ at: instantOf(dueOf('openings')), version: 0 })
  expect(before.every(({ counted }) => counted.length > 0)).toBe(true)
  const later = instantOf(dueOf('openings') + HOUR)
  room.does(CHAIR, { type: 'moveDeadline', phase: openings, dueAt: later })
  expect(of().find(({ phase }) => phase === openings)).toMatchObject({ at: later, version: 1 })
  const extended = later + HOUR * 1000
  room.does(CHAIR, { type: 'grantExtension', person: ben, phase: openings, dueAt: extended })
  expect(of().find(({ phase }) => phase === openings)).toMatchObject({ at: extended, version: 2 })
})

test('what was deleted is crossed out in the calendar that has it, without an alarm, under a number that stands again once it is put back', () => {
  const entry = { id: 'a-1@host', version: 2, at: 0, summary: 'Due', description: 'IR 347', url: 'https://host/my' }
  const [event] = events(calendarFile('Deadlines', [{ ...entry, cancelled: true }], 0))
  expect([event?.status, Number(event?.sequence), event?.alarms ?? []]).toEqual(['CANCELLED', 2, []])
  expect(events(calendarFile('Deadlines', [entry], 0))[0]?.status).toBeUndefined()
})

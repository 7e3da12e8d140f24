// The wizard's calendar: whatever is typed, a calendar without a fault has its phases in order, each with time for the work. And how the
// length of a debate is chosen.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, eveningsOf, isDay, scheduleAgenda } from '#server/store/activities/deadlines'
import { judgeCalendar } from '#server/store/homework/calendar-faults'
import { PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { homeworkAgendas } from '#simulation/scenario/lookup'
import { fieldsOf, readSetup } from '../../../app/courses/[courseId]/new-homework/setup'
import { chinaGap } from '../../support/stories/china-gap'

const agendas = homeworkAgendas(chinaGap())
const mostParts = Math.max(...agendas.map(({ phases }) => phases.length))
const NOW = Date.UTC(2027, 0, 1)
const two = (number: number) => String(number).padStart(2, '0')
const wall = fc
  .record({
    day: fc.integer({ min: 20, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 30),
  })
  .map(({ day, hour, minute }) => `2027-03-${two(day)}T${two(hour)}:${two(minute)}`)
const typed = fc.dictionary(
  fc.integer({ min: 0, max: mostParts - 1 }).map(String),
  fc.oneof(wall, fc.constantFrom('2027-02-30T10:00', 'soon', '')),
  { maxKeys: 4 },
)
const zone = fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'America/New_York')

test.each(agendas)('H12 $title that has no fault keeps its order, also where the clocks jump', (agenda) => {
  const seen = { sound: 0, faulty: 0 }
  fc.assert(
    fc.property(typed, zone, fc.subarray([...PHASE_KINDS], { maxLength: 4 }), (fields, zone, without) => {
      const draft = { start: '2027-03-22', weekends: false, typed: fields, without }
      const calendar = judgeCalendar(agenda, draft, zone, NOW)
      if (calendar.phases.some((_, index) => calendar.faultOf(index) !== null)) {
        seen.faulty += 1
        return
      }
      seen.sound += 1
      let before = 0
      for (const { moment, opens, due } of calendar.phases) {
        expect(opens.at).toBeGreaterThanOrEqual(before)
        if (moment) expect(due.at).toBe(opens.at)
        else expect(due.at).toBeGreaterThan(opens.at)
        before = due.at
      }
    }),
    { numRuns: 150 },
  )
  expect(seen.sound).toBeGreaterThan(10)
  expect(seen.faulty).toBeGreaterThan(10)
})

const MONDAY = '2027-03-08'
const WEEKEND = [0, 6]

test('begun on a Monday, two weeks have no deadline on a weekend, and each part that asks for words has more than a day', () => {
  const agenda = agendas.find(({ totalDays }) => totalDays > 7)
  if (!agenda) throw new Error('No debate is longer than a week.')
  const { phases, faults } = scheduleAgenda(agenda, MONDAY, 'Asia/Tokyo')
  expect(faults).toEqual([])
  for (const { due, planned } of phases) {
    expect(due.wall).toBe(planned)
    expect(WEEKEND).not.toContain(new Date(`${planned}Z`).getUTCDay())
  }
  for (const { kind, opens, due } of phases)
    if (['caucus', 'openings', 'floor', 'negotiation', 'reflection'].includes(kind))
      expect(due.at - opens.at, kind).toBeGreaterThan(30 * 3_600_000)
  expect(phases.at(-1)?.due.wall.slice(0, 10)).toBe(addDays(MONDAY, agenda.totalDays - 1))
})

test.each(agendas)(
  '$title begun on any day has one deadline a day at most, in the evening, and on no day off; each part has a day',
  (agenda) => {
    for (let first = 0; first < 7; first += 1)
      for (const weekends of [false, true]) {
        const start = addDays(MONDAY, first)
        const holidays = [addDays(start, 1), addDays(start, 4)]
        const { phases, faults } = scheduleAgenda(
          eveningsOf(agenda, start, { weekends, holidays }),
          start,
          'America/New_York',
        )
        expect(faults).toEqual([])
        const dues = phases.flatMap(({ moment, due }) => (moment ? [] : [due.wall]))
        expect(new Set(dues.map((due) => due.slice(0, 10))).size).toBe(dues.length)
        // Each part has at least a day (an hour less where the clocks jump), the first one two, and positions open the moment their papers are due.
        for (const { kind, moment, opens, due } of phases)
          if (!moment) expect(due.at - opens.at, `${kind} ${start}`).toBeGreaterThanOrEqual(23 * 3_600_000)
        expect(dues[0]! >= addDays(start, 1)).toBe(true)
        for (const [index, { moment, due }] of phases.entries())
          if (moment) expect(due.at).toBe(phases[index - 1]?.due.at)
        for (const due of dues) {
          expect(holidays, due).not.toContain(due.slice(0, 10))
          expect(due.slice(11) >= '18:00' && due.slice(11) <= '22:00', due).toBe(true)
          if (!weekends) expect(WEEKEND, due).not.toContain(new Date(`${due}Z`).getUTCDay())
        }
      }
  },
)

describe('the length of a debate', () => {
  const around = { scenario: chinaGap(), tomorrow: MONDAY, rooms: { fewest: 1, most: 4, usual: 2 }, isDay }
  const [usual, longer] = agendas
  const sent = (more: Record<string, string>) => {
    const setup = readSetup(
      { start: MONDAY, laid: MONDAY, round: ['framing', 'cptpp'], 'due-1': `${MONDAY}T21:00` },
      around,
    )
    const fields: Record<string, string[]> = {}
    for (const [name, value] of fieldsOf(setup)) fields[name] = [...(fields[name] ?? []), value]
    return { ...fields, ...more }
  }

  test('a setup survives its own address', () => {
    const setup = readSetup(sent({}), around)
    expect(setup).toMatchObject({ agenda: usual?.key, on: ['framing', 'cptpp'], typed: { 1: `${MONDAY}T21:00` } })
    expect(readSetup(sent({}), around)).toEqual(setup)
    const struck = readSetup(
      { ...sent({}), holidays: '2027-03-10 soon 2027-03-12', holiday: '2027-03-09', again: '2027-03-12' },
      around,
    )
    expect(struck.holidays).toEqual(['2027-03-09', '2027-03-10'])
    expect(fieldsOf(struck).filter(([name]) => name === 'holidays')).toEqual([['holidays', '2027-03-09 2027-03-10']])
  })

  test('a part that is taken out keeps its deadline and its counts for when it comes back, and lateness and reviews their numbers', () => {
    const out = { without: ['floor', 'openings'], 'ask-4.0': '5', off: '15', floor: '40', days: '2' }
    const reviews = { reviews: '3', reviewDays: '4', reviewWeight: '10' }
    const setup = readSetup({ ...sent({}), ...out, ...reviews, 'due-3': `${MONDAY}T21:30` }, around)
    expect(setup).toMatchObject({ without: ['openings', 'floor'], off: { percent: 15, floor: 40, days: 2 } })
    expect(setup.beside.peer).toEqual({ each: 3, days: 4, weight: 10 })
    expect(setup).toMatchObject({ typed: { 3: `${MONDAY}T21:30` }, asks: { '4.0': 5 } })
    const again = Object.fromEntries(
      fieldsOf(setup).map(([name], _, fields) => [name, fields.flatMap(([own, value]) => (own === name ? value : []))]),
    )
    expect(readSetup(again, around)).toEqual(setup)
    expect(readSetup({ ...sent({}), without: ['openings'] }, around).without).toEqual([])
  })

  test('another length brings its own tensions and deadlines, and keeps the title, the rooms and the first day', () => {
    const setup = readSetup(sent({ agenda: longer?.key ?? '', title: 'Week 5', rooms: '3' }), around)
    expect(setup).toMatchObject({ agenda: longer?.key, on: longer?.plays, typed: {}, asks: {} })
    expect(setup).toMatchObject({ title: 'Week 5', rooms: 3, start: MONDAY })
  })

  test('an address from before a length could be chosen, and one that names none there is, are of the usual length', () => {
    const { agenda: _, shape: __, ...older } = sent({})
    expect(readSetup(older, around)).toEqual(readSetup(sent({}), around))
    expect(readSetup(sent({ agenda: 'a-year', shape: 'a-year' }), around).agenda).toBe(usual?.key)
  })
})

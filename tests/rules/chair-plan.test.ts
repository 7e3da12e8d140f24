// What is decided ahead stays with the chair until the debrief (I5): the seed of the lots, and planned news.
import { describe, expect, test } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { understudyMove } from '#simulation/bots/understudies'
import { fold } from '#simulation/engine/room'
import { actorId, personId, seatId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/viewer'
import { writeRecord } from '#simulation/reading/record/record-file'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { plannedNews, seedOf } from '#simulation/state/chair-plan'
import { CHAIR, smallSeminar } from '../support/cast'
import { firstEdition, secondEdition } from '../support/first-edition'
import { given, START } from '../support/given'
import { chinaGap } from '../support/stories/china-gap'
import { viewOf } from '../support/stories/heard'

const SEED = 8_123_456_789_012
const planned = () => smallSeminar({ understudies: true, seed: SEED })
const play = (plan = planned()) => rehearse(plan, chinaGap(), START, actorId.parse(CHAIR))

const person = personId.parse('p1')
const LISTENERS: readonly Viewer[] = [
  { kind: 'stage' },
  inSeat(person, null),
  ...planned().plan.seats.map(({ id }) => inSeat(person, id)),
]

/** All keys inside a value. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [key, ...keysIn(part)])
}

describe('the chair’s plan', () => {
  const { rows } = play()
  const opensAt = rows.findIndex(({ event }) => event.type === 'RecordUnsealed')
  const before = rows.slice(0, opensAt)

  test('I5 nothing that anybody but the chair is told before the debrief foretells a lot or the news', () => {
    const news = plannedNews(fold(rows)!).map(({ key }) => key)
    expect(news.length).toBeGreaterThan(1)
    for (const viewer of LISTENERS) {
      for (let length = 1; length <= before.length; length += 1) {
        const row = viewOf(before.slice(length - 1, length), viewer, false)[0]
        if (!row || isRedacted(row)) continue
        expect(keysIn(row)).not.toContain('seed')
        expect(JSON.stringify(row)).not.toContain(String(SEED))
        if (row.event.type === 'InjectSent') continue
        for (const key of news) expect(JSON.stringify(row), key).not.toContain(key)
      }
      const told = fold(viewOf(before, viewer, false))
      expect(told?.chairPlan).toBeNull()
      expect(told && plannedNews(told)).toEqual([])
    }
    expect(fold(before)?.chairPlan).toMatchObject({ seed: SEED })
  })

  test('I5 the program’s own code, given all that a student was told, does not play the understudies as they play', () => {
    const spy = inSeat(person, seatId.parse('us.treasury'))
    const seen = { moves: 0, foreseen: 0 }
    for (let length = 1; length < before.length; length += 1) {
      const real = understudyMove(fold(before.slice(0, length))!, chinaGap())
      if (real?.command.type !== 'filePosition' && real?.command.type !== 'draftPosition') continue
      const guessed = understudyMove(fold(viewOf(before.slice(0, length), spy, false))!, chinaGap())
      seen.moves += 1
      if (JSON.stringify(guessed) === JSON.stringify(real)) seen.foreseen += 1
    }
    expect(seen.moves).toBeGreaterThan(5)
    expect(seen.foreseen).toBeLessThan(seen.moves / 4)
  })

  test('I5 R8 from the debrief on everyone reads the seed and what was planned', () => {
    for (const viewer of LISTENERS) expect(fold(viewOf(rows, viewer, true))?.chairPlan).toEqual(planned().chairPlan)
    const room = given().enters('debrief')
    expect(room.rows.findLast(({ event }) => event.type === 'ChairPlanIssued')).toMatchObject({ audience: 'everyone' })
    const early = given().enters('ballot').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    early.does(CHAIR, { type: 'endPhase', index: 9 }).does(CHAIR, { type: 'unsealRecord' })
    expect(early.as({ kind: 'stage' }).chairPlan).toEqual(smallSeminar().chairPlan)
  })

  test('I5 a student’s file holds it only from the debrief on, and the chair’s always', () => {
    const about = {
      room: { name: 'Table 1' },
      activity: { title: 'The China gap', kind: 'seminar', scenario: 'china-gap', agenda: 'seminar-90' },
      course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
    } as const
    const file = (told: readonly Recorded[], viewer: Viewer, unsealed: boolean) =>
      writeRecord(
        { ...about, reader: viewer.kind === 'chair' ? 'chair' : 'person' },
        viewOf(told, viewer, unsealed),
        {},
      )
    for (const viewer of LISTENERS) {
      expect(file(before, viewer, false)).not.toContain(String(SEED))
      expect(file(rows, viewer, true)).toContain(String(SEED))
    }
    expect(file(before, { kind: 'chair' }, false)).toContain(String(SEED))
  })

  test('P13 U3 a room of the first edition draws its lots and sends its news by its open plan', () => {
    const first = play(firstEdition(planned()))
    expect(first.rows.some(({ event }) => event.type === 'ChairPlanIssued')).toBe(false)
    expect(seedOf(first.state)).toBe(SEED)
    const said = ({ rows }: typeof first) =>
      rows.flatMap(({ at, by, event }) =>
        event.type === 'InjectSent' || event.type === 'StatementMade' || event.type === 'PositionFiled'
          ? [{ at, by, event }]
          : [],
      )
    expect(said(first)).toEqual(said(play(secondEdition(planned()))))
    expect(said(first).filter(({ event }) => event.type === 'InjectSent').length).toBeGreaterThan(1)
  })
})

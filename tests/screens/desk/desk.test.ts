import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { agendaEndsAt, behindMs, isEndOverdue } from '#simulation/reading/homework/agenda-times'
import { knownValues } from '#simulation/reading/log/filings'
import { blocksOf, whenOfBlock } from '#simulation/reading/room/agenda-blocks'
import { unsentInjects } from '#simulation/reading/room/notices'
import { stepAhead } from '#simulation/reading/room/phase-end'
import type { Recorded } from '#simulation/shapes/record'
import { plannedNews } from '#simulation/state/chair-plan'
import type { RoomState } from '#simulation/state/room-state'
import { nextStep } from '../../../app/rooms/[roomId]/desk/faces/chair-steps'
import { CHAIR } from '../../support/cast'
import { goesOn } from '../../support/given'
import { rehearsedSeminar, STARTS_AT } from '../record/rehearsed-seminar'

/** The log of the rehearsed room up to the first event after which the room fits. */
function rowsUntil(fits: (state: RoomState) => boolean): readonly Recorded[] {
  const { rows } = rehearsedSeminar()
  for (let count = 1; count <= rows.length; count += 1) {
    const last = rows[count - 1]
    if (last?.event.type === 'PhaseEnded') continue
    const state = fold(rows.slice(0, count))
    if (state && fits(state)) return rows.slice(0, count)
  }
  throw new Error('The rehearsal never came to that')
}
function roomAt(fits: (state: RoomState) => boolean): RoomState {
  const state = fold(rowsUntil(fits))
  if (!state) throw new Error('The room was never opened.')
  return state
}
const inPhase = (kind: string, round: string | null) => (state: RoomState) => {
  const phase = state.plan.phases[state.agenda.index]
  return state.agenda.status === 'running' && phase?.kind === kind && phase.round === round
}

test('the agenda is a block for each phase of the start and the close, and one for each round', () => {
  const lobby = roomAt(() => true)
  const blocks = blocksOf(lobby.plan)
  expect(blocks.map(({ round, phases }) => round?.number ?? phases[0].phase.kind)).toEqual([
    'briefing',
    'caucus',
    1,
    2,
    3,
    4,
    'debrief',
    'reflection',
  ])
  expect(blocks.every((block) => whenOfBlock(lobby, block) === 'ahead')).toBe(true)
  const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0)
  expect(seconds).toBe(lobby.plan.phases.reduce((sum, phase) => sum + phase.seconds, 0))
})

test('a room that runs as planned is on time, and a pause or an added minute puts it behind', () => {
  const rows = rowsUntil(inPhase('reveal', 'approach'))
  const state = roomAt(inPhase('reveal', 'approach'))
  const now = (state.clock?.startsAt ?? 0) + 10_000
  expect(behindMs(state, now)).toBe(0)
  expect(agendaEndsAt(state, now)).toBe(STARTS_AT + 90 * 60_000)
  // P14: the openings ended before their time.
  const early = roomAt(inPhase('floor', 'approach'))
  expect(behindMs(early, early.clock?.startsAt ?? 0)).toBeLessThan(-10_000)
  const paused = goesOn(rows, CHAIR, { type: 'pauseClock' }, now)
  expect(behindMs(paused, now + 30_000)).toBe(30_000)
  const longer = goesOn(rows, CHAIR, { type: 'extendClock', minutes: 1 }, now)
  expect(behindMs(longer, now)).toBe(60_000)
  expect(
    behindMs(
      roomAt(() => true),
      now,
    ),
  ).toBeNull()
})

test('P8 an end that is three seconds late is overdue, never while the clock is stopped or the phase has ended, and the agenda moves on with it', () => {
  const rows = rowsUntil(inPhase('reveal', 'approach'))
  const state = roomAt(inPhase('reveal', 'approach'))
  const ends = state.clock?.endsAt ?? 0
  expect([ends - 1, ends + 3_000, ends + 3_001, ends + 60_000].map((now) => isEndOverdue(state, now))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(behindMs(state, ends + 60_000)).toBe(60_000)
  const paused = goesOn(rows, CHAIR, { type: 'pauseClock' }, ends - 10_000)
  expect(isEndOverdue(paused, ends + 60_000)).toBe(false)
  const over = fold(rehearsedSeminar().rows)
  if (!over) throw new Error('The room was never opened.')
  expect(over.agenda.status).toBe('finished')
  expect(isEndOverdue(over, (over.clock?.endsAt ?? 0) + 60_000)).toBe(false)
})

test('the next step is the start in the lobby, the next opener in openings, the next hand on the floor', () => {
  expect(nextStep(roomAt(() => true))).toMatchObject({ kind: 'start', index: 0 })
  const openings = roomAt((state) => inPhase('openings', 'approach')(state) && state.floor.holder !== null)
  const opener = nextStep(openings)
  expect(opener?.kind === 'grant' && openings.seats[opener.seat]?.delegation).toBe(openings.floor.toOpen[0])
  const rows = rowsUntil((state) => inPhase('floor', 'approach')(state) && state.floor.hands.length > 0)
  const floor = roomAt((state) => inPhase('floor', 'approach')(state) && state.floor.hands.length > 0)
  const hand = nextStep(floor)
  expect(hand?.kind === 'grant' && floor.floor.hands.some(({ seat }) => seat === hand.seat)).toBe(true)
  const paused = goesOn(rows, CHAIR, { type: 'pauseClock' }, rows.at(-1)?.at ?? 0)
  expect(nextStep(paused)).toBeNull()
})

test('an end that opens positions, ballots or the record asks first, and any other does not', () => {
  expect(stepAhead(roomAt(inPhase('briefing', null)))?.forGood).toBe(false)
  expect(stepAhead(roomAt(inPhase('openings', 'approach')))?.forGood).toBe(false)
  expect(stepAhead(roomAt(inPhase('caucus', null)))?.forGood).toBe(true)
  expect(stepAhead(roomAt(inPhase('caucus', 'approach')))?.forGood).toBe(true)
  expect(stepAhead(roomAt(inPhase('ballot', 'regional-order')))?.forGood).toBe(true)
})

test('the chair knows a position while it is sealed, and the injects still to send come planned ones first', () => {
  const sealed = roomAt((state) => Object.values(state.positions).some(({ filed, revealed }) => filed && !revealed))
  const [key = ''] = Object.entries(sealed.positions).find(([, { filed }]) => filed) ?? []
  const [round = '', , delegation = ''] = key.split('/')
  const value = sealed.positions[key]?.filed?.position.value
  expect(Object.entries(knownValues(sealed, round, 'opening'))).toContainEqual([delegation, value])
  const state = roomAt(inPhase('floor', 'deterrence'))
  const unsent = unsentInjects(state).map(({ inject }) => inject.key)
  const planned = plannedNews(state).map(({ key }) => key)
  const left = planned.filter((one) => state.sent[one] === undefined)
  expect(left.length).toBeGreaterThan(0)
  expect(unsent.slice(0, left.length)).toEqual(left)
  expect(unsent.some((one) => state.sent[one] !== undefined)).toBe(false)
})

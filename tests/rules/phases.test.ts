// The agenda and its clock (rules P1–P11, P13, P14). Instants are seconds after nine o'clock, counted by hand.
import { describe, expect, test } from 'vitest'
import { nextDue } from '#simulation/engine/timers'
import { openingsOverAt } from '#simulation/questions/floor'
import { isEnding } from '#simulation/state/clock'
import { AMARA, CHAIR, CLOCK, DAIKI, FEN, hand, smallSeminar } from '../support/cast'
import { given, instantOf, opened, Room } from '../support/given'

describe('phases and the clock', () => {
  test('P2 the clock ends a phase at its planned end, and as at that instant when it comes late', () => {
    const room = given().enters('briefing')
    room.when(CLOCK, { type: 'endPhase', index: 0 }, 299.999).isRefused('not-current')
    for (const late of [300, 302, 900])
      room
        .when(CLOCK, { type: 'endPhase', index: 0 }, late)
        .happens(
          { type: 'PhaseEnded', index: 0, endedAt: instantOf(300), cause: 'planned' },
          { type: 'PhaseStarted', index: 1 },
        )
    room
      .when(CHAIR, { type: 'endPhase', index: 0 }, 120)
      .happens(
        { type: 'PhaseEnded', index: 0, endedAt: instantOf(120), cause: 'chair' },
        { type: 'PhaseStarted', index: 1, startsAt: instantOf(120), endsAt: instantOf(600) },
      )
  })

  test('P3 taking back an extension or a resumption does not put what was said after the phase’s end', () => {
    const extended = given().enters('floor').does(CHAIR, { type: 'extendClock', minutes: 1 }, 390)
    extended.does(DAIKI, { type: 'askForFloor', intent: 'point', answers: null }, 420)
    extended.when(CHAIR, { type: 'undoLastStep' }, 460).isRefused('phase-ended')
    extended.does(CHAIR, { type: 'undoLastStep' }, 430)
    expect(extended.state.clock?.endsAt).toBe(instantOf(430))
    const resumed = given()
      .enters('floor')
      .does(CHAIR, { type: 'pauseClock' }, 390)
      .does(CHAIR, { type: 'resumeClock' }, 391)
    resumed.when(CHAIR, { type: 'undoLastStep' }, 400).isAllowed()
    resumed.when(CHAIR, { type: 'undoLastStep' }, 401).isRefused('phase-ended')
  })

  test('P4 while the clock is paused neither phase nor turn ends, and no time is counted', () => {
    const room = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
      .does(CHAIR, { type: 'pauseClock' }, 20)
    expect(nextDue(room.state, instantOf(5000))).toBeNull()
    room.when(CLOCK, { type: 'endPhase', index: 4 }, 5000).isRefused('not-current')
    room.when(CLOCK, { type: 'endTurn', seat: 'us.state', until: instantOf(75) }, 5000).isRefused('not-current')
    room.when(CHAIR, { type: 'takeBackFloor' }, 5000).happens({ type: 'FloorEnded', spokenMs: 10_000 })
    room.when(CHAIR, { type: 'pauseClock' }, 30).isRefused('clock-paused')
    room.when(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 30).isRefused('clock-paused')
    room.when(AMARA, { type: 'pauseClock' }, 30).isRefused('not-the-chair')
  })

  test('P5 a resumed clock moves the phase’s and the turn’s end by exactly the pause', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    room.when(CHAIR, { type: 'resumeClock' }, 15).isRefused('clock-not-paused')
    room.does(CHAIR, { type: 'pauseClock' }, 20).does(CHAIR, { type: 'resumeClock' }, 57)
    expect(room.state.clock).toMatchObject({ endsAt: instantOf(437), pausedAt: null })
    // A sixth of the floor is 65 seconds in whole fives: the turn would have ended at 75.
    expect(room.state.floor.holder?.until).toBe(instantOf(112))
    room.does(CHAIR, { type: 'takeBackFloor' }, 60)
    expect(room.rows.at(-1)?.event).toMatchObject({ spokenMs: 13_000 })
    room.when(AMARA, { type: 'resumeClock' }, 61).isRefused('not-the-chair')
  })

  test('P5 a turn yielded during a pause is as long as the rest that was yielded', () => {
    const room = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 0)
      .does(CHAIR, { type: 'pauseClock' }, 20)
      .does(AMARA, { type: 'yieldFloor', to: 'us.treasury' }, 50)
      .does(CHAIR, { type: 'resumeClock' }, 80)
    // 65 seconds, of which 20 were used; the clock stood still from 20 to 80.
    expect(room.state.floor.holder).toMatchObject({ seat: 'us.treasury', since: instantOf(80), until: instantOf(125) })
    room.runs(125)
    expect(room.rows.at(-1)?.event).toMatchObject({ type: 'FloorEnded', seat: 'us.treasury', spokenMs: 45_000 })
  })

  test('P5 a phase is ending in its last minute, in its last quarter when it is short, and never while it is paused', () => {
    const endings = (kind: 'floor' | 'reveal', seconds: number[]) => {
      const { state } = given().enters(kind)
      return seconds.map((second) => isEnding(state, instantOf(second)))
    }
    // A floor of 400 seconds; a reveal of 60, which would otherwise be its own last minute from the start.
    expect(endings('floor', [0, 339.999, 340, 399])).toEqual([false, false, true, true])
    expect(endings('reveal', [0, 44.999, 45, 59])).toEqual([false, false, true, true])
    const paused = given().enters('floor').does(CHAIR, { type: 'pauseClock' }, 390)
    expect(isEnding(paused.state, instantOf(395))).toBe(false)
  })

  test('P6 the chair extends a running phase and ends it now', () => {
    const room = given()
    room.when(CHAIR, { type: 'extendClock', minutes: 5 }).isRefused('phase-not-running')
    room.when(CHAIR, { type: 'pauseClock' }).isRefused('phase-not-running')
    room.when(CHAIR, { type: 'resumeClock' }).isRefused('phase-not-running')
    room.enters('floor')
    room.when(AMARA, { type: 'extendClock', minutes: 5 }).isRefused('not-the-chair')
    for (const minutes of [1, 2, 5] as const) room.does(CHAIR, { type: 'extendClock', minutes }, minutes)
    expect(room.state.clock?.endsAt).toBe(instantOf(400 + 60 + 120 + 300))
    room.when(CHAIR, { type: 'endPhase', index: 4 }, 30).isAllowed()
  })

  test('P7 on autopilot the next phase starts where the last ended; without, the chair starts it', () => {
    const room = given().enters('briefing')
    room
      .when(CLOCK, { type: 'endPhase', index: 0 }, 301)
      .happens(
        { type: 'PhaseEnded' },
        { type: 'PhaseStarted', index: 1, startsAt: instantOf(300), endsAt: instantOf(780) },
      )
    room.when(AMARA, { type: 'setAutopilot', agenda: false, floor: 'off' }).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'least-heard' }).isRefused('nothing-changed')
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'least-heard' })
    room.when(CLOCK, { type: 'endPhase', index: 0 }, 301).happens({ type: 'PhaseEnded' })
    room.does(CLOCK, { type: 'endPhase', index: 0 }, 301)
    expect(nextDue(room.state, instantOf(9000))).toBeNull()
    room
      .when(AMARA, { type: 'makeStatement', text: 'Now?', intent: 'point', answers: null, anchors: [] })
      .isRefused('phase-not-running')
    const resumed = given().enters('briefing').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    resumed.does(CLOCK, { type: 'endPhase', index: 0 }, 301)
    resumed.does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' }, 340).runs(341)
    expect(resumed.state.agenda).toEqual({ index: 1, status: 'running' })
    room.does(CHAIR, { type: 'startPhase', index: 1 }, 350)
    expect(room.state.clock).toMatchObject({ startsAt: instantOf(350), endsAt: instantOf(830) })
  })

  test('P8 after a stop of more than five seconds the next phase starts when the clock is back', () => {
    const room = given().enters('briefing')
    room
      .when(CLOCK, { type: 'endPhase', index: 0 }, 305)
      .happens(
        { type: 'PhaseEnded', endedAt: instantOf(300) },
        { type: 'PhaseStarted', startsAt: instantOf(300), endsAt: instantOf(780) },
      )
    room
      .when(CLOCK, { type: 'endPhase', index: 0 }, 305.001)
      .happens(
        { type: 'PhaseEnded', endedAt: instantOf(300) },
        { type: 'PhaseStarted', startsAt: instantOf(305.001), endsAt: instantOf(785.001) },
      )
    expect(nextDue(room.state, instantOf(2000))).toMatchObject({
      at: instantOf(300),
      command: { type: 'endPhase', index: 0 },
    })
  })

  test('P9 a command about a phase that no longer runs is refused', () => {
    const room = given().enters('caucus')
    room.when(CHAIR, { type: 'endPhase', index: 0 }).isRefused('not-current')
    room.when(CHAIR, { type: 'endPhase', index: 2 }).isRefused('not-current')
    room.when(CHAIR, { type: 'endPhase', index: 1 }).isAllowed()
  })

  test('P10 the end of the last phase finishes the agenda', () => {
    const room = given().enters('reflection')
    room.does(CLOCK, { type: 'endPhase', index: 11 }, 360)
    expect(room.state.agenda).toEqual({ index: 11, status: 'finished' })
    room.when(CHAIR, { type: 'startPhase', index: 12 }).isRefused('agenda-finished')
    room.when(CHAIR, { type: 'startPhase', index: 0 }).isRefused('agenda-finished')
  })

  test('P11 the debrief unseals the record, once', () => {
    const room = given().enters('ballot')
    room
      .when(CHAIR, { type: 'endPhase', index: 9 })
      .happens(
        { type: 'CommuniqueIssued' },
        { type: 'PhaseEnded', index: 9 },
        { type: 'PhaseStarted', index: 10 },
        { type: 'RecordUnsealed' },
        { type: 'ChairPlanIssued' },
      )
    // While ballots are still to come, unsealing by hand would open them as they are cast.
    room.when(CHAIR, { type: 'unsealRecord' }).isRefused('wrong-phase')
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' }).does(CHAIR, { type: 'endPhase', index: 9 })
    room.when(AMARA, { type: 'unsealRecord' }).isRefused('not-the-chair')
    room.does(CHAIR, { type: 'unsealRecord' })
    room.when(CHAIR, { type: 'unsealRecord' }).isRefused('nothing-changed')
    room.when(CHAIR, { type: 'startPhase', index: 10 }).happens({ type: 'PhaseStarted', index: 10 })
  })

  test('P13 a planned inject is sent at its second of the phase, pauses not counted, on autopilot only', () => {
    const room = given().enters('floor')
    const key = 'asean-statement'
    expect(nextDue(room.state, instantOf(0))).toEqual({
      at: instantOf(180),
      by: 'clock',
      command: { type: 'sendInject', key },
    })
    room.does(CHAIR, { type: 'pauseClock' }, 100).does(CHAIR, { type: 'resumeClock' }, 130)
    expect(nextDue(room.state, instantOf(130))).toMatchObject({ at: instantOf(210), command: { key } })
    const byHand = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    expect(nextDue(byHand.state, instantOf(200))).toMatchObject({ command: { type: 'endPhase' } })
    room.runs(399)
    expect(room.events('InjectSent')).toHaveLength(1)
    expect(room.rows.at(-1)).toMatchObject({ at: instantOf(210), by: 'clock', event: { type: 'InjectSent', key } })
  })

  test('P14 openings end fifteen seconds after the last, unless somebody holds the floor or asks for it', () => {
    const room = given().enters('openings')
    expect(openingsOverAt(room.state)).toBeNull()
    room.runs(29).does(AMARA, { type: 'yieldFloor', to: null }, 30).runs(49)
    room.does(DAIKI, { type: 'yieldFloor', to: null }, 50).runs(69)
    expect(openingsOverAt(room.state)).toBeNull()
    room.when(CLOCK, { type: 'endPhase', index: 3 }, 69).isRefused('not-current')
    room.does(FEN, { type: 'yieldFloor', to: null }, 70)
    expect(openingsOverAt(room.state)).toBe(instantOf(85))
    room.when(CLOCK, { type: 'endPhase', index: 3 }, 84).isRefused('not-current')
    expect(nextDue(room.state, instantOf(70))).toMatchObject({
      at: instantOf(85),
      command: { type: 'endPhase', index: 3 },
    })
    room.when(AMARA, hand(), 80).isAllowed()
    const asked = given().enters('openings').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
    asked
      .runs(1)
      .does(AMARA, { type: 'yieldFloor', to: null }, 2)
      .runs(3)
      .does(DAIKI, { type: 'yieldFloor', to: null }, 4)
    asked.runs(5).does(AMARA, hand(), 6).does(FEN, { type: 'yieldFloor', to: null }, 6).runs(100)
    expect(asked.state.agenda.index).toBe(3)
    room.runs(86)
    expect(room.events('PhaseEnded').at(-1)).toMatchObject({ index: 3, endedAt: instantOf(85), cause: 'all-opened' })
    expect(room.state.agenda).toEqual({ index: 4, status: 'running' })
  })

  test('P14 a pause moves it, without autopilot the openings go on, and so they did before the third edition', () => {
    const done = (room: Room) => {
      room.enters('openings')
      for (const [by, at] of [
        [AMARA, 10],
        [DAIKI, 20],
        [FEN, 30],
      ] as const)
        room.runs(at - 1).does(by, { type: 'yieldFloor', to: null }, at)
      return room
    }
    const paused = done(given()).does(CHAIR, { type: 'pauseClock' }, 35).does(CHAIR, { type: 'resumeClock' }, 95)
    expect(openingsOverAt(paused.state)).toBe(instantOf(105))
    const byHand = done(given()).does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' }, 31)
    expect(nextDue(byHand.state, instantOf(31))).toMatchObject({ at: instantOf(360) })
    byHand.when(CLOCK, { type: 'endPhase', index: 3 }, 100).isRefused('not-current')
    const planned = smallSeminar()
    const before = done(opened({ ...planned, plan: { ...planned.plan, edition: 2 } }).seats())
    expect(nextDue(before.state, instantOf(31))).toMatchObject({ at: instantOf(360) })
  })

  test('a room opens once, and nothing is done in it before', () => {
    new Room().when(CHAIR, { type: 'startPhase', index: 0 }).isRefused('room-not-open')
    opened()
      .when(CLOCK, { type: 'openRoom', ...smallSeminar() })
      .isRefused('room-not-open')
  })
})

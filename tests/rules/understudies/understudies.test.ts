// Scripted delegates (rules U1–U4): whole seminars played through the rules, with and without people.
import { describe, expect, test, vi } from 'vitest'
import { Rehearsal, rehearse } from '#simulation/bots/rehearsal'
import { filingsBeforeEnd, understudyMove } from '#simulation/bots/understudies'
import { decide } from '#simulation/engine/decide'
import type { ActorId } from '#simulation/kernel/ids'
import { actorId, tensionKey } from '#simulation/kernel/ids'
import { linesFor } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { roomCommand } from '#simulation/shapes/room-command'
import type { Written } from '../../support/cast'
import { AMARA, CHAIR, hand, smallSeminar } from '../../support/cast'
import { given, opened, START } from '../../support/given'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { change, opening } from '../../support/stories/scenario-parts'
import { CN, JP, US } from '../../support/stories/sides'

const chair = actorId.parse('chair:vera')
const scripted = (seed = 7, more = {}) => smallSeminar({ understudies: true, seed, ...more })
const SECONDS = 3520
const minutes = (count: number) => START + count * 60_000
const submit = (room: Rehearsal, by: string, command: Written) =>
  room.submit(actorId.parse(by), roomCommand.parse(command))

/** The actors other than chair and clock. */
const actors = (room: { rows: readonly { by: ActorId }[] }) =>
  new Set(room.rows.map((row) => row.by).filter((by) => by !== 'clock' && !by.startsWith('chair:')))

// Whole seminars take their time on a busy machine.
vi.setConfig({ testTimeout: patience(60_000) })

describe('understudies', () => {
  test('U1 they play every office that nobody holds, and never one that somebody does', () => {
    const alone = rehearse(scripted(), chinaGap(), START, chair)
    expect([...actors(alone)].sort()).toEqual(
      ['us.state', 'us.treasury', 'us.defense', 'jp.pm', 'jp.finance', 'cn.foreign', 'cn.commerce']
        .map((seat) => `understudy:${seat}`)
        .sort(),
    )
    const room = new Rehearsal(scripted(), chinaGap(), START)
    submit(room, 'p:daiki', { type: 'takeSeat', seat: 'jp.pm' })
    submit(room, 'p:ben', { type: 'takeSeat', seat: 'us.treasury' })
    submit(room, chair, { type: 'startPhase', index: 0 })
    room.run(START + SECONDS * 1000 + 1)
    expect(room.state.agenda.status).toBe('finished')
    expect(actors(room)).not.toContain('understudy:jp.pm')
    expect(actors(room)).not.toContain('understudy:us.treasury')
    // No understudy files where a person present may act for the delegation; what such a person leaves open the caucus files.
    const filedBy = room.rows.flatMap(({ event, by }) =>
      event.type === 'PositionFiled' && event.cause === 'head' ? [by] : [],
    )
    expect(new Set(filedBy)).toEqual(new Set(['understudy:cn.foreign']))
  })

  test('O5 at a practice table a person who leads finds a draft, and it is filed as it stands; in class the words are theirs', () => {
    const filedFor = (speed: number) => {
      const room = new Rehearsal(scripted(7, { speed }), chinaGap(), START)
      submit(room, 'p:daiki', { type: 'takeSeat', seat: 'jp.finance' })
      submit(room, chair, { type: 'startPhase', index: 0 })
      room.run(START + (SECONDS * 1000) / speed + 1)
      return room.rows.flatMap(({ event }) =>
        event.type === 'PositionFiled' && event.delegation === 'jp' && event.stage === 'opening' ? [event.how] : [],
      )
    }
    expect(new Set(filedFor(30))).toEqual(new Set(['draft']))
    expect(new Set(filedFor(1))).toEqual(new Set(['brief']))
  })

  test('U6 before the chair ends a caucus they have words for each filing that their heads owe, and no others', () => {
    const room = new Rehearsal(scripted(), chinaGap(), START)
    submit(room, 'p:daiki', { type: 'takeSeat', seat: 'jp.pm' })
    submit(room, chair, { type: 'startPhase', index: 0 })
    expect(filingsBeforeEnd(room.state, chinaGap())).toEqual([])
    room.run(minutes(6))
    const owed = filingsBeforeEnd(room.state, chinaGap())
    expect(owed.map(({ by, command }) => `${by} ${command.type}`)).toEqual([
      ...['us.state', 'cn.foreign'].map((seat) => `understudy:${seat} layChips`),
      ...['us.state', 'us.state', 'cn.foreign', 'cn.foreign'].map((seat) => `understudy:${seat} filePosition`),
    ])
    for (const { by, command } of owed) submit(room, by, command)
    expect(filingsBeforeEnd(room.state, chinaGap())).toEqual([])
  })

  test('U1 whose only words are those of its brief closes in them, and a closing line beyond the brief takes nobody there', () => {
    const scenario = chinaGap()
    const round = tensionKey.parse('framing')
    const own = linesFor(scenario, US, round)
    const others = scenario.lines.filter((line) => !own.some(({ id }) => id === line.id))
    const closes = (lines: Scenario['lines'], band: [number, number]) => {
      const draft = { ...structuredClone(scenario), lines }
      change(opening(draft, 'us', 'framing'), { band, value: band[1] })
      return rehearse(scripted(), draft, START, chair).rows.flatMap(({ event, by }) =>
        event.type === 'PositionFiled' &&
        event.delegation === 'us' &&
        event.round === round &&
        event.stage === 'closing' &&
        by === 'understudy:us.state'
          ? [event.position]
          : [],
      )
    }
    const [alone] = closes(others, [-1, 1])
    expect(alone?.text).toBe(opening(scenario, 'us', 'framing').reading)
    const closing = own.flatMap((line) => (line.kind === 'closing' ? [{ ...line, stance: 3 }] : []))
    const [beyond] = closes([...others, ...closing], [-1, 1])
    expect(beyond?.text).toBe(closing[0]?.text)
    expect(beyond?.value).toBe(1)
  })

  test('U1 without understudies nobody plays an empty seat', () => {
    const room = rehearse(smallSeminar(), chinaGap(), START, chair)
    expect(room.state.agenda.status).toBe('finished')
    expect(actors(room).size).toBe(0)
  })

  test('U2 every move is judged as a person’s, and refused to a seat that somebody holds', () => {
    const room = new Rehearsal(scripted(), chinaGap(), START)
    submit(room, chair, { type: 'startPhase', index: 0 })
    let judged = 0
    for (let second = 0; second < SECONDS; second += 9) {
      room.run(START + second * 1000)
      const move = understudyMove(room.state, chinaGap())
      if (!move) continue
      const seat = move.by.slice('understudy:'.length)
      const at = Math.max(move.at, room.now)
      expect(decide(room.state, move.command, { by: move.by, at, lot: 0 })).toMatchObject({ ok: true })
      // The same command from the same seat, given by a person.
      const taken = new Rehearsal(scripted(), chinaGap(), START)
      if (second % 450 === 0) {
        submit(taken, 'p:ivo', { type: 'takeSeat', seat })
        submit(taken, chair, { type: 'startPhase', index: 0 })
        taken.run(room.now)
        expect(decide(taken.state, move.command, { by: move.by, at, lot: 0 })).toEqual({
          ok: false,
          rejection: 'not-in-this-room',
        })
      }
      judged += 1
    }
    expect(judged).toBeGreaterThan(100)
  })

  test('U3 the same seed plays the same seminar, another seed another', () => {
    const play = (seed: number) => JSON.stringify(rehearse(scripted(seed), chinaGap(), START, chair).rows.slice(1))
    expect(play(7)).toBe(play(7))
    expect(play(8)).not.toBe(play(7))
  })

  test('U1 whoever is unseated in mid-seminar is played on, and whoever comes takes over', () => {
    const room = new Rehearsal(scripted(), chinaGap(), START)
    submit(room, 'p:amara', { type: 'takeSeat', seat: 'us.state' })
    submit(room, chair, { type: 'startPhase', index: 0 })
    room.run(minutes(8))
    submit(room, chair, { type: 'placePerson', person: 'amara', seat: null })
    submit(room, 'p:daiki', { type: 'takeSeat', seat: 'jp.pm' })
    const from = room.rows.length
    room.run(START + SECONDS * 1000 + 1)
    const later = new Set(room.rows.slice(from).map((row) => row.by))
    expect(later).toContain('understudy:us.state')
    expect(later).not.toContain('understudy:jp.pm')
    expect(room.state.agenda.status).toBe('finished')
  })

  test('U4 understudies that wait raise no hand, lose those that are up, and speak when they are called', () => {
    const room = given(smallSeminar({ understudies: true, chairs: { [US]: 4, [JP]: 2, [CN]: 2 } })).enters('floor')
    const wait = (understudiesWait: boolean): Written => ({
      type: 'setAutopilot',
      agenda: true,
      floor: 'least-heard',
      understudiesWait,
    })
    room.does('understudy:us.nsc', hand(), 1).does(AMARA, hand(), 1)
    room.when(CHAIR, wait(false)).isRefused('nothing-changed')
    room.does(CHAIR, wait(true), 2)
    expect(room.state.floor.hands).toMatchObject([{ seat: 'us.state' }])
    room.when('understudy:us.nsc', hand(), 3).isRefused('understudies-wait')
    room.when(CHAIR, { type: 'grantFloor', seat: 'us.nsc' }, 3).isAllowed()
    room.does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'in-order' }, 4)
    expect(room.state.autopilot.understudiesWait).toBe(true)
    room.does(CHAIR, { type: 'undoLastStep' }, 5).does(CHAIR, wait(false), 6)
    room.when('understudy:us.nsc', hand(), 7).isAllowed()
    const planned = scripted()
    const silent = opened({ ...planned, plan: { ...planned.plan, understudiesWait: true } }).enters('floor')
    expect(understudyMove(silent.state, chinaGap())).toBeNull()
    expect(understudyMove(opened(planned).enters('floor').state, chinaGap())).not.toBeNull()
  })
})

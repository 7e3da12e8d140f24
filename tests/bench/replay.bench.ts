/** Measures folding a room's log: against a fold that changes one object in place, and late in a long room against early. */
import { deepStrictEqual } from 'node:assert'
import { defaultChoices, planSeminar } from '#simulation/agenda/planning'
import { chairActor, personId } from '#simulation/kernel/ids'
import { evolve, fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { chinaGap } from '../support/china-gap'
import { MutableRoom } from './mutable-fold'
import { PlayedRoom } from './played-room'
import { inPairs, type Measure, row } from './ratio'

const chair = chairActor('vera')
/** How many next events are timed together: enough that reading the clock costs nothing beside them. */
const NEXT = 400

export const measure: Measure = async ({ quick, pairs }) => {
  const late = quick ? 1_000 : 4_000
  const { rows } = debate(late + NEXT)
  agree(rows)
  const times = quick ? 20 : 120
  const replayed = (work: () => unknown) => () => cpuOf(times, rows.length, () => null, work)
  const whole = await inPairs(
    pairs,
    replayed(() => fold(rows)),
    replayed(() => mutable(rows)),
  )
  // Each time from a fold of its own, because a ledger may be appended to only once in place.
  const after = (count: number) => () =>
    cpuOf(
      times * 2,
      NEXT,
      () => fold(rows.slice(0, count)),
      (before) => rows.slice(count, count + NEXT).reduce<RoomState | null>(evolve, before),
    )
  const long = await inPairs(pairs, after(late), after(100))
  return [
    row('replay, CPU per event, against a mutable fold', 'cpuMs', whole, { must: 3, aim: 2 }),
    row(`an event in a room of ${late}, against one of 100`, 'cpuMs', long, { must: 1.5, aim: 1.2 }),
  ]
}

/** A floor debate of thirty people with at least this many events. */
function debate(events: number): PlayedRoom {
  const scenario = chinaGap()
  const choices = defaultChoices(scenario, 'seminar-90', 7)
  const rounds = [
    { tension: choices.rounds[0]!.tension, seconds: 14_400 },
    { tension: choices.rounds[1]!.tension, seconds: null },
  ]
  const chairs = { us: 10, jp: 10, cn: 10 }
  const planned = planSeminar(scenario, { ...choices, rounds, chairs, understudies: false })
  const room = new PlayedRoom()
  room.does(chair, { type: 'openRoom', ...planned })
  const people = Array.from({ length: 30 }, (_, index) => personId.parse(`person-${index}`))
  room.opens(chair, people)
  room.goesTo('floor', chair)
  for (let turn = 0; room.rows.length < events; turn += 1) room.takesTurn(people[turn % 30]!, turn, turn * 10 + 10)
  return room
}

/** Both folds must keep the same; otherwise comparing their times says nothing. */
function agree(rows: PlayedRoom['rows']): void {
  const ours = fold(rows)
  if (ours === null) throw new Error('The debate has no rows.')
  const { seats, seated, seatedAt, lastSeats, hearing, agenda, clock, floor, record, work, lastStep } = ours
  const { spentMs, heardMs, saidForMs, toOpen: _opening, ...inFloor } = floor
  const sitting = Object.entries(seats).map(([id, { holder, delegation }]) => [id, { holder, delegation }])
  const kept = { seats: Object.fromEntries(sitting), seated, seatedAt, lastSeats, hearing }
  const sums = { spentMs: sumsOf(spentMs), heardMs: sumsOf(heardMs), saidForMs: sumsOf(saidForMs) }
  const lists = { record: record.toArray(), work: work.toArray() }
  deepStrictEqual(
    { ...kept, ...inFloor, ...sums, ...lists, agenda, clock, lastStep: lastStep?.commandId ?? null },
    mutable(rows).kept(),
  )
}

const sumsOf = (sums: Iterable<[string, number]>) => Object.fromEntries(sums)

function mutable(rows: PlayedRoom['rows']): MutableRoom {
  const room = new MutableRoom()
  for (const row of rows) room.take(row)
  return room
}

/** CPU time of each event in `work`, whose input `ready` makes untimed. */
async function cpuOf<T>(times: number, events: number, ready: () => T, work: (made: T) => unknown) {
  for (let warm = 0; warm < 20; warm += 1) work(ready()) // warms the JIT up
  let spent = 0
  for (let round = 0; round < times; round += 1) {
    const made = ready()
    globalThis.gc?.({ type: 'minor' })
    const before = process.cpuUsage()
    work(made)
    const { user, system } = process.cpuUsage(before)
    spent += user + system
  }
  return { cpuMs: spent / 1000 / times / events }
}

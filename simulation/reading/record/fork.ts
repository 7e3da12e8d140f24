// A room that plays on from a moment of another (rule D26): the rows up to it with ids of its own, then what the chair does at that moment:
// the clock stands still, or the dates move, and people are seated. All of it is judged by the rules again.
import { delegationIds } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import { advance, follow, type RoomAt, UNOPENED } from '../../engine/advance'
import { type Fingerprint, redactedRows } from '../../engine/redaction'
import { foldSteps } from '../../engine/room'
import { type ActorId, commandId, type PersonId } from '../../kernel/ids'
import { MINUTE_MS } from '../../kernel/time'
import { opensAt } from '../../questions/homework'
import type { Recorded } from '../../shapes/record'
import type { RoomCommand } from '../../shapes/room-command'
import type { RoomEvent } from '../../shapes/room-event'
import type { Seat } from '../../shapes/seats'
import { hasEnded, remainingMs } from '../../state/clock'
import { isRunning, type RoomState, seatsIn } from '../../state/room-state'
import type { DisplayNames } from '../../wire/protocol'
import { movablePhases } from '../homework/assignment'
import { datesFrom } from '../homework/date-moves'
import { struckAt } from '../log/strikes'
import { pseudonymous, rowText } from './record-file'
import { replayRecord } from './replay-check'

/** Who sits in the new room: everybody in their seat, everybody in the seat of the next delegation, or nobody. */
export const FORK_SEATS = ['kept', 'mirrored', 'empty'] as const
export type ForkSeats = (typeof FORK_SEATS)[number]

/** In a room of before seating modes whoever changes sides hears all that their seat ever heard (S16): there nobody changes. */
export const forkSeatsIn = ({ seating }: Pick<RoomPlan, 'seating'>): readonly ForkSeats[] =>
  FORK_SEATS.filter((seats) => seats !== 'mirrored' || seating !== undefined)

/** `closed`, `over`: nothing can follow that moment. `not-by-the-rules`: the rules of today do not tell the record as it is. */
export const FORK_FAULTS = ['closed', 'over', 'not-by-the-rules'] as const
export type ForkFault = (typeof FORK_FAULTS)[number]

export type ForkOrder = Readonly<{
  /** The whole log as it was recorded: what was taken off later is taken from the rows up to the moment too. */
  rows: readonly Recorded[]
  /** The room as it stands now, and at the moment. */
  whole: RoomState
  moment: ForkMoment
  /** The name of the room that is played on. */
  room: string
  seats: ForkSeats
  names: DisplayNames
  /** Who of the old room is known in the new one too, and whether they may come in: they keep what they heard, and hear no more of before. Of all others the names alone go along. */
  people: ReadonlyMap<PersonId, Readonly<{ id: PersonId; comes: boolean }>>
  chair: ActorId
  now: number
  fingerprint: Fingerprint
  /** A keyed hash, in at most 64 hexadecimal digits. */
  hash: (text: string) => string
}>

export type Fork = Readonly<{ rows: readonly Recorded[]; state: RoomState; names: DisplayNames }>

/** The moment that is played on: the last row of its command, the room after it, and the newest entry that everybody heard by then. */
export type ForkMoment = Readonly<{ upTo: number; at: number; state: RoomState; entry: string | null }>

/** What is left of the running phase at the moment, in milliseconds. */
export const forkLeaves = ({ state, at }: ForkMoment): number => remainingMs(state, at)

/** Null where there is no such row. A phase whose time is up ends first. */
export function* forkMoment(rows: readonly Recorded[], upTo: number): Generator<unknown, ForkMoment | null> {
  for (let cut = commandEnd(rows, upTo); cut !== null; cut = commandEnd(rows, cut + 1)) {
    const before = rows.slice(0, cut)
    const state = yield* foldSteps(before)
    const at = before.at(-1)?.at ?? 0
    if (!state) return null
    if (!isRunning(state) || !hasEnded(state, at) || cut === rows.length)
      return { upTo: cut, at, state, entry: state.record.last()?.no ?? null }
  }
  return null
}

/** Why nothing can follow this moment; null where something can. */
export function forkFault({ closedAt, agenda, plan }: RoomState): 'closed' | 'over' | null {
  if (closedAt !== null) return 'closed'
  const isLast = agenda.status === 'between' && agenda.index === plan.phases.length - 1
  return agenda.status === 'finished' || isLast ? 'over' : null
}

/** Yields as it goes, so that a long record holds nobody up. */
export function* forkSteps(order: ForkOrder): Generator<unknown, Fork | { fault: ForkFault }> {
  const { moment, room: name, hash } = order
  const cannot = forkFault(moment.state)
  if (cannot) return { fault: cannot }
  const past = pseudonymous(withoutWordsOff(order), order.names, (id) => order.people.get(id)?.id)
  const forkedFrom = {
    ...{ room: name, entry: moment.entry, rows: moment.upTo },
    fingerprint: hash(order.rows.slice(0, moment.upTo).map(rowText).join('\n')),
  }
  const [first, ...others] = past.rows
  if (first?.event.type !== 'RoomOpened') return { fault: 'not-by-the-rules' }
  const opened = { ...first, event: { ...first.event, plan: { ...first.event.plan, forkedFrom } } }
  let room = follow(UNOPENED, [opened])
  for (let from = 0; from < others.length; from += STRIDE) {
    yield
    room = follow(room, others.slice(from, from + STRIDE))
  }
  const at = room.at
  // Each is read from the room that the one before has left.
  for (const command of beginning(room, order)) {
    const id = commandId.parse(`fork:${String(room.seq).padStart(4, '0')}`)
    const done = advance(room, { by: order.chair, commandId: id, command, at, lot: 0 })
    if (!done.ok) return { fault: 'not-by-the-rules' }
    room = done.after
    yield
  }
  const rows = room.log.toArray()
  const judged = yield* replayRecord(rows)
  if ('row' in judged || !room.state) return { fault: 'not-by-the-rules' }
  return { rows, state: room.state, names: past.roll }
}

/** Rows that are folded between two steps. */
const STRIDE = 200

/** The last row of the command to which this row belongs; null where there is no such row. */
function commandEnd(rows: readonly Recorded[], seq: number): number | null {
  const command = rows[seq - 1]?.commandId
  if (command === undefined) return null
  let end = seq
  while (rows[end]?.commandId === command) end += 1
  return end
}

/** The rows up to the moment. A fingerprint stands where words were that the chair or their writer has taken off since. */
function withoutWordsOff({ rows, whole, moment: { upTo }, fingerprint }: ForkOrder): readonly Recorded[] {
  const off = [...Object.keys(whole.strikes), ...Object.keys(whole.withdrawn)]
  const since = new Set(off.filter((entry) => struckAt(whole, entry).some(({ seq }) => seq > upTo)))
  let all = rows
  for (const entry of since) {
    const changed: ReadonlyMap<number, RoomEvent> = redactedRows(all, entry, fingerprint)
    all = all.map((row) => {
      const event = changed.get(row.seq)
      return event ? { ...row, event } : row
    })
  }
  return all.slice(0, upTo)
}

/** What the chair does at the moment itself, in its order. */
function beginning({ state, at }: RoomAt, order: ForkOrder): readonly RoomCommand[] {
  if (!state) return []
  // For whom a seat was kept is known to the old room alone.
  const free: readonly RoomCommand[] = state.keptSeats.length > 0 ? [{ type: 'keepSeats', seats: [] }] : []
  return [...free, ...standingStill(state, at, order.now), ...seating(state, order)]
}

/** The clock stops with what is left of its phase. A homework debate has none: its dates move by what has passed since. */
function standingStill(state: RoomState, at: number, now: number): readonly RoomCommand[] {
  if (state.plan.kind === 'homework') {
    const [phase] = movablePhases(state)
    if (phase === undefined) return []
    const later = Math.max(1, Math.ceil((now - at) / MINUTE_MS)) * MINUTE_MS
    const opens = phase > state.agenda.index ? opensAt(state, phase) : null
    const dates = datesFrom(state, phase).map((date) => {
      const at = date.phase === phase ? opens : date.opensAt
      return { ...date, opensAt: at === null ? null : at + later, dueAt: date.dueAt + later }
    })
    return [{ type: 'moveDates', dates }]
  }
  if (!isRunning(state) || !state.clock) return []
  const { pausedAt, caucusUntil } = state.clock
  if (pausedAt === null) return [{ type: 'pauseClock' }]
  // A caucus that was moved would end by itself; the chair's pause does not.
  return caucusUntil === null ? [] : [{ type: 'resumeClock' }, { type: 'pauseClock' }]
}

/** Whoever cannot come leaves their seat, and so does everybody who moves, before anybody sits down. */
function seating(state: RoomState, { seats, people }: ForkOrder): readonly RoomCommand[] {
  const known = new Map([...people.values()].map(({ id, comes }) => [id, comes && seats !== 'empty']))
  const admitted = [...known].flatMap(([person, comes]): RoomCommand[] =>
    comes === state.removed.includes(person) ? [{ type: comes ? 'readmitPerson' : 'removePerson', person }] : [],
  )
  const moves = ({ delegation }: Seat) => seats === 'mirrored' && delegation !== null
  const leave = Object.values(state.seats).flatMap((seat): RoomCommand[] => {
    const comes = seat.holder === null ? undefined : known.get(seat.holder)
    // Whoever is removed has left by that.
    if (seat.holder === null || comes === false || (comes && !moves(seat))) return []
    return [{ type: 'placePerson', person: seat.holder, seat: null }]
  })
  if (seats !== 'mirrored') return [...admitted, ...leave]
  const all = delegationIds(state.plan)
  const sit = all.flatMap((delegation, place) => {
    const free = seatsIn(state, all[(place + 1) % all.length] ?? delegation)
    const coming = seatsIn(state, delegation).flatMap(({ holder }) =>
      holder !== null && known.get(holder) ? [holder] : [],
    )
    return coming.flatMap((person, index): RoomCommand[] => {
      const seat = free[index]
      return seat ? [{ type: 'placePerson', person, seat: seat.id }] : []
    })
  })
  return [...admitted, ...leave, ...sit]
}

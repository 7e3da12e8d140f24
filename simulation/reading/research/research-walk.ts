// What a research file needs of a room row by row, as the state at its end does not say it: each turn on the floor, when each phase ran, and
// how long a phase had run when something was recorded.
import { evolve } from '../../engine/room'
import type { CommandId, DelegationId, PersonId, SeatId } from '../../kernel/ids'
import { isRedacted, type VisibleRow } from '../../secrecy/visible-row'
import type { Recorded } from '../../shapes/record'
import type { RoomState } from '../../state/room-state'

/** One time that the floor was held; `no` is the entry that its end left. A grant that was undone (P12) was a turn too, with the cause `undone`. */
type HeldFloor = Readonly<{
  no: string | null
  command: CommandId
  phase: number
  seat: SeatId
  /** Null for an understudy. */
  person: PersonId | null
  delegation: DelegationId | null
  at: number
  ms: number
  cause: string
}>

/** When a phase ran. `from` is where its clock began, `pausedMs` all time that it did not count. */
type HeldPhase = Readonly<{ startedAt: number; from: number; endedAt: number | null; pausedMs: number }>

/** Null for a log without rows. */
export function walkRoom(rows: readonly VisibleRow[]) {
  let state: RoomState | null = null
  let turns: HeldFloor[] = []
  /** By the index of the phase. */
  const phases = new Map<number, HeldPhase>()
  /** By the number of the row: how long its phase had run, in milliseconds; not for rows outside of a phase. */
  const phaseMs = new Map<number, number>()
  for (const row of rows) {
    if (isRedacted(row)) continue
    const before: RoomState | null = state
    state = evolve(before, row)
    if (before) turns = turnsAfter(turns, before, state, row)
    notePhase(phases, state, row)
    const { clock, agenda } = state
    if (clock && agenda.status === 'running')
      phaseMs.set(row.seq, Math.max(0, (clock.pausedAt ?? row.at) - clock.startsAt))
  }
  return state && { state, turns, phases, phaseMs }
}
export type ResearchWalk = NonNullable<ReturnType<typeof walkRoom>>

function turnsAfter(turns: HeldFloor[], before: RoomState, after: RoomState, row: Recorded): HeldFloor[] {
  const held = (seat: SeatId, ms: number, cause: string, no: string | null): HeldFloor => ({
    ...{ seat, ms, cause, no, at: row.at, command: row.commandId, phase: before.agenda.index },
    person: before.floor.holder?.person ?? null,
    delegation: before.seats[seat]?.delegation ?? null,
  })
  const { event } = row
  if (event.type === 'FloorEnded') {
    const no = after.record.length > before.record.length ? (after.record.last()?.no ?? null) : null
    return [...turns, held(event.seat, event.spokenMs, event.cause, no)]
  }
  if (event.type !== 'StepUndone') return turns
  // A turn that the step ended goes on, and is one when it ends. Whoever had the floor by the step has held it until now.
  const kept = turns.filter(({ command }) => command !== before.lastStep?.commandId)
  const seat = before.floor.holder?.seat
  if (seat === undefined) return kept
  const more =
    (after.floor.spentMs.get(seat) ?? 0) - kept.reduce((sum, one) => (one.seat === seat ? sum + one.ms : sum), 0)
  return more > 0 ? [...kept, held(seat, more, 'undone', null)] : kept
}

function notePhase(phases: Map<number, HeldPhase>, { agenda, clock }: RoomState, { at, event }: Recorded): void {
  for (const index of phases.keys()) if (index > agenda.index) phases.delete(index)
  if (!clock) return
  if (event.type === 'PhaseStarted')
    phases.set(event.index, { startedAt: at, from: event.startsAt, endedAt: null, pausedMs: 0 })
  const held = phases.get(agenda.index)
  if (held) phases.set(agenda.index, { ...held, endedAt: clock.endedAt, pausedMs: clock.startsAt - held.from })
}

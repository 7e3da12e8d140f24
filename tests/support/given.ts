/** A room advanced to a state, and one command judged in it. Expectations come from the test's story. */
import { expect } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { decide } from '#simulation/engine/decide'
import { maskedLog } from '#simulation/engine/masked-log'
import { justRecorded } from '#simulation/engine/masking'
import { evolve, fold } from '#simulation/engine/room'
import { nextDue } from '#simulation/engine/timers'
import { actorId, commandId, personId, seatId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import type { PlannedRoom } from '#simulation/planning/planning'
import { changesWords } from '#simulation/questions/strikes'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { roomCommand } from '#simulation/shapes/room-command'
import type { RoomEvent } from '#simulation/shapes/room-event'
import type { Rejection, Verdict } from '#simulation/shapes/verdict'
import { actingHead, phaseNow, type RoomState } from '#simulation/state/room-state'
import type { Written } from './cast'
import { CHAIR, SEATING, smallSeminar, standsOn } from './cast'
import { viewOf } from './stories/heard'

/** The fields of an event that a test checks. */
export type Expected = { type: RoomEvent['type'] } & Record<string, unknown>

/** Monday, nine o'clock; tests count seconds from it. */
export const START = Date.UTC(2026, 0, 12, 9)
export const instantOf = (seconds: number): number => START + seconds * 1000

export class Room {
  readonly rows: Recorded[] = []
  #state: RoomState | null = null
  #now = 0

  get state(): RoomState {
    if (!this.#state) throw new Error('The room is not open.')
    return this.#state
  }

  /** Judges a command without applying it. */
  when(by: string, command: Written, at = this.#now, lot = 0): Outcome {
    return new Outcome(this.#judge(by, command, at, lot))
  }

  /** The verdict on a command, for tests that try several. */
  judges(by: string, command: Written, at = this.#now): Verdict {
    return this.#judge(by, command, at, 0)
  }

  /** Applies a command; the test fails when it is refused. */
  does(by: string, command: Written, at = this.#now, lot = 0): this {
    const verdict = this.#judge(by, command, at, lot)
    if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
    this.#now = at
    const id = commandId.parse(`command-${this.rows.length + 1}`)
    for (const draft of verdict.rows) {
      const row: Recorded = {
        seq: this.rows.length + 1,
        at: instantOf(at),
        by: actorId.parse(by),
        commandId: id,
        ...draft,
      }
      this.rows.push(row)
      this.#state = evolve(this.#state, row)
    }
    if (this.rows.slice(-verdict.rows.length).some(changesWords)) this.#state = maskedLog(this.rows).state
    return this
  }

  #judge(by: string, command: Written, at: number, lot: number): Verdict {
    return decide(this.#state, roomCommand.parse(command), { by: actorId.parse(by), at: instantOf(at), lot })
  }

  /** Seats people, by default the whole cast. */
  seats(people: Partial<Record<string, string>> = SEATING): this {
    for (const [name, seat] of Object.entries(people)) this.does(`p:${name}`, { type: 'takeSeat', seat: seat ?? null })
    return this
  }

  /** The chair advances the agenda at this instant until the nth phase of this kind has begun. */
  enters(kind: PhaseKind, nth = 1): this {
    const phases = this.state.plan.phases
    const target = phases.flatMap((phase, index) => (phase.kind === kind ? [index] : []))[nth - 1]
    if (target === undefined) throw new Error(`The agenda has no ${kind} number ${nth}.`)
    if (this.state.agenda.index < 0) this.does(CHAIR, { type: 'startPhase', index: 0 })
    while (this.state.agenda.index < target) this.does(CHAIR, { type: 'endPhase', index: this.state.agenda.index })
    return this
  }

  /** In the negotiation, which begins now unless it runs: all sides stand on the first words of the first side in these clauses. */
  agrees(...clauses: readonly string[]): this {
    if (phaseNow(this.state)?.kind !== 'negotiation') this.enters('negotiation')
    const [first, ...others] = delegationIds(this.state.plan)
    for (const clause of clauses)
      for (const side of others) {
        const head = actingHead(this.state, side)?.holder
        if (head) this.does(`p:${head}`, standsOn(`${first}-1`, clause), this.#now)
      }
    return this
  }

  /** Runs the clock until this second. */
  runs(until: number): this {
    for (;;) {
      const due = nextDue(this.state, instantOf(this.#now))
      if (!due || due.at > instantOf(until)) break
      this.does(due.by, due.command, Math.max(this.#now, (due.at - START) / 1000))
    }
    this.#now = until
    return this
  }

  /** The room's state as this viewer sees it. */
  as(viewer: Viewer, unsealed = this.state.unsealedAt !== null): RoomState {
    const folded = fold(viewOf(this.rows, viewer, unsealed))
    if (!folded) throw new Error('The viewer saw nothing.')
    return folded
  }

  /** The viewers among cast, chair and stage who hear the newest event of this type. */
  hearersOf(type: RoomEvent['type']): string[] {
    const row = this.rows.findLast((candidate) => candidate.event.type === type)
    if (!row) throw new Error(`Nothing of the kind ${type} has happened.`)
    const hears = (viewer: Viewer) => viewFor(justRecorded([row]), viewer, this.state.unsealedAt !== null).length === 1
    const people = Object.keys({ ...SEATING, ivo: null }).filter((name) => hears(this.viewerOf(name)))
    return [...(hears({ kind: 'chair' }) ? ['chair'] : []), ...(hears({ kind: 'stage' }) ? ['stage'] : []), ...people]
  }

  viewerOf(name: string): Viewer {
    return viewerOf(this.state, personId.parse(name))
  }

  holderOf(seat: string): string | null {
    const found = this.state.seats[seatId.parse(seat)]
    if (!found) throw new Error(`There is no seat ${seat}.`)
    return found.holder
  }

  events(type: RoomEvent['type']): RoomEvent[] {
    return this.rows.map((row) => row.event).filter((event) => event.type === type)
  }
}

export class Outcome {
  readonly #verdict: Verdict

  constructor(verdict: Verdict) {
    this.#verdict = verdict
  }

  /** Expects acceptance with exactly these events, in this order. */
  happens(...events: Expected[]): void {
    const happened = this.#verdict.ok ? this.#verdict.rows.map((draft) => draft.event) : this.#verdict
    expect(happened).toMatchObject(events)
  }

  /** Expects acceptance, with any events: the counterpart of a refusal. */
  isAllowed(): void {
    expect(this.#verdict).toMatchObject({ ok: true })
  }

  isRefused(reason: Rejection): void {
    expect(this.#verdict).toEqual({ ok: false, rejection: reason })
  }
}

/** A new, empty room. */
export function opened(planned: PlannedRoom = smallSeminar()): Room {
  return new Room().does('clock', { type: 'openRoom', ...planned })
}

/** The cast seated, before the first phase. */
export const given = (planned: PlannedRoom = smallSeminar()): Room => opened(planned).seats()

/** A room that was played elsewhere, after one more command; the test fails when that is refused. */
export function goesOn(rows: readonly Recorded[], by: string, command: Written, at: number): RoomState {
  const moment = { by: actorId.parse(by), at, lot: 0 }
  const verdict = decide(fold(rows), roomCommand.parse(command), moment)
  if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
  const id = commandId.parse('one-more')
  const more = verdict.rows.map(
    (draft, index): Recorded => ({ seq: rows.length + index + 1, at, by: moment.by, commandId: id, ...draft }),
  )
  const state = fold([...rows, ...more])
  if (!state) throw new Error('The room was never opened.')
  return state
}

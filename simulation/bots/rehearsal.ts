// Plays a whole room by understudies on a simulated clock, within milliseconds. The demo's finished seminar and the long stories of the
// tests are made by it.

import { type Advanced, advance, UNOPENED } from '../engine/advance'
import { nextDue } from '../engine/timers'
import { type ActorId, CLOCK, commandId } from '../kernel/ids'
import { lot } from '../kernel/seeded-random'
import type { PlannedRoom } from '../planning/planning'
import type { Scenario } from '../scenario/scenario'
import type { Recorded } from '../shapes/record'
import type { RoomCommand } from '../shapes/room-command'
import { hasEnded } from '../state/clock'
import type { RoomState } from '../state/room-state'
import { understudyMove } from './understudies'
import type { Move } from './understudy-context'

export type Rehearsed = { rows: Recorded[]; state: RoomState }

/** What is done next in a room, and when; null where nothing is until its clock moves it on. */
export type Mover = (state: RoomState, scenario: Scenario) => Move | null

/** A room in memory whose clock is `now`: `submit` gives it a command at that instant, `run` moves the clock on. */
export class Rehearsal {
  readonly rows: Recorded[] = []
  now: number
  readonly #scenario: Scenario
  readonly #mover: Mover
  #room = UNOPENED
  #submitted = 0

  /** `mover` says what is done in it: by understudies, where it is left out. */
  constructor(planned: PlannedRoom, scenario: Scenario, startsAt: number, mover: Mover = understudyMove) {
    this.now = startsAt
    this.#scenario = scenario
    this.#mover = mover
    this.submit(CLOCK, { type: 'openRoom', ...planned })
  }

  get state(): RoomState {
    if (!this.#room.state) throw new Error('The room did not open')
    return this.#room.state
  }

  /** Gives a command to the rules at `now`; if they accept it, its rows are added to `rows`. */
  submit(by: ActorId, command: RoomCommand): Advanced {
    this.#submitted += 1
    const told = advance(this.#room, {
      by,
      commandId: commandId.parse(`rehearsal-${this.#submitted}`),
      command,
      at: this.now,
      lot: lot(this.#submitted, 'rehearsal'),
    })
    if (!told.ok) return told
    this.rows.push(...told.rows)
    this.#room = told.after
    return told
  }

  /** Moves the clock to `until`, submitting on the way every timer that falls due and every move of the mover. */
  run(until: number): void {
    for (;;) {
      const due = nextDue(this.state, this.now)
      const move = hasEnded(this.state, this.now) ? null : this.#mover(this.state, this.#scenario)
      const next = move && (!due || move.at < due.at) ? move : due
      if (!next || next.at > until) break
      this.now = Math.max(this.now, next.at)
      const verdict = this.submit(next.by, next.command)
      // Without this throw the loop would try the refused move for ever. A refusal means that a script is wrong.
      if (!verdict.ok) throw new Error(`${next.by} may not ${next.command.type}: ${verdict.rejection}`)
    }
    this.now = Math.max(this.now, until)
  }
}

/** A whole seminar played by understudies from its first phase to its last, at the planned length of each. */
export function rehearse(planned: PlannedRoom, scenario: Scenario, startsAt: number, chair: ActorId): Rehearsed {
  const rehearsal = new Rehearsal(planned, scenario, startsAt)
  rehearsal.submit(chair, { type: 'startPhase', index: 0 })
  const seconds = planned.plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)
  rehearsal.run(startsAt + seconds * 1000 + 1)
  return { rows: rehearsal.rows, state: rehearsal.state }
}

/** A room played by the rules and kept as rows: seated, opened, and then a debate as long as wanted. */
import { nextDue } from '#simulation/agenda/timers'
import { type ActorId, CLOCK, commandId, type PersonId, participantActor } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { decide, evolve, fold } from '#simulation/kernel/room'
import type { RoomCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'

export class PlayedRoom {
  readonly rows: Recorded[]
  readonly #now = Date.now()
  #state: RoomState | null
  #commands = 0

  constructor(before: readonly Recorded[] = []) {
    this.rows = [...before]
    this.#state = fold(before)
  }

  get state(): RoomState {
    if (!this.#state) throw new Error('The room is not open.')
    return this.#state
  }

  /** Applies a command `afterMs` after the start. */
  does(by: ActorId, command: RoomCommand, afterMs = 0): void {
    const at = this.#now + afterMs
    const verdict = decide(this.#state, command, { by, at, lot: 0 })
    if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
    this.#commands += 1
    const id = commandId.parse(`played:${this.#commands}`)
    for (const draft of verdict.rows) {
      const row = { seq: this.rows.length + 1, at, by, commandId: id, ...draft }
      this.rows.push(row)
      this.#state = evolve(this.#state, row)
    }
  }

  /** Seats these people, the first as head of the delegation that opens, and advances to the openings, where the first holds the floor. */
  opens(chair: ActorId, people: readonly PersonId[]): void {
    const seats = Object.values(this.state.seats).toSorted((a, b) => Number(b.head) - Number(a.head))
    for (const [index, person] of people.entries()) {
      const seat = seats[index]
      if (seat) this.does(participantActor(person), { type: 'takeSeat', seat: seat.id })
    }
    this.goesTo('openings', chair)
    const due = nextDue(this.state, this.#now)
    if (due?.command.type !== 'grantFloor') throw new Error('Nobody is to open.')
    this.does(due.by, due.command)
  }

  goesTo(kind: 'openings' | 'floor', chair: ActorId): void {
    const phase = this.state.plan.phases.findIndex((candidate) => candidate.kind === kind)
    if (this.state.agenda.index < 0) this.does(chair, { type: 'startPhase', index: 0 })
    while (this.state.agenda.index < phase) this.does(chair, { type: 'endPhase', index: this.state.agenda.index })
  }

  says(person: PersonId, number: number): void {
    this.does(participantActor(person), {
      type: 'makeStatement',
      text: `Statement ${number + 1}: ${WORDS}`.slice(0, 299),
      intent: 'point',
      answers: null,
      anchors: [],
    })
  }

  /** One turn of a floor debate: request, floor, a statement that answers the last one, yield. */
  takesTurn(person: PersonId, number: number, afterMs: number): void {
    const by = participantActor(person)
    this.does(by, { type: 'askForFloor', intent: 'build-on', answers: null }, afterMs)
    const due = nextDue(this.state, this.#now + afterMs)
    if (due?.command.type === 'grantFloor') this.does(CLOCK, due.command, afterMs)
    this.says(person, number)
    this.does(by, { type: 'yieldFloor', to: null }, afterMs + 1)
  }
}

const WORDS = 'what we said before still stands, and we say it once more for the record. '.repeat(4)

/**
 * What the rules' fold keeps of a debate, kept in one object that is changed in place: the baseline for our fold, which leaves every
 * earlier state valid. It keeps all of the floor and of the seats, because a baseline that kept less would measure the rules' growth.
 */
import { personOfActor } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import type { EventOf } from '#simulation/kernel/room-event'

type Entry = { no: string; seq: number; at: number; by: string; phase: number; event: Recorded['event'] }
type Seat = { holder: string | null; delegation: string | null }
type Holder = Omit<EventOf<'FloorGranted'>, 'type'> & {
  person: string | null
  answers: number | null
  since: number
  spoke: boolean
}
type Hand = { seat: string; intent: string; answers: number | null; at: number }
type Work = {
  by: string
  what: string
  phase: number
  round: string | null
  to: string | null
  at: number
  anchors: number
}

export class MutableRoom {
  phases: readonly { kind: string; round: string | null }[] = []
  seats = new Map<string, Seat>()
  seated: string[] = []
  seatedAt = new Map<string, number>()
  lastSeats = new Map<string, string>()
  hearing = new Map<string, { side: string | null; since: number; hears: unknown[] }>()
  record: Entry[] = []
  hands: Hand[] = []
  cameDown: string[] = []
  holder: Holder | null = null
  freeSince: number | null = null
  takenFrom = new Map<string, number>()
  opened = new Map<string, number>()
  spentMs = new Map<string, number>()
  heardMs = new Map<string, number>()
  saidForMs = new Map<string, number>()
  work: Work[] = []
  agenda = { index: -1, status: 'lobby' }
  clock: { startsAt: number; endsAt: number; pausedAt: number | null; endedAt: number | null } | null = null
  briefs: unknown[] = []
  lastStep: string | null = null

  take(row: Recorded): void {
    const { event } = row
    switch (event.type) {
      case 'RoomOpened':
        this.phases = event.plan.phases
        for (const { id, delegation } of event.plan.seats) this.seats.set(id, { holder: null, delegation })
        break
      case 'BriefIssued':
        this.briefs.push(event.brief)
        break
      case 'SeatTaken':
        this.#sit(event, row)
        break
      case 'PhaseStarted':
        this.agenda.index = event.index
        this.agenda.status = 'running'
        this.clock = { startsAt: event.startsAt, endsAt: event.endsAt, pausedAt: null, endedAt: null }
        this.holder = null
        this.freeSince = null
        this.takenFrom.clear()
        this.hands.length = 0
        this.#step(row)
        this.#enter(row)
        break
      case 'PhaseEnded':
        this.agenda.status = 'between'
        if (this.clock) this.clock.endedAt = event.endedAt
        this.cameDown = this.hands.flatMap(({ seat }) => this.seats.get(seat)?.holder ?? [])
        this.holder = null
        this.hands.length = 0
        this.#step(row)
        break
      case 'PositionsRevealed':
        this.#enter(row)
        break
      case 'HandRaised':
        this.hands.push({ seat: event.seat, intent: event.intent, answers: event.answers, at: row.at })
        drop(this.cameDown, (person) => person === this.seats.get(event.seat)?.holder)
        break
      case 'FloorGranted':
        this.#grant(event, row)
        break
      case 'FloorEnded':
        this.#end(event, row)
        break
      case 'StatementMade': {
        if (this.holder) this.holder.spoke = true
        this.#enter(row)
        const by = personOfActor(row.by)
        const what = event.answers === null ? 'opening' : 'answer'
        const phase = this.agenda.index
        const round = this.phases[phase]?.round ?? null
        const to = this.#answered(event.answers)
        if (by) this.work.push({ by, what, phase, round, to, at: row.at, anchors: event.anchors.length })
        break
      }
      default:
    }
  }

  /** Everything kept, in the words of `RoomState`. */
  kept() {
    const { seated, record, hands, cameDown, holder, freeSince, work, agenda, clock, lastStep } = this
    const { seats, seatedAt, lastSeats, hearing, takenFrom, opened, spentMs, heardMs, saidForMs } = this
    const byName = { seats, seatedAt, lastSeats, hearing, takenFrom, opened, spentMs, heardMs, saidForMs }
    const objects = Object.entries(byName).map(([part, map]) => [part, Object.fromEntries<unknown>(map)])
    const lists = { seated, record, hands, cameDown, work }
    return { ...Object.fromEntries(objects), ...lists, holder, freeSince, agenda, clock, lastStep }
  }

  #sit({ seat: id, person }: EventOf<'SeatTaken'>, { at }: Recorded): void {
    const seat = this.seats.get(id)
    if (!seat) return
    seat.holder = person
    if (!this.seatedAt.has(person)) {
      this.seated.push(person)
      this.seatedAt.set(person, at)
    }
    this.lastSeats.set(person, id)
    this.hearing.set(person, { side: seat.delegation, since: 0, hears: [{ seat: id, from: 0, until: null }] })
  }

  #grant({ seat, intent, turn, until }: EventOf<'FloorGranted'>, row: Recorded): void {
    const person = this.seats.get(seat)?.holder ?? null
    const answers = this.hands.find((hand) => hand.seat === seat)?.answers ?? null
    const since = this.clock?.pausedAt ?? row.at
    this.holder = { seat, person, intent, answers, turn, since, until, spoke: false }
    this.freeSince = null
    if (person !== null) this.takenFrom.delete(person)
    drop(this.hands, (hand) => hand.seat === seat)
    drop(this.cameDown, (away) => away === person)
    if (turn === 'opening') this.opened.set(seat, (this.opened.get(seat) ?? 0) + 1)
    this.#step(row)
    if (turn === 'floor') this.#enter(row)
  }

  #end({ seat, spokenMs, cause }: EventOf<'FloorEnded'>, row: Recorded): void {
    if (!this.holder?.spoke && spokenMs >= 1000) this.#enter(row)
    const person = this.holder?.person ?? null
    const delegation = this.seats.get(seat)?.delegation ?? null
    if (person !== null && cause === 'taken-back') this.takenFrom.set(person, row.at)
    if (person !== null && cause !== 'taken-back') this.takenFrom.delete(person)
    add(this.spentMs, seat, spokenMs)
    add(this.heardMs, person ?? seat, spokenMs)
    if (delegation !== null) add(this.saidForMs, `${delegation}/${person ?? seat}`, spokenMs)
    this.holder = null
    this.freeSince = row.at
    this.#step(row)
  }

  #step({ by, commandId }: Recorded): void {
    this.lastStep = by.startsWith('chair:') ? commandId : null
  }

  #enter(row: Recorded): void {
    const { seq, at, by, event } = row
    this.record.push({ no: String(this.record.length + 1), seq, at, by, phase: this.agenda.index, event })
  }

  #answered(entry: number | null): string | null {
    const event = entry === null ? undefined : this.record[entry - 1]?.event
    return event?.type === 'StatementMade' ? (this.seats.get(event.seat)?.delegation ?? null) : null
  }
}

function add(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount)
}

function drop<T>(list: T[], which: (one: T) => boolean): void {
  const index = list.findIndex(which)
  if (index >= 0) list.splice(index, 1)
}

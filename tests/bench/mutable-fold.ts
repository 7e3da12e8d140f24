/**
 * The bookkeeping of the rules' fold, done on one object changed in place: the baseline for our fold, which keeps every earlier state
 * valid.
 */
import { personOfActor } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'

type Entry = { no: string; seq: number; at: number; by: string; phase: number; event: Recorded['event'] }

export class MutableRoom {
  phases: readonly { round: string | null }[] = []
  seats = new Map<string, { holder: string | null; delegation: string | null }>()
  record: Entry[] = []
  hands: { seat: string; intent: string; answers: number | null; at: number }[] = []
  holder: { seat: string; since: number; until: number; spoke: boolean } | null = null
  spentMs = new Map<string, number>()
  work: {
    by: string
    what: string
    phase: number
    round: string | null
    to: string | null
    at: number
    anchors: number
  }[] = []
  agenda = { index: -1, status: 'lobby' }
  clock: { startsAt: number; endsAt: number } | null = null
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
        this.seats.get(event.seat)!.holder = event.person
        break
      case 'PhaseStarted':
        this.agenda.index = event.index
        this.agenda.status = 'running'
        this.clock = { startsAt: event.startsAt, endsAt: event.endsAt }
        this.holder = null
        this.hands.length = 0
        this.lastStep = row.by.startsWith('chair:') ? row.commandId : null
        this.#enter(row)
        break
      case 'PhaseEnded':
        this.agenda.status = 'between'
        this.lastStep = row.by.startsWith('chair:') ? row.commandId : null
        break
      case 'PositionsRevealed':
        this.#enter(row)
        break
      case 'HandRaised':
        this.hands.push({ seat: event.seat, intent: event.intent, answers: event.answers, at: row.at })
        break
      case 'FloorGranted':
        this.holder = { seat: event.seat, since: row.at, until: event.until, spoke: false }
        this.#dropHand(event.seat)
        this.lastStep = null
        if (event.turn === 'floor') this.#enter(row)
        break
      case 'FloorEnded':
        if (!this.holder?.spoke && event.spokenMs >= 1000) this.#enter(row)
        this.holder = null
        this.lastStep = null
        this.spentMs.set(event.seat, (this.spentMs.get(event.seat) ?? 0) + event.spokenMs)
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

  #enter(row: Recorded): void {
    const { seq, at, by, event } = row
    this.record.push({ no: String(this.record.length + 1), seq, at, by, phase: this.agenda.index, event })
  }

  #answered(entry: number | null): string | null {
    const event = entry === null ? undefined : this.record[entry - 1]?.event
    return event?.type === 'StatementMade' ? (this.seats.get(event.seat)?.delegation ?? null) : null
  }

  #dropHand(seat: string): void {
    const index = this.hands.findIndex((hand) => hand.seat === seat)
    if (index >= 0) this.hands.splice(index, 1)
  }
}

// An oracle for stories, built from public events and from who was addressed: who sits where and who may know which words. It never asks
// the rules, so that they can be checked against it.

import type { RoomPlan } from '#simulation/agenda/plan'
import type { Viewer } from '#simulation/kernel/viewer'
import type { PlannedRoom } from '#simulation/planning/planning'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import type { Written } from '../cast'
import { StoryClock } from './story-clock'
import { type Secret, StoryPapers } from './story-papers'

/** `at` is a row number. */
type Wording = { seats: readonly string[]; at: number }
/** A person's stay in a seat, as row numbers. `since` is when they came to its delegation from another, 0 if they did not. */
export type Stay = { seat: string; from: number; to: number | null; since: number; byChair: boolean }

type Note = Readonly<{ no: string; to: string }>

const NO_TOKEN = -1

export const delegationOf = (seat: string): string => seat.slice(0, seat.indexOf('.'))
const sideOfSeat = (seat: string): string | null => (seat.startsWith('observer.') ? null : delegationOf(seat))
export class StoryBook {
  readonly secrets: Secret[] = []
  readonly seatOf = new Map<string, string>()
  /** Each person's stays, in order. */
  readonly stays = new Map<string, Stay[]>()
  /** How many rows the story has so far. */
  rows = 0
  readonly removed = new Set<string>()
  /** The seats that called for help, in order. */
  readonly calls: string[] = []
  readonly clock: StoryClock
  readonly papers = new StoryPapers()
  unsealed = false
  readonly #positions = new Map<string, { filed: number | null; draft: number | null; byHead: boolean }>()
  /** Sealed posts by entry number, and the newest without its token yet. */
  readonly #posts = new Map<string, number>()
  #sealing: string | null = null
  readonly #ballots = new Map<string, number | null>()
  /** By office, and what the chair decided by delegation. */
  readonly #homeVotes = new Map<string, number | null>()
  readonly #homeDecided = new Map<string, number>()
  /** By token: when and to which seats it was said. */
  readonly #said: Wording[][] = []
  #briefedAt: number | null = null
  readonly #notes: { read: number; sent: Note[] }[] = []
  /** The tokens that were withdrawn. */
  readonly #off = new Set<number>()
  readonly #plan: RoomPlan
  /** The token in the chair's plan, which everyone may read once the record is unsealed. */
  readonly #planned: number

  constructor(plan: RoomPlan) {
    this.#plan = plan
    this.clock = new StoryClock(plan)
    this.#planned = this.keep({})
  }

  /** The tokens that this viewer may know and must find; every other token must be absent. */
  toldTo(viewer: Viewer): Set<number> {
    const hears = (secret: Secret, token: number): boolean => {
      if (secret.public || viewer.kind === 'chair') return true
      if (viewer.kind === 'stage') return false
      const said = this.#said[token] ?? []
      const seated = said.some((one) => this.#heard(viewer.person, one))
      return seated || secret.person === viewer.person || (this.unsealed && secret.opens)
    }
    return new Set(
      this.secrets.flatMap((secret, token) => (hears(secret, token) && !this.#off.has(token) ? [token] : [])),
    )
  }

  #heard(person: string, { seats, at }: Wording): boolean {
    if (this.#plan.seating === undefined) return seats.includes(this.seatOf.get(person) ?? 'nowhere')
    if (this.removed.has(person)) return false
    return (this.stays.get(person) ?? []).some(
      ({ seat, since, to }) => seats.includes(seat) && at >= since && (to === null || at < to),
    )
  }

  /** T3: words that their writer has withdrawn nobody finds any more. */
  tookOff(tokens: readonly number[]): void {
    for (const token of tokens) this.#off.add(token)
  }

  /** When and to which seats a token was said. */
  saidOf(token: number): readonly Wording[] {
    return this.#said[token] ?? []
  }

  team(...delegations: readonly string[]): readonly string[] {
    return this.#plan.seats.map((seat) => seat.id).filter((seat) => delegations.includes(delegationOf(seat)))
  }

  sideOf(by: string): string {
    return delegationOf(this.seatOf.get(by.slice(2)) ?? 'nowhere.')
  }

  speakerOf(seat: string): string | null {
    const holder = [...this.seatOf].find(([, held]) => held === seat)?.[0]
    return holder ? `p:${holder}` : null
  }

  keep(to: Partial<Secret>): number {
    const token = this.secrets.push({ seats: [], person: null, opens: false, public: false, ...to }) - 1
    this.#said[token] = to.seats ? [{ seats: to.seats, at: this.rows }] : []
    return token
  }

  #sit(person: string, seat: string, byChair: boolean): void {
    const side = sideOfSeat(seat)
    const before = this.stays.get(person) ?? []
    const sat = before.findLast((stay) => sideOfSeat(stay.seat) !== null)
    const changes = sat !== undefined && side !== sideOfSeat(sat.seat)
    const since = changes ? this.rows : side === null ? 0 : (sat?.since ?? 0)
    this.stays.set(person, [...before, { seat, from: this.rows, to: null, since, byChair }])
    this.seatOf.set(person, seat)
    // Who comes from another delegation gets the briefs that its members got before.
    if (this.#briefedAt === null || since <= this.#briefedAt || side === null) return
    for (const { token, readers } of this.papers.briefs)
      if (readers.includes(seat)) this.#said[token]?.push({ seats: [seat], at: this.rows })
  }

  #stand(person: string): void {
    const stays = (this.stays.get(person) ?? []).map((stay) => ({ ...stay, to: stay.to ?? this.rows }))
    this.stays.set(person, stays)
    this.seatOf.delete(person)
  }

  #brief(): void {
    if (this.#briefedAt !== null) return
    this.#briefedAt = this.rows
    for (const { token, readers } of this.papers.briefs) this.#said[token]?.push({ seats: readers, at: this.rows })
  }

  /** A call for help by its index among all; its number counts its own seat's calls. */
  callAt(place: number): { no: string; seat: string } {
    const seat = this.calls[place] ?? 'nowhere'
    const chair = this.#plan.seats.findIndex(({ id }) => id === seat) + 1
    const nth = this.calls.slice(0, place + 1).filter((each) => each === seat).length
    return { no: `h${chair}-${nth}`, seat }
  }

  drafted(place: string, token: number): void {
    const { filed = null, byHead = false } = this.#positions.get(place) ?? {}
    this.#positions.set(place, { filed, draft: token, byHead })
  }

  filed(place: string, token: number): void {
    this.#positions.set(place, { filed: token, draft: this.#positions.get(place)?.draft ?? null, byHead: true })
  }

  voted(place: string, token: number | null): void {
    this.#ballots.set(place, token)
  }

  votedHome(office: string, token: number | null): void {
    this.#homeVotes.set(office, token)
  }

  decidedHome(delegation: string, token: number): void {
    this.#homeDecided.set(delegation, token)
  }

  /** All chairs of an office. */
  officeSeats(office: string): readonly string[] {
    return this.#plan.seats.map(({ id }) => id).filter((id) => id === office || id.startsWith(`${office}.`))
  }

  /** A post that was just accepted: sealed to its seat until it opens, or public at once. */
  posted(token: number): void {
    if (this.#sealing === null) this.#open(token)
    else this.#posts.set(this.#sealing, token)
    this.#sealing = null
  }

  /** The room whose briefs, chair's papers and chair's plan hold a token each. */
  marked(planned: PlannedRoom): PlannedRoom {
    return this.papers.marked(planned, this.#planned, (to) => this.keep(to))
  }

  /** The notes of a room, those to the whole room first; only what has come since is looked through. */
  notesIn({ record, privateEntries }: RoomState): readonly Note[] {
    return [record, privateEntries].flatMap((entries, of) => {
      const notes = this.#notes[of] ?? { read: 0, sent: [] }
      for (; notes.read < entries.length; notes.read += 1) {
        const entry = entries.at(notes.read)
        if (entry?.event.type === 'NudgeSent') notes.sent.push({ no: String(entry.no), to: entry.event.to })
      }
      this.#notes[of] = notes
      return notes.sent
    })
  }

  note(row: Recorded): void {
    const { event, by } = row
    this.rows += 1
    this.clock.note(row)
    switch (event.type) {
      case 'RoomOpened':
        if (this.#plan.seating === undefined) this.#brief()
        break
      case 'SeatingLocked':
        if (event.locked) this.#brief()
        break
      case 'SeatTaken':
        this.#sit(event.person, event.seat, by.startsWith('chair:'))
        break
      case 'SeatLeft':
        this.#stand(event.person)
        break
      case 'PersonRemoved':
        this.removed.add(event.person)
        break
      case 'PersonReadmitted':
        this.removed.delete(event.person)
        break
      case 'RecordUnsealed':
        this.unsealed = true
        this.#open(this.#planned)
        break
      case 'InjectSent':
        this.#open(this.papers.injects.get(event.key))
        break
      case 'PostSealed':
        // Understudies' words carry no token.
        this.#sealing = by.startsWith('understudy:') ? null : event.no
        break
      case 'StatementPosted':
        if (event.unseals !== null) this.#open(this.#posts.get(event.unseals))
        break
      case 'PositionsRevealed':
        for (const { id: delegation } of this.#plan.delegations) {
          const paper = this.#positions.get(`${event.round}/${event.stage}/${delegation}`)
          const written = paper?.filed ?? paper?.draft
          this.#open(written)
          if (written == null && event.stage === 'opening')
            this.#open(this.papers.stands.get(`${event.round}/${delegation}`))
        }
        break
      case 'PositionDrafted':
        // Understudies draft at practice tables, in words without a token.
        if (by.startsWith('understudy:')) this.drafted(`${event.round}/${event.stage}/${event.delegation}`, NO_TOKEN)
        break
      case 'PositionSealed':
        // Understudies' positions carry no token.
        if (by.startsWith('understudy:')) this.filed(`${event.round}/${event.stage}/${event.delegation}`, NO_TOKEN)
        break
      case 'CommuniqueIssued':
        for (const token of this.#ballots.values()) this.#open(token)
        break
      case 'RatificationVoted':
        // An understudy's reason is that of a card, which its delegation knows.
        if (by.startsWith('understudy:')) this.votedHome(event.seat, null)
        break
      case 'CardsTurned':
        // The votes that counted, and no others: which they are is of the tests of A5 to A8.
        for (const { delegation, by: decidedBy, votes } of event.sides) {
          if (decidedBy === 'chair') this.#open(this.#homeDecided.get(delegation))
          for (const { seat } of votes) this.#open(this.#homeVotes.get(seat))
        }
        for (const { token, delegation } of this.papers.cards)
          if (event.sides.some((side) => side.delegation === delegation)) this.#open(token)
        break
      case 'PhaseStarted':
        this.#brief()
        break
      case 'PhaseEnded':
        this.#fileDrafts(event.index)
        break
      default:
        break // other events change nothing here
    }
  }

  /** The end of a caucus files the latest draft of a delegation whose head has not filed; its members hear it then. */
  #fileDrafts(index: number): void {
    const files = this.#plan.phases[index]?.files
    for (const round of files?.rounds ?? [])
      for (const { id: delegation } of this.#plan.delegations) {
        const paper = this.#positions.get(`${round}/${files?.stage}/${delegation}`)
        if (!paper || paper.byHead || paper.draft === null || paper.filed === paper.draft) continue
        paper.filed = paper.draft
        this.#said[paper.draft]?.push({ seats: this.team(delegation), at: this.rows })
      }
  }

  #open(token: number | null | undefined): void {
    const secret = token == null ? undefined : this.secrets[token]
    if (secret) secret.public = true
  }
}

/** A command to try, who may know its words, and what the oracle notes when it is accepted. */
export type Attempt = { by: string; command: Written; secret?: Partial<Secret>; accepted?: (token: number) => void }

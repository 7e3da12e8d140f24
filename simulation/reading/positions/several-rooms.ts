// The rooms of one activity side by side, from their summaries: in which order the wall shows them, how many want their instructor and for
// what, how far apart their gaps are, and how many of their seats are held. Wall and lobby take these from here.
import type { PhaseKind } from '../../agenda/phase-kinds'
import type { PersonId } from '../../kernel/ids'
import { nameHolds } from '../../kernel/search-text'
import type { NameMark, RoomSummary, TablePlan, WatchedPerson } from '../../wire/watching'
import { OVERDUE_MS } from '../homework/agenda-times'
import { urgency, wantsSomeone } from '../room/room-needs'

/** A room as wall and lobby know it. */
export type WatchedRoom = {
  readonly id: string
  readonly name: string
  readonly number: number
  readonly plan: TablePlan
  readonly summary: RoomSummary
}

export const ROOM_ORDERS = ['need', 'number', 'gap', 'time'] as const
export type RoomOrder = (typeof ROOM_ORDERS)[number]

/**
 * The rooms' ids: by need the most urgent first, by gap the widest first and those without one last, by time the one whose phase ends first
 * first and those without a clock last; equals by their number.
 */
export function orderOfRooms(rooms: readonly WatchedRoom[], order: RoomOrder): readonly string[] {
  const weight = ({ summary }: WatchedRoom): number => {
    switch (order) {
      case 'number':
        return 0
      case 'gap':
        return -(summary.gaps.at(-1) ?? -1)
      case 'time':
        return summary.clock?.endsAt ?? Number.MAX_SAFE_INTEGER
      case 'need':
        return urgency(summary.need.kind)
      default:
        return order satisfies never
    }
  }
  return rooms.toSorted((a, b) => weight(a) - weight(b) || a.number - b.number).map(({ id }) => id)
}

/** What the wall can be narrowed to: rooms with an open call, not started, with people without a seat, with lost people, quiet, or paused. */
export const ROOM_FILTERS = ['all', 'help', 'unstarted', 'unseated', 'lost', 'quiet', 'paused'] as const
export type RoomFilter = (typeof ROOM_FILTERS)[number]

function isAmong({ summary }: WatchedRoom, filter: RoomFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'help':
      return summary.calls.length > 0
    case 'unstarted':
      return summary.status === 'lobby'
    case 'unseated':
      return summary.unseated.length > 0
    case 'lost':
      return summary.lost.length > 0
    case 'quiet':
      return summary.need.kind === 'quiet'
    case 'paused':
      return summary.clock?.pausedAt != null
    default:
      return filter satisfies never
  }
}

export const roomsAmong = (rooms: readonly WatchedRoom[], filter: RoomFilter): readonly WatchedRoom[] =>
  rooms.filter((room) => isAmong(room, filter))

/** What all rooms together are at: how many want their instructor, how many have not started, and the phase that all of them are in. */
export type RoomsNow = {
  wanting: number
  unstarted: number
  nobody: number
  /** People without a seat. */
  unseated: number
  /** People who have come in and wait for a table: no room's summary knows of them. */
  unplaced: number
  /** Null where the rooms are in different ones. */
  phase: { kind: PhaseKind; round: number | null } | null
}

export function roomsNow(rooms: readonly WatchedRoom[], people: ReadonlyMap<PersonId, Placed>): RoomsNow {
  const started = rooms.filter(({ summary }) => summary.status !== 'lobby')
  const phases = started.map(phaseOf)
  const [first] = phases
  const isSame = phases.every((phase) => phase?.kind === first?.kind && phase?.round === first?.round)
  return {
    wanting: rooms.filter(({ summary }) => wantsSomeone(summary.need.kind)).length,
    unstarted: rooms.length - started.length,
    nobody: rooms.filter(({ summary }) => summary.need.kind === 'nobody').length,
    unseated: rooms.reduce((sum, { summary }) => sum + summary.unseated.length, 0),
    unplaced: peopleIn(people, null).length,
    phase: (isSame && first) || null,
  }
}

/** The phase that runs in a room or ran there last; null before the first. */
export const phaseOf = ({ plan, summary }: Pick<WatchedRoom, 'plan' | 'summary'>) => plan.phases[summary.phase] ?? null

/** How many rooms each filter leaves. */
export const countsOf = (rooms: readonly WatchedRoom[]): Readonly<Record<RoomFilter, number>> => ({
  all: rooms.length,
  help: roomsAmong(rooms, 'help').length,
  unstarted: roomsAmong(rooms, 'unstarted').length,
  unseated: roomsAmong(rooms, 'unseated').length,
  lost: roomsAmong(rooms, 'lost').length,
  quiet: roomsAmong(rooms, 'quiet').length,
  paused: roomsAmong(rooms, 'paused').length,
})

type RoomGap = { name: string; gap: number }

/** The rooms with the narrowest, the middle (of an even number the narrower one) and the widest gap; null while no room has one. */
export function gapsAcross(
  rooms: readonly WatchedRoom[],
): { count: number; areAlike: boolean; least: RoomGap; middle: RoomGap; most: RoomGap } | null {
  const gaps = rooms
    .flatMap(({ name, summary }): RoomGap[] => {
      const gap = summary.gaps.at(-1) ?? null
      return gap === null ? [] : [{ name, gap }]
    })
    .sort((a, b) => a.gap - b.gap)
  const [least, middle, most] = [gaps[0], gaps[Math.floor((gaps.length - 1) / 2)], gaps.at(-1)]
  if (!least || !middle || !most) return null
  return { count: gaps.length, areAlike: least.gap === most.gap, least, middle, most }
}

/** So many rooms are called by their numbers; more are only counted. */
const MOST_NUMBERED = 8

/** The numbers of the rooms with these ids, in the rooms' order; none where they are too many, or all there are. */
export function numbersAmong(rooms: readonly WatchedRoom[], ids: ReadonlySet<string>): readonly number[] {
  const numbers = rooms.flatMap(({ id, number }) => (ids.has(id) ? number : []))
  return numbers.length > MOST_NUMBERED || numbers.length === rooms.length ? [] : numbers
}

type SeatCount = { seats: number; seated: number }

/** How many seats there are in these rooms and how many of them somebody holds: the delegations', and beside them the observers'. */
export function seatsAcross(
  rooms: readonly Pick<WatchedRoom, 'plan' | 'summary'>[],
): SeatCount & { observers: SeatCount } {
  const sides = rooms.flatMap(sidesAt)
  return {
    ...countOf(sides.filter(({ delegation }) => delegation !== null)),
    observers: countOf(sides.filter(({ delegation }) => delegation === null)),
  }
}

const countOf = (sides: readonly TableSide[]): SeatCount => ({
  seats: sides.reduce((sum, { seats }) => sum + seats.length, 0),
  seated: sides.reduce((sum, { held }) => sum + held, 0),
})

/** How many people of these rooms are connected, with a seat or without one. */
export const presentIn = (rooms: readonly WatchedRoom[]): number =>
  rooms.reduce((sum, { summary }) => sum + heldIn(summary) - summary.lost.length + summary.unseated.length, 0)

const heldIn = ({ holders }: RoomSummary): number => holders.filter((holder) => holder !== null).length

/** Who is at one table, for its line: seats that are held, of how many, and the holders that are connected. */
export const attendanceIn = ({ summary }: Pick<WatchedRoom, 'summary'>) => {
  const held = heldIn(summary)
  return { held, seats: summary.holders.length, here: held - summary.lost.length }
}

export type TableSeat = TablePlan['seats'][number] & { holder: PersonId | null; isHere: boolean; isKept: boolean }
export type TableSide = {
  delegation: TablePlan['seats'][number]['delegation']
  seats: readonly TableSeat[]
  held: number
}

/** The seats of a table by delegation, observers last, each with its holder. */
export function sidesAt({ plan, summary }: Pick<WatchedRoom, 'plan' | 'summary'>): readonly TableSide[] {
  const [lost, kept] = [new Set(summary.lost), new Set(summary.kept)]
  const seats = plan.seats.map((seat, place): TableSeat => {
    const holder = summary.holders[place] ?? null
    return { ...seat, holder, isHere: holder !== null && !lost.has(seat.id), isKept: kept.has(seat.id) }
  })
  return [...new Set(seats.map(({ delegation }) => delegation))].map((delegation) => {
    const own = seats.filter((seat) => seat.delegation === delegation)
    return { delegation, seats: own, held: own.filter(({ holder }) => holder !== null).length }
  })
}

/** A seat of the plan by its id. */
export const seatIn = (plan: TablePlan, seat: string): TablePlan['seats'][number] | null =>
  plan.seats.find(({ id }) => id === seat) ?? null

/** Who hold these seats of the table. */
export const holdersOf = (
  { plan, summary }: Pick<WatchedRoom, 'plan' | 'summary'>,
  seats: readonly string[],
): readonly PersonId[] => seats.flatMap((seat) => summary.holders[plan.seats.findIndex(({ id }) => id === seat)] ?? [])

type SummaryClock = NonNullable<RoomSummary['clock']>

/** Milliseconds left of the running phase. */
export const remainingIn = ({ endsAt, pausedAt }: SummaryClock, now: number): number =>
  Math.max(0, endsAt - (pausedAt ?? now))
/** Whether its end has come and the server has not recorded it. */
export const overdueIn = ({ endsAt, pausedAt }: SummaryClock, now: number): boolean =>
  pausedAt === null && now - endsAt > OVERDUE_MS

/** Since when the first of the rooms could not save; null while all can. */
export function unsavedSinceIn(rooms: readonly WatchedRoom[]): number | null {
  const since = rooms.flatMap(({ summary }) => summary.unsavedSince ?? [])
  return since.length === 0 ? null : Math.min(...since)
}

type Placed = { readonly id: PersonId; readonly name: string; readonly room: string | null; readonly removed: boolean }

/** The people placed in a room, or in none yet, who have not been removed. */
export const peopleIn = (people: ReadonlyMap<PersonId, Placed>, room: string | null): readonly Placed[] =>
  [...people.values()].filter((person) => person.room === room && !person.removed)

/** What was marked in how somebody came in; `other` is whom they came in like, and null where that person is not told of. */
export type MarkedName = { name: string; kind: NameMark['kind']; other: string | null }

export const markedIn = (people: ReadonlyMap<PersonId, WatchedPerson>): readonly MarkedName[] =>
  [...people.values()]
    .filter(({ removed }) => !removed)
    .flatMap(({ name, marks = [] }) =>
      marks.map((mark) => ({
        name,
        kind: mark.kind,
        other: mark.kind === 'mixed-alphabets' ? null : (people.get(mark.as)?.name ?? null),
      })),
    )

/** How many take part: those who have come in and have not been removed. */
export const takingPart = (people: ReadonlyMap<PersonId, Placed>): number =>
  [...people.values()].filter(({ removed }) => !removed).length

/** The people placed at a table who hold no seat there, whether they are connected or not. */
export function withoutSeat(people: readonly Placed[], { summary }: Pick<WatchedRoom, 'summary'>): readonly Placed[] {
  const seated = new Set(summary.holders)
  return people.filter(({ id }) => !seated.has(id))
}

/** What a search by name finds: the person, their table, and the seat they hold there. */
export type FoundPerson = { person: Placed; room: WatchedRoom | null; seat: TablePlan['seats'][number] | null }

/** The people whose name holds each of the typed words, whatever its case, width or accents; nobody for an empty search. */
export function peopleNamed(
  people: ReadonlyMap<PersonId, Placed>,
  rooms: readonly WatchedRoom[],
  typed: string,
): readonly FoundPerson[] {
  const named = [...people.values()].filter(({ name, removed }) => !removed && nameHolds(name, typed))
  return named.map((person) => {
    const room = rooms.find(({ id }) => id === person.room) ?? null
    return { person, room, seat: room?.plan.seats[room.summary.holders.indexOf(person.id)] ?? null }
  })
}

type PreparedNews = TablePlan['news'][number] & { sentAt: readonly WatchedRoom[] }

/** The news prepared for any of these rooms, each once, with the rooms that have had it; what every one of them has had comes last. */
export function newsFor(rooms: readonly WatchedRoom[]): readonly PreparedNews[] {
  const all = new Map(rooms.flatMap(({ plan }) => plan.news.map((news) => [news.key, news] as const)))
  const prepared = [...all.values()].map(
    (news): PreparedNews => ({
      ...news,
      sentAt: rooms.filter(({ summary }) => summary.sent.includes(news.key)),
    }),
  )
  const isSpent = ({ sentAt }: PreparedNews): boolean => sentAt.length === rooms.length
  return [...prepared.filter((news) => !isSpent(news)), ...prepared.filter(isSpent)]
}

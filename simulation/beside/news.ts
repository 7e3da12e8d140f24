// What has happened for one person in a room, as one list (H22): their page shows it, and mails are made of it. An item names a kind, a place
// and the side it comes from, and holds nothing that anybody wrote.
import { type DelegationId, type PersonId, personOfActor, type SeatId } from '../kernel/ids'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/time'
import { extensionKey, hasExtraTime } from '../questions/homework'
import { phaseStart } from '../reading/homework/agenda-times'
import { notesFor } from '../reading/homework/chair-notes'
import { type Deadline, deadlinesOf, movesDates } from '../reading/homework/deadlines'
import { type Entry, type RoomState, seatHeldBy } from '../state/room-state'
import { workOf } from '../topics/homework/work'
import type { Mailed } from './kind/define-beside'
import { type KnownBeside, NEWS_BESIDE, toldBeside } from './slices'

/** How each kind of a room's own news is mailed; those of what stands beside the log are in its slice. */
const ROOM_NEWS = {
  // Somebody answered an entry of theirs; put a question to their delegation; the chair wrote to them, or sent news to the room.
  ...({ answered: 'morning', questioned: 'morning', note: 'morning', inject: 'morning' } as const),
  // A part has opened that asks something of them; is due in a day, in three hours; has a new date, for all or for them; is still taken late.
  ...({ opened: 'morning', dueDay: 'own', dueHours: 'own', moved: 'own', extended: 'own', late: 'morning' } as const),
  // What they had typed was handed in at a deadline; they were given their seat, which is mailed by nothing; their marks were released.
  ...({ handedIn: 'morning', seat: null, released: 'written' } as const),
} satisfies Record<string, Mailed | null>

/** How each kind of news is mailed; null for what is not. */
export const NEWS = { ...ROOM_NEWS, ...NEWS_BESIDE }
export type NewsKind = keyof typeof NEWS

export type NewsItem = Readonly<{
  /** The same for one piece of news for ever, in its room and for its person. */
  id: string
  /** ms since 1970 */
  at: number
  kind: NewsKind
  /** The entry that it leads to. */
  entry: string | null
  from: DelegationId | null
  /** The part that it is about, as it stands for this person. */
  deadline: Deadline | null
}>

const LAST_CALL_MS = 3 * HOUR_MS

type About = Partial<Pick<NewsItem, 'entry' | 'from' | 'deadline'>>
const item = (kind: NewsKind, named: string | number, at: number, about: About = {}): NewsItem => ({
  ...{ id: `${kind}/${named}`, at, kind, entry: null, from: null, deadline: null },
  ...about,
})

/** What is known beside the log: when their marks were released to this person, and what slices know of them. */
export type BesideTheRoom = KnownBeside & Readonly<{ releasedAt: number | null }>

export const NOTHING_BESIDE: BesideTheRoom = { releasedAt: null }

/** What has happened so far, newest first. From the room as this person reads it and from the whole room alike. `state` is null for a seminar. */
export function newsOf(
  state: RoomState | null,
  person: PersonId,
  now: number,
  { releasedAt, ...known }: BesideTheRoom = NOTHING_BESIDE,
): readonly NewsItem[] {
  const all = [
    ...(state === null || state.removed.includes(person)
      ? []
      : [
          ...saidTo(state, person),
          ...datesOf(state, person, now),
          ...handedIn(state, person),
          ...seated(state, person),
        ]),
    ...(releasedAt === null ? [] : [item('released', releasedAt, releasedAt)]),
    ...besideNews(known, now),
  ]
  return all.filter(({ at }) => at <= now).toSorted((a, b) => b.at - a.at)
}

/**
 * What is told of the dates of parts that are still ahead, and of what is still taken late. What is not true any more is not among them;
 * reminders stand in it before their moment, so that a mail can be planned.
 */
export function datesOf(state: RoomState, person: PersonId, now: number): readonly NewsItem[] {
  if (state.closedAt !== null || state.removed.includes(person)) return []
  const moved = state.record.findLast(({ event }) => movesDates(event) !== null)
  const phases = (moved && movesDates(moved.event)) ?? []
  const all = deadlinesOf(state, person, now)
  const isExtended = ({ phase, at }: Deadline) => state.extensions[extensionKey(person, phase)] === at
  // H32: one item for all that extra time has extended, of those that moved where some did.
  const isByTime = (one: Deadline) => one.at > now && isExtended(one) && hasExtraTime(state, person, one.phase)
  const givenAt = ({ phase }: Deadline) => state.extended[extensionKey(person, phase)]?.at ?? null
  // One item for all that moved together.
  const isMoved = ({ phase }: Deadline) => phases.includes(phase)
  const firstMoved = all.find((one) => one.at > now && isMoved(one) && !isExtended(one))
  const withTime = all.filter(isByTime)
  const firstWithTime = withTime.find(isMoved) ?? withTime[0]
  return all.flatMap((deadline): NewsItem[] => {
    const { phase, at, status, where, lateUntil } = deadline
    const told = (kind: NewsKind, version: number, when: number) =>
      item(kind, `${phase}/${version}`, when, { deadline })
    if (at <= now) return status === 'missing' && lateUntil !== null && where !== null ? [told('late', at, at)] : []
    const opened = phaseStart(state, phase)
    const isOwed = deadline.counted.some(({ asked, done }) => done < asked)
    const since = Math.max(givenAt(deadline) ?? 0, isMoved(deadline) && moved ? moved.at : 0)
    const isWithTime = withTime.includes(deadline)
    return [
      ...(opened && isOwed && now < at - DAY_MS
        ? [told('opened', opened.at, Math.max(opened.at, state.seatedAt[person] ?? 0))]
        : []),
      ...(isOwed && now < at - LAST_CALL_MS
        ? [told('dueDay', at, Math.max(at - DAY_MS, opened?.at ?? 0, opened ? (state.seatedAt[person] ?? 0) : 0))]
        : []),
      ...(isOwed ? [told('dueHours', at, at - LAST_CALL_MS)] : []),
      ...(isExtended(deadline) && !isWithTime ? [told('extended', at, since)] : []),
      ...(deadline === firstWithTime ? [item('extended', `time/${since}`, since, { deadline })] : []),
      ...(moved && deadline === firstMoved ? [told('moved', moved.seq, moved.at)] : []),
    ]
  })
}

/** What is told of what stands beside the log; a reminder stands in it before its moment, so that a mail can be planned. */
export const besideNews = (known: KnownBeside, now: number): readonly NewsItem[] =>
  toldBeside(known, now).map(({ kind, named, at, ...about }) => item(kind, named, at, about))

function saidTo(state: RoomState, person: PersonId): readonly NewsItem[] {
  const side = seatHeldBy(state, person)?.delegation ?? null
  const sideOf = (seat: SeatId) => state.seats[seat]?.delegation ?? null
  const isOwn = (entry: Entry | undefined) => entry !== undefined && authorOf(entry) === person
  const said = state.record.toArray().flatMap((entry): NewsItem[] => {
    const { event, no, at, seq } = entry
    // What was said before they came, or in the room of which this one plays on, is no news of theirs.
    if (seq <= (state.plan.forkedFrom?.rows ?? 0) || at < (state.seatedAt[person] ?? 0)) return []
    if (event.type === 'InjectSent')
      return state.retracted.includes(event.key) ? [] : [item('inject', no, at, { entry: no })]
    if (event.type !== 'StatementMade' && event.type !== 'StatementPosted') return []
    if (isOwn(entry) || state.withdrawn[Number(no)] !== undefined) return []
    const about = { entry: no, from: sideOf(event.seat) }
    if (event.answers !== null && isOwn(state.record.at(event.answers - 1))) return [item('answered', no, at, about)]
    return event.to !== undefined && event.to === side ? [item('questioned', no, at, about)] : []
  })
  // What they have marked as read in the room is no news.
  const notes = notesFor(state, person).flatMap(({ no, at, read }) =>
    read ? [] : [item('note', no, at, { entry: no })],
  )
  return [...said, ...notes]
}

const authorOf = ({ event, by }: Entry): PersonId | null =>
  personOfActor(event.type === 'StatementPosted' ? event.author : by)

/** H14: one item for each deadline at which something of theirs was handed in. */
function handedIn(state: RoomState, person: PersonId): readonly NewsItem[] {
  const works = new Map(workOf(state, person).flatMap((work) => (work.handedIn ? [[work.phase, work]] : [])))
  return [...works.values()].map(({ phase, at }) => item('handedIn', phase, at))
}

function seated(state: RoomState, person: PersonId): readonly NewsItem[] {
  const at = state.reseated[person]?.at ?? state.seatedAt[person]
  return at === undefined || !seatHeldBy(state, person) ? [] : [item('seat', at, at)]
}

/** Up to when somebody has read their news, and what is shown to them as new. */
export type NewsMark = Readonly<{ upTo: number; since: number }>

/** What came after the visit before is shown as new for as long as this one lasts: until nothing was read for so long. */
const VISIT_MS = 30 * MINUTE_MS

/** The mark once everything up to `at` has been shown. */
export const readUpTo = ({ upTo, since }: NewsMark, at: number): NewsMark => ({
  upTo: Math.max(upTo, at),
  since: at - upTo > VISIT_MS ? upTo : since,
})
export const NOTHING_READ: NewsMark = { upTo: 0, since: 0 }

/** So many are shown, and all that are new. */
const SHOWN = 8

/**
 * The items that a page shows to somebody who opens it now: newest first, whether each is new, how many are, and since when. `mark` is what
 * they had read before: whoever comes back after a while is told what came since the last visit, and not since the one before.
 */
export function shownNews<Item extends NewsItem>(
  items: readonly Item[],
  mark: NewsMark,
  now: number,
): Readonly<{ shown: readonly (Item & { isNew: boolean })[]; fresh: number; since: number }> {
  const { since } = readUpTo(mark, now)
  const shown = items
    .toSorted((a, b) => b.at - a.at)
    .flatMap((one, place) => (place < SHOWN || one.at > since ? [{ ...one, isNew: one.at > since }] : []))
  return { shown, fresh: shown.filter(({ isNew }) => isNew).length, since }
}

export const countUnread = (items: readonly NewsItem[], { upTo }: NewsMark): number =>
  items.filter(({ at }) => at > upTo).length

// Which mails are sent about a room, and what each of them tells. The titles are composed from kinds: no mail holds what somebody wrote.
import { z } from 'zod'
import type { PersonId } from '../kernel/ids'
import { DAY_MS, MINUTE_MS } from '../kernel/time'
import type { RoomState } from '../state/room-state'
import type { Deadline } from './deadlines'
import { type BesideTheRoom, datesOf, type NewsItem, type NewsKind, type NewsMark, newsOf, reviewNews } from './news'
import type { ReviewDebt } from './peer-reviews'

/** Those that each reader can turn off. */
export const CHOSEN_KINDS = [
  'published',
  'dueDay',
  'dueHours',
  'moved',
  'extended',
  'released',
  'regradeAnswered',
  'reviewsDue',
  'digest',
] as const
export const chosenKind = z.enum(CHOSEN_KINDS)
export type ChosenKind = z.infer<typeof chosenKind>
/** Those that bring a key: they are sent at once, and cannot be turned off. */
export const KEY_KINDS = ['link', 'recovery', 'invitation'] as const
export type KeyKind = (typeof KEY_KINDS)[number]
export const mailKind = z.enum([...KEY_KINDS, ...CHOSEN_KINDS])
export type MailKind = z.infer<typeof mailKind>

/** A chair moves dates one after another: what is told of them waits for the last. */
const SETTLING_MS = 5 * MINUTE_MS

export type PlannedMail = Readonly<{
  kind: 'dueDay' | 'dueHours' | 'moved' | 'extended' | 'reviewsDue' | 'digest'
  /** The same for one mail for ever: the kind, what it is about, and the person. */
  key: string
  /** When it is to be sent, ms since 1970. */
  dueAt: number
}>

/** H18: the mails that are to be sent of this person's news. One that was planned and is not among them any more is not sent. */
export function mailsOf(
  state: RoomState,
  person: PersonId,
  now: number,
  morningAfter: (at: number) => number,
  beside?: BesideTheRoom,
): readonly PlannedMail[] {
  if (state.closedAt !== null) return []
  const single = datesOf(state, person, now).flatMap(({ id, kind, at }): PlannedMail[] => {
    const key = `${id}/${person}`
    if (kind === 'dueDay' || kind === 'dueHours' || kind === 'extended') return [{ kind, key, dueAt: at }]
    return kind === 'moved' && now < at + DAY_MS ? [{ kind, key, dueAt: at + SETTLING_MS }] : []
  })
  const reviews = (beside?.reviews ? reviewNews(beside.reviews, now) : []).flatMap(({ id, kind, at }): PlannedMail[] =>
    kind === 'reviewsDue' ? [{ kind, key: `${id}/${person}`, dueAt: at }] : [],
  )
  const mornings = new Set(
    newsOf(state, person, now, beside).flatMap(({ kind, at }) => (isGathered(kind) ? [morningAfter(at)] : [])),
  )
  const digests = [...mornings].flatMap((dueAt): PlannedMail[] =>
    dueAt + DAY_MS < now ? [] : [{ kind: 'digest', key: `digest/${dueAt}/${person}`, dueAt }],
  )
  return [...single, ...reviews, ...digests]
}

/** What is told by one mail in the morning, and not each by its own. */
const GATHERED = [
  ...(['answered', 'questioned', 'note', 'annotated', 'annotationAnswered'] as const),
  ...(['inject', 'opened', 'late', 'handedIn', 'reviews', 'reviewed'] as const),
] as const
export type GatheredKind = (typeof GATHERED)[number]
const isGathered = (kind: NewsKind): kind is GatheredKind => GATHERED.some((each) => each === kind)

/** How much of each kind is news in the mail of this morning: what came since the morning before it and has not been read. */
export function gathered(
  news: readonly NewsItem[],
  morning: number,
  morningAfter: (at: number) => number,
  { upTo }: NewsMark,
): readonly Readonly<{ kind: GatheredKind; count: number }>[] {
  const fresh = news.filter(({ at }) => at > upTo && morningAfter(at) === morning)
  return GATHERED.flatMap((kind) => {
    const count = fresh.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [{ kind, count }]
  })
}

/** What a mail is written from. It names nobody. */
export type MailOrder = Readonly<{
  kind: MailKind
  locale: string
  /** The address of this site, without a slash at its end. */
  site: string
  /** Empty in a mail about no course. */
  course: string
  timeZone: string
  /** The activity; null for what belongs to the course alone. */
  activity: Readonly<{ id: string; title: string; roomId: string }> | null
  /** The token of the page that a mail with a key opens, in those kinds alone. */
  link: string | null
  /** The deadline that the mail is about. */
  deadline: Deadline | null
  /** The peer reviews that the mail is about. */
  reviews: Pick<ReviewDebt, 'closes' | 'asked' | 'done'> | null
  /** Their deadlines from now on. */
  ahead: readonly Deadline[]
  /** What a digest tells. */
  news: ReturnType<typeof gathered>
  /** The token of the address at which this kind is turned off; null for what cannot be. */
  off: string | null
}>

/** A mail in words: the HTML says the same as the text. */
export type MailWords = { subject: string; text: string; html: string }

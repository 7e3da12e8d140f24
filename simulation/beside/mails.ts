// Which mails are sent about a room, and what each of them tells. The titles are composed from kinds: no mail holds what somebody wrote.
import { z } from 'zod'
import type { PersonId } from '../kernel/ids'
import { DAY_MS, MINUTE_MS } from '../kernel/time'
import type { Deadline } from '../reading/homework/deadlines'
import type { RoomState } from '../state/room-state'
import type { Mailed } from './kind/define-beside'
import {
  type BesideTheRoom,
  besideNews,
  datesOf,
  NEWS,
  type NewsItem,
  type NewsKind,
  type NewsMark,
  newsOf,
} from './news'
import { type KnownBeside, NEWS_BESIDE } from './slices'

type KindMailed<How extends Mailed> = { [Kind in NewsKind]: (typeof NEWS)[Kind] extends How ? Kind : never }[NewsKind]
const isMailed =
  <const How extends Mailed>(...how: How[]) =>
  (kind: string): kind is KindMailed<How> =>
    Object.entries(NEWS).some(([one, mailed]) => one === kind && how.some((each) => each === mailed))
const isOwn = isMailed('own')
const isGathered = isMailed('morning')

/** Those that each reader can turn off. */
export const CHOSEN_KINDS = ['published', ...Object.keys(NEWS).filter(isMailed('own', 'written')), 'digest'] as const
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
  kind: KindMailed<'own'> | 'digest'
  /** The same for one mail for ever: the kind, what it is about, and the person. */
  key: string
  /** When it is to be sent, ms since 1970. */
  dueAt: number
}>

/** Whether it is told by a mail of its own of what stands beside the log. */
export const isMailBeside = (kind: MailKind): kind is KindMailed<'own'> & keyof typeof NEWS_BESIDE =>
  isOwn(kind) && kind in NEWS_BESIDE

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
    if (kind === 'moved') return now < at + DAY_MS ? [{ kind, key, dueAt: at + SETTLING_MS }] : []
    return isOwn(kind) ? [{ kind, key, dueAt: at }] : []
  })
  const slices = besideNews(beside ?? {}, now).flatMap(({ id, kind, at }): PlannedMail[] =>
    isOwn(kind) ? [{ kind, key: `${id}/${person}`, dueAt: at }] : [],
  )
  const mornings = new Set(
    newsOf(state, person, now, beside).flatMap(({ kind, at }) => (isGathered(kind) ? [morningAfter(at)] : [])),
  )
  const digests = [...mornings].flatMap((dueAt): PlannedMail[] =>
    dueAt + DAY_MS < now ? [] : [{ kind: 'digest', key: `digest/${dueAt}/${person}`, dueAt }],
  )
  return [...single, ...slices, ...digests]
}

/** What is told by one mail in the morning, and not each by its own. */
export type GatheredKind = KindMailed<'morning'>
const GATHERED = Object.keys(NEWS).filter(isGathered)

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
  /** The page of this site to which that page leads on; null for where it leads by itself. */
  next: string | null
  /** The deadline that the mail is about. */
  deadline: Deadline | null
  /** What is known of the slice beside the log that the mail is about; empty where it is about none. */
  beside: KnownBeside
  /** Their deadlines from now on. */
  ahead: readonly Deadline[]
  /** What a digest tells. */
  news: ReturnType<typeof gathered>
  /** The token of the address at which this kind is turned off; null for what cannot be. */
  off: string | null
}>

/** A mail in words: the HTML says the same as the text. */
export type MailWords = { subject: string; text: string; html: string }

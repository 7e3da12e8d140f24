// Peer reviews of a homework debate (rules H31, J13–J15): until when they are written, what both sides read of each other, and what a review
// has to hold. Who reviews whom is in review-pairs.ts, their medians in peer-medians.ts.
import { type PhaseKind, ruleOf } from '../../agenda/phase-kinds'
import { type Anchor, type DelegationId, type PersonId, personOfActor, type TensionKey } from '../../kernel/ids'
import { DAY_MS } from '../../kernel/time'
import { dueFor } from '../../questions/homework'
import type { Struck } from '../../reading/log/strikes'
import { type Paragraph, paragraphOf } from '../../reading/log/transcript'
import type { HomeworkAgenda, Scenario } from '../../scenario/scenario'
import type { Entry, RoomState } from '../../state/room-state'
import type { GivenPair, Writer } from './review-pairs'

/** How many reviews each student may be asked for. */
export const REVIEWS_EACH = [2, 3] as const
export const MOST_REVIEW_DAYS = 30
/** The most that reviews may count, in percent of the sum. */
export const MOST_REVIEW_WEIGHT = 50
/** So many characters say at least why the levels are what they are. */
export const LEAST_REVIEW = 40

export type PeerPolicy = Readonly<{
  each: (typeof REVIEWS_EACH)[number]
  /** For how many days after the last posts they are written; 0 until the debate is over. */
  days: number
  /** Percent of the sum that their medians are; 0 where they are shown and never counted. */
  weight: number
}>

/** From when until when reviews are written, ms since 1970. */
export type ReviewTime = Readonly<{ opens: number; closes: number }>

/** Whether what is posted in such a part is reviewed: in a homework debate, and not the questions of sides. */
export const isReviewed = (kind: PhaseKind): boolean =>
  ruleOf({ kind }).weekPosts !== null && !ruleOf({ kind }).asksSides

/** Whether a part of an agenda that is not taken out (H26) has posts to review. */
export const offersReviews = ({ phases }: HomeworkAgenda, without: readonly PhaseKind[]): boolean =>
  phases.some(({ phase }) => isReviewed(phase) && !without.includes(phase))

/** Null where no room has a part in which it posts. All rooms begin at once: when the last part with posts is over in each of them. */
export function reviewTime(rooms: readonly RoomState[], { days }: Pick<PeerPolicy, 'days'>): ReviewTime | null {
  const ends = rooms.flatMap((state) => {
    const { phases } = state.plan
    const last = phases.findLastIndex(({ kind }) => isReviewed(kind))
    const [posted, over] = [dueFor(state, last, null), dueFor(state, phases.length - 1, null)]
    const closed = state.closedAt ?? Number.POSITIVE_INFINITY
    return posted === null || over === null ? [] : [{ posted: Math.min(posted, closed), over: Math.min(over, closed) }]
  })
  if (ends.length === 0) return null
  const opens = Math.max(...ends.map(({ posted }) => posted))
  return { opens, closes: days > 0 ? opens + days * DAY_MS : Math.max(...ends.map(({ over }) => over)) }
}

const POLICY_FAULTS = ['fewer', 'past', 'ended'] as const
export type PolicyFault = (typeof POLICY_FAULTS)[number]

/**
 * Why peer reviews cannot become these (H31, J15): fewer each once they have begun, or none once one is sent; a close that is past; or other
 * days once what was sent is read. Null where they can.
 */
export function policyFault(
  before: PeerPolicy | null,
  after: PeerPolicy | null,
  { rooms, sent, now }: Readonly<{ rooms: readonly RoomState[]; sent: boolean; now: number }>,
): PolicyFault | null {
  const time = before && reviewTime(rooms, before)
  const begun = time !== null && now >= time.opens
  if (before && begun && (after ? after.each < before.each : sent)) return 'fewer'
  if (!after || after.days === before?.days) return null
  if (begun && sent && now >= time.closes) return 'ended'
  const then = reviewTime(rooms, after)
  return then && now >= then.closes ? 'past' : null
}

/** The posts of a room that stand; what was sealed is in the record once it is open. */
const postsIn = ({ record, withdrawn }: RoomState) =>
  record.toArray().flatMap((entry) => {
    const { event, no } = entry
    if (event.type !== 'StatementPosted' || withdrawn[Number(no)] !== undefined) return []
    return [{ entry, person: personOfActor(event.author), seat: event.seat }]
  })

/** Who has posted in a room and was not removed from it. */
export function writersIn(state: RoomState, table: string): readonly Writer[] {
  const writers = new Map(
    postsIn(state).flatMap(({ person, seat }) =>
      person === null || state.removed.includes(person)
        ? []
        : [[person, { id: person, table, side: state.seats[seat]?.delegation ?? null }] as const],
    ),
  )
  return [...writers.values()]
}

type PostWords = Readonly<{ side: DelegationId | null; text: string; off: readonly Struck[] }>
/** A post as a reviewer reads it: with its side, and without who wrote it or its number on the record. */
export type ReviewedPost = PostWords &
  Readonly<{ round: TensionKey | null; anchors: readonly Anchor[]; answers: PostWords | null }>

/** The posts of one person, oldest first; `cleaned` takes people's names out of the words of a text (J14). */
export function postsToReview(
  state: RoomState,
  person: PersonId,
  cleaned: (text: string) => string,
): readonly ReviewedPost[] {
  const read = (entry: Entry) => paragraphOf(state, entry)
  const words = ({ delegation, off }: Paragraph, text: string): PostWords => ({
    side: delegation,
    text: cleaned(text),
    off,
  })
  return postsIn(state).flatMap((post) => {
    const said = post.person === person ? read(post.entry) : null
    if (said?.kind !== 'statement') return []
    const before = said.answers === null ? undefined : state.record.at(said.answers - 1)
    const answered = before && read(before)
    const anchors = said.anchors.map((anchor) =>
      typeof anchor === 'string' ? anchor : { source: cleaned(anchor.source) },
    )
    const answers = answered?.kind === 'statement' ? words(answered, answered.text) : null
    return [{ ...words(said, said.text), round: said.round, anchors, answers }]
  })
}

export type Example = Scenario['samples'][number]

/** The weakest and the strongest of a scenario's sample positions (J13), by their places; none where all have one level. */
export function examplesIn(samples: readonly Example[]): readonly Readonly<{ place: number; example: Example }>[] {
  const sorted = samples
    .map((example, place) => ({ place, example }))
    .toSorted((a, b) => a.example.level - b.example.level)
  const [weakest, strongest] = [sorted[0], sorted.at(-1)]
  return weakest && strongest && weakest.example.level < strongest.example.level ? [weakest, strongest] : []
}

const REVIEW_FAULTS = ['not-open', 'closed', 'examples', 'levels', 'short', 'sent'] as const
export type ReviewFault = (typeof REVIEW_FAULTS)[number]

type Sending = Readonly<{
  now: number
  time: Pick<ReviewTime, 'opens' | 'closes'>
  /** How many of the examples are left to be given levels. */
  examples: number
  /** Whether each criterion has a level. */
  whole: boolean
  /** Null where none is asked for. */
  comment: string | null
  sent: boolean
}>

/** Why a review is not taken; null where it is. */
export function reviewFault({ now, time, examples, whole, comment, sent }: Sending): ReviewFault | null {
  if (now < time.opens) return 'not-open'
  if (now >= time.closes) return 'closed'
  if (sent) return 'sent'
  if (examples > 0) return 'examples'
  if (!whole) return 'levels'
  return comment !== null && [...comment.trim()].length < LEAST_REVIEW ? 'short' : null
}

/** What somebody owes: how many reviews they were given, how many of them are sent, and until when. */
export type ReviewDebt = ReviewTime &
  Readonly<{
    asked: number
    done: number
    isOpen: boolean
    isClosed: boolean
    /** When the newest of those they still owe was given to them. */
    since: number
    /** How many reviews of their own posts they may read. */
    said: number
  }>

export const owesReviews = ({ isOpen, asked, done }: ReviewDebt): boolean => isOpen && done < asked

export function countReviews(pairs: readonly GivenPair[], reviewer: string): Pick<ReviewDebt, 'asked' | 'done'> {
  const own = pairs.filter((pair) => pair.reviewer === reviewer)
  return { asked: own.length, done: own.filter(({ sent }) => sent).length }
}

/** Peer reviews as they are stored (rules H30, H31): who was given whose posts, drawn when somebody first looks after the last posts. */
import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  mediansOf,
  peerPoints,
  type ReviewLevels,
  type ReviewMedian,
} from '#simulation/beside/peer-reviews/peer-medians'
import {
  countReviews,
  type PeerPolicy,
  type PolicyFault,
  policyFault,
  type ReviewDebt,
  type ReviewTime,
  reviewTime,
  writersIn,
} from '#simulation/beside/peer-reviews/peer-reviews'
import {
  assignReviews,
  type ReviewPair,
  type SecretLot,
  type Writer,
} from '#simulation/beside/peer-reviews/review-pairs'
import {
  type MadeOfSum,
  MOST_LEVELS,
  type Rubric,
  type Rubrics,
  rubricOf,
  withShare,
} from '#simulation/reading/log/rubric'
import { mayReadReview } from '#simulation/secrecy/side-channels'
import type { RoomState } from '#simulation/state/room-state'
import { type Database, database } from '../../../base/database'
import { signingSecret } from '../../../base/environment'
import { holdActivity } from '../../activities/participants'
import { readRooms } from '../../activities/rooms'
import { readGrading } from '../../activities/settings'
import { readRoomState } from '../../log/room-reading'

/** The levels of a review, by the keys of criteria. */
export const GivenLevels = z.record(
  z.string().max(60),
  z
    .int()
    .min(0)
    .max(MOST_LEVELS - 1),
)

export type StoredReview = ReviewPair & {
  id: string
  sent: boolean
  levels: ReviewLevels
  comment: string
  /** Why staff hid it. */
  hidden: string | null
  /** When it was given to its reviewer, ms since 1970; null where that was not written down. */
  givenAt: number | null
}

/** Those of an activity; of one person's alone, by them or about them, where `whose` is given. */
async function readReviews(activityId: string, on: Database = database(), whose?: string): Promise<StoredReview[]> {
  const rows = await on.peerReview.findMany({
    where: {
      ...{ reviewer: { activityId }, authorId: { not: null } },
      ...(whose === undefined ? {} : { OR: [{ reviewerId: whose }, { authorId: whose }] }),
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap(({ id, reviewerId, authorId, levels, comment, sentAt, hidden, givenAt }) =>
    authorId === null
      ? []
      : [
          {
            ...{ id, reviewer: reviewerId, author: authorId, sent: sentAt !== null, hidden },
            givenAt: givenAt?.getTime() ?? null,
            ...{ levels: GivenLevels.parse(levels ?? {}), comment: comment ?? '' },
          },
        ],
  )
}

export type ReviewRound = {
  time: ReviewTime
  isOpen: boolean
  isClosed: boolean
  rooms: readonly RoomState[]
  reviews: readonly StoredReview[]
}

/** The reviews of an activity, each given to its reviewer; null where it has nothing to review. */
export async function readReviewRound(
  activityId: string,
  policy: PeerPolicy,
  now: number,
): Promise<ReviewRound | null> {
  // Before the rooms: what was given by newer posts than these is not taken back.
  const before = await readReviews(activityId)
  const rooms = await readReviewedRooms(activityId)
  const states = rooms.map(({ state }) => state)
  const time = reviewTime(states, policy)
  if (time === null) return null
  const isClosed = now >= time.closes
  const isOpen = now >= time.opens && !isClosed
  const reviews = isOpen
    ? await giveReviews(
        activityId,
        before,
        rooms.flatMap(({ id, state }) => writersIn(state, id)),
        policy.each,
        now,
      )
    : before
  return { time, isOpen, isClosed, rooms: states, reviews }
}

async function readReviewedRooms(activityId: string): Promise<{ id: string; state: RoomState }[]> {
  const ids = (await readRooms(activityId)).map(({ id }) => id)
  const read = await Promise.all(ids.map(async (id) => ({ id, state: await readRoomState(id) })))
  return read.flatMap(({ id, state }) => (state ? [{ id, state }] : []))
}

/** How many reviews of an activity are sent. */
export const countSentReviews = (activityId: string, on: Database = database()): Promise<number> =>
  on.peerReview.count({ where: { author: { activityId }, sentAt: { not: null } } })

/** Why the peer reviews of an activity cannot become these; null where they can. */
export async function readPolicyFault(
  activity: Parameters<typeof readGrading>[0],
  after: PeerPolicy | null,
): Promise<PolicyFault | null> {
  const [{ peer }, rooms, sent] = await Promise.all([
    readGrading(activity),
    readReviewedRooms(activity.id),
    countSentReviews(activity.id),
  ])
  const now = Date.now()
  return policyFault(peer ?? null, after, { rooms: rooms.map(({ state }) => state), sent: sent > 0, now })
}

/** Gives whoever lacks one somebody's posts to review, and takes back what can no longer be written. */
async function giveReviews(
  activityId: string,
  seen: StoredReview[],
  posted: readonly Writer[],
  each: number,
  now: number,
): Promise<StoredReview[]> {
  const change = async (on: Database, before: StoredReview[]) => {
    const present = await on.participant.findMany({ where: { activityId, removedAt: null }, select: { id: true } })
    const here = new Set(present.map(({ id }) => id))
    // Whoever has posted in two rooms stands in the last.
    const writers = new Map(posted.flatMap((one) => (here.has(one.id) ? [[one.id, one] as const] : [])))
    const after = new Set(assignReviews([...writers.values()], before, each, reviewLot(activityId)).map(keyOf))
    const known = new Set(before.map(keyOf))
    return {
      gone: before.filter((pair) => !pair.sent && !after.has(keyOf(pair))).map(({ id }) => id),
      given: [...after].filter((key) => !known.has(key)),
    }
  }
  const first = await change(database(), seen)
  if (first.gone.length + first.given.length === 0) return seen
  return database().$transaction(async (on) => {
    await holdActivity(on, activityId)
    const before = await readReviews(activityId, on)
    // Somebody else has given some meanwhile, perhaps by newer posts: theirs stay, and whoever looks next goes on from them.
    if (idsOf(before) !== idsOf(seen)) return before
    const { gone, given } = await change(on, before)
    await on.peerReview.deleteMany({ where: { id: { in: gone }, sentAt: null } })
    await on.peerReview.createMany({
      data: given.map((key) => {
        const [reviewerId = '', authorId = ''] = key.split(' ')
        return { id: randomUUID(), reviewerId, authorId, givenAt: new Date(now) }
      }),
    })
    return readReviews(activityId, on)
  })
}

/** The lot of an activity: from the server's secret, because its students know everything else that could decide (J14). */
export function reviewLot(activityId: string): SecretLot {
  const key = Buffer.from(hkdfSync('sha256', signingSecret(), activityId, 'track-two/peer-reviews', 32))
  return (words) => createHmac('sha256', key).update(words).digest('base64')
}

const idsOf = (reviews: readonly StoredReview[]): string => reviews.map(({ id }) => id).join(' ')
const keyOf = ({ reviewer, author }: ReviewPair): string => `${reviewer} ${author}`

/** The medians of what was sent about a student and is not hidden (J16). */
export const mediansAbout = (
  rubric: Rubric,
  reviews: readonly StoredReview[],
  author: string,
): readonly ReviewMedian[] =>
  mediansOf(
    rubric,
    reviews.flatMap((review) =>
      review.author === author && review.sent && review.hidden === null ? [review.levels] : [],
    ),
  )

/** The points of each student's medians once the reviews are closed (J17), by the rubric as it was known at `until`. */
export async function readPeerPoints(
  activityId: string,
  policy: PeerPolicy | undefined,
  rubrics: Rubrics,
  until?: number,
): Promise<(participantId: string) => number | null> {
  const round = policy ? await readReviewRound(activityId, policy, Date.now()) : null
  if (!round?.isClosed) return () => null
  return (id) => {
    const rubric = rubricOf(rubrics, id, until)
    return peerPoints(rubric, mediansAbout(rubric, round.reviews, id))
  }
}

/** What peer reviews make of a student's sum once they are closed (J17). To be read before the activity is held. */
export async function readPeerShares(activity: Parameters<typeof readGrading>[0]): Promise<MadeOfSum> {
  const { peer } = await readGrading(activity)
  const round = peer ? await readReviewRound(activity.id, peer, Date.now()) : null
  if (!peer || !round?.isClosed) return (_, sum) => sum
  return ({ id, rubric, at }, sum) =>
    at < round.time.closes
      ? sum
      : withShare(sum, peerPoints(rubric, mediansAbout(rubric, round.reviews, id)), peer.weight)
}

/** How many reviews each person was given, and has sent, and until when; null where there are none. */
export async function readReviewDebts(
  activityId: string,
  policy: PeerPolicy | null | undefined,
  now: number,
): Promise<{ time: ReviewTime; of: (participantId: string) => ReviewDebt } | null> {
  const round = policy ? await readReviewRound(activityId, policy, now) : null
  return round && { time: round.time, of: (id) => debtOf(id, round) }
}

type Dated = Pick<ReviewRound, 'time' | 'isOpen' | 'isClosed' | 'reviews'>

const debtOf = (id: string, { time, isOpen, isClosed, reviews }: Dated): ReviewDebt => ({
  ...{ ...time, isOpen, isClosed, ...countReviews(reviews, id) },
  since: Math.max(
    time.opens,
    ...reviews.flatMap(({ reviewer, sent, givenAt }) => (reviewer === id && !sent ? (givenAt ?? 0) : [])),
  ),
  said: reviews.filter((review) => review.author === id && mayReadReview(id, isClosed, review)).length,
})

type OwnPlace = { participantId: string; activityId: string; peer: PeerPolicy | null; debate: RoomState | null }

/** When the reviews of an activity were closed, for half a minute, so that a debate of the past is not read again at each look. */
const closed = new Map<string, { time: ReviewTime; at: number }>()
const CLOSED_MS = 30_000

async function readOwnDebt({ participantId, activityId, peer, debate }: OwnPlace, now: number) {
  if (!peer) return null
  const own = debate && reviewTime([debate], peer)
  if (own && own.opens > now) return null
  const key = `${activityId} ${peer.days}`
  const known = closed.get(key)
  if (known && now >= known.at && now < known.at + CLOSED_MS) {
    const reviews = await readReviews(activityId, database(), participantId)
    return debtOf(participantId, { time: known.time, isOpen: false, isClosed: true, reviews })
  }
  closed.delete(key)
  const round = await readReviewRound(activityId, peer, now)
  if (round?.isClosed) closed.set(key, { time: round.time, at: now })
  return round && debtOf(participantId, round)
}

/**
 * The same of each of these people alone, by their ids. The other rooms are read only once the posts of their own are in, and once
 * the reviews are closed only twice a minute.
 */
export async function readOwnReviewDebts(
  places: readonly OwnPlace[],
  now: number,
): Promise<ReadonlyMap<string, ReviewDebt>> {
  const debts = await Promise.all(
    places.map(async (place) => {
      const debt = await readOwnDebt(place, now)
      return debt ? [[place.participantId, debt] as const] : []
    }),
  )
  return new Map(debts.flat())
}

/**
 * Peer reviews: what a student reads and sends of them, and what whoever grades does. Who reads what is decided by
 * simulation/secrecy/side-channels.ts; here names become numbers, and nothing that says who wrote a review goes to whom it is about.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import {
  isWholeReview,
  type OwnExample,
  type OwnReview,
  type ReviewMedian,
  type SaidOfPosts,
} from '#simulation/beside/peer-reviews/peer-medians'
import {
  countReviews,
  examplesIn,
  type PeerPolicy,
  postsToReview,
  type ReviewFault,
  reviewFault,
} from '#simulation/beside/peer-reviews/peer-reviews'
import { personId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import { MOST_CRITERIA, newestRubric, type Rubric, rubricOf } from '#simulation/reading/log/rubric'
import { mayReadReview } from '#simulation/secrecy/side-channels'
import type { RoomState } from '#simulation/state/room-state'
import { audit } from '../../../base/audit'
import { database } from '../../../base/database'
import { type ActivityRow, accessActivity, type Requester } from '../../access/access'
import { rowId } from '../../access/row-id'
import { holdActivity, readParticipants } from '../../activities/participants'
import { readRubrics } from '../../activities/rubrics'
import { readGrading } from '../../activities/settings'
import {
  GivenLevels,
  mediansAbout,
  type ReviewRound,
  readReviewRound,
  type StoredReview,
} from '../../beside/peer-reviews/peer-review-rows'
import { accessGradedStudent } from '../../marks/grading-place'
import { type Called, readHiddenNames, readNumbered, withoutNamesOf } from '../../marks/hidden-names'
import { readSamples } from '../../scenarios/stored-copy'

export type OwnReviews = {
  activity: ActivityRow
  participantId: string
  /** Null where the activity has no peer reviews. */
  round: null | {
    policy: PeerPolicy
    time: ReviewRound['time']
    isOpen: boolean
    isClosed: boolean
    plan: RoomState['plan']
    /** The rubric for the examples, and the scale of the level that their author gave. */
    rubric: Rubric
    scale: readonly string[]
    examples: readonly OwnExample[]
    /** How many of the examples have no levels yet. */
    left: number
    reviews: readonly OwnReview[]
    /** How many of the reviews are sent. */
    done: number
    /** What others said of their posts, once the reviews are closed. */
    about: SaidOfPosts | null
  }
}

/** What a student reads of the peer reviews of their activity (J13–J15); null for everybody else. */
export async function readOwnReviews(user: Requester, activityId: string, called: Called): Promise<OwnReviews | null> {
  const own = await accessOwn(user, activityId)
  if (!own) return null
  const { activity, participantId, policy, round } = own
  const [state] = round?.rooms ?? []
  if (!policy || !round || !state) return { activity, participantId, round: null }
  const [people, rubrics, { examples, left, scale }] = await Promise.all([
    readNumbered(activityId),
    readRubrics(activityId),
    readExamples(activityId, participantId),
  ])
  const cleaned = withoutNamesOf(people, called)
  const { time, isOpen, isClosed, reviews } = round
  const readable = reviews.filter((review) => mayReadReview(participantId, isClosed, review))
  const ofAuthor = (author: string) => {
    const rubric = rubricOf(rubrics, author)
    return { rubric, medians: isClosed ? mediansAbout(rubric, reviews, author) : null }
  }
  const mine = ofAuthor(participantId)
  return {
    ...{ activity, participantId },
    round: {
      ...{ policy, time, isOpen, isClosed, plan: state.plan, rubric: newestRubric(rubrics), scale },
      ...{ examples, left, done: countReviews(reviews, participantId).done },
      reviews: readable.flatMap(({ id, reviewer, author, sent, levels, comment, hidden }) =>
        reviewer !== participantId || (!isOpen && !sent)
          ? []
          : [
              {
                ...{ id, called: called(people.find((one) => one.id === author)?.number ?? 0) },
                hidden: hidden && cleaned(hidden),
                ...ofAuthor(author),
                posts: round.rooms.flatMap((room) => postsToReview(room, personId.parse(author), cleaned)),
                sent: sent ? { levels, comment } : null,
              },
            ],
      ),
      about: mine.medians && {
        ...{ rubric: mine.rubric, medians: mine.medians },
        comments: readable.flatMap(({ author, comment }) => (author === participantId ? cleaned(comment) : [])),
      },
    },
  }
}

/** A student before the reviews of their activity. */
async function accessOwn(user: Requester, activityId: string) {
  const found = await accessActivity(user, activityId)
  if (found?.as.kind !== 'participant') return null
  const { activity } = found
  const policy = activity.kind === 'homework' ? (await readGrading(activity)).peer : undefined
  const round = policy ? await readReviewRound(activityId, policy, Date.now()) : null
  return { activity, participantId: found.as.participantId, policy, round }
}

async function readExamples(activityId: string, reviewerId: string) {
  const [{ samples, scale }, rows] = await Promise.all([
    readSamples(activityId),
    database().peerReview.findMany({ where: { reviewerId, sample: { not: null } } }),
  ])
  const given = new Map(rows.map(({ sample, levels }) => [sample, GivenLevels.parse(levels)]))
  const examples = examplesIn(samples).map((one): OwnExample => ({ ...one, given: given.get(one.place) ?? null }))
  return { scale, examples, left: examples.filter((one) => one.given === null).length }
}

const levels = GivenLevels.refine((given) => Object.keys(given).length <= MOST_CRITERIA)
const Judged = z.strictObject({ activityId: rowId, place: z.int().min(0).max(100), levels })

/** Keeps the levels that a student gave an example, once; null where they are kept. */
export async function judgeExample(user: Requester, input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const asked = Judged.safeParse(input).data
  const own = asked && (await accessOwn(user, asked.activityId))
  if (!asked || !own?.round) return 'not-found'
  const { participantId: reviewerId, round } = own
  const [{ examples }, rubrics] = await Promise.all([
    readExamples(asked.activityId, reviewerId),
    readRubrics(asked.activityId),
  ])
  const example = examples.find(({ place }) => place === asked.place)
  if (!example) return 'not-found'
  const fault = reviewFault({
    ...{
      now: Date.now(),
      time: round.time,
      examples: 0,
      sent: example.given !== null,
      comment: null,
    },
    whole: isWholeReview(newestRubric(rubrics), asked.levels),
  })
  if (fault) return fault
  const row = { id: randomUUID(), reviewerId, sample: asked.place, levels: asked.levels, sentAt: new Date() }
  await database().peerReview.createMany({ data: row, skipDuplicates: true })
  return null
}

const Sent = z.strictObject({
  activityId: rowId,
  review: rowId,
  levels,
  comment: typedText(LIMITS.review).overwrite(takenText).trim(),
})

/** Keeps a review that this student was given to write, once; null where it is kept. */
export async function sendReview(user: Requester, input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const asked = Sent.safeParse(input).data
  const own = asked && (await accessOwn(user, asked.activityId))
  const review = own?.round?.reviews.find(({ id, reviewer }) => id === asked?.review && reviewer === own.participantId)
  if (!asked || !own?.round || !review) return 'not-found'
  const { activityId, comment } = asked
  const { time } = own.round
  const { left } = await readExamples(activityId, own.participantId)
  return database().$transaction(async (on) => {
    // A change of the rubric waits for it, so that no levels are saved by one that counts no more.
    await holdActivity(on, activityId)
    const rubrics = await readRubrics(activityId, on, { participantId: review.author })
    const fault = reviewFault({
      ...{ now: Date.now(), time, comment, sent: review.sent },
      examples: left,
      whole: isWholeReview(rubricOf(rubrics, review.author), asked.levels),
    })
    if (fault) return fault
    const { count } = await on.peerReview.updateMany({
      where: { id: review.id, sentAt: null },
      data: { levels: asked.levels, comment, sentAt: new Date() },
    })
    if (count === 1) return null
    // Two sends at once: the other was first.
    return (await on.peerReview.count({ where: { id: review.id } })) === 1 ? 'sent' : 'not-found'
  })
}

export type StudentReviews = {
  rubric: Rubric
  medians: readonly ReviewMedian[]
  /** What others wrote of them, and whose posts they were given. */
  of: readonly (Omit<StoredReview, 'reviewer' | 'author'> & { name: string })[]
  by: readonly { id: string; name: string; sent: boolean }[]
}

/** A student's peer reviews for whoever grades them (J18), whom the caller has let in; null where there are none. */
export async function readStudentReviews(
  activity: ActivityRow,
  participantId: string,
  called: Called,
): Promise<StudentReviews | null> {
  const { peer } = await readGrading(activity)
  const round = peer ? await readReviewRound(activity.id, peer, Date.now()) : null
  if (!round) return null
  const [people, hidden, rubrics] = await Promise.all([
    readParticipants(activity.id),
    readHiddenNames(activity, called),
    readRubrics(activity.id),
  ])
  const nameOf = (id: string) => hidden.nameOf(id) ?? people.find((one) => one.id === id)?.name ?? ''
  const rubric = rubricOf(rubrics, participantId)
  return {
    ...{ rubric, medians: mediansAbout(rubric, round.reviews, participantId) },
    of: round.reviews.flatMap(({ reviewer, author, comment, ...review }) =>
      author === participantId
        ? [
            {
              ...{ ...review, comment: hidden.text(comment), name: nameOf(reviewer) },
              hidden: review.hidden && hidden.text(review.hidden),
            },
          ]
        : [],
    ),
    by: round.reviews.flatMap(({ id, reviewer, author, sent }) =>
      reviewer === participantId ? [{ id, name: nameOf(author), sent }] : [],
    ),
  }
}

const Hiding = z.strictObject({
  activityId: rowId,
  participantId: rowId,
  review: rowId,
  reason: typedText(LIMITS.reason).overwrite(takenText).trim().min(1).nullable(),
})

/** Hides a review of a student, with a reason that its writer reads; or with null shows it again. */
export async function hideReview(user: Requester, input: unknown): Promise<boolean> {
  const asked = Hiding.safeParse(input).data
  const found = asked && (await accessGradedStudent(user, asked.activityId, asked.participantId))
  if (!asked || !found) return false
  const { count } = await database().peerReview.updateMany({
    where: {
      ...{ id: asked.review, authorId: asked.participantId, sentAt: { not: null } },
      // As they saw it: what somebody else has hidden keeps their reason.
      hidden: asked.reason === null ? { not: null } : null,
    },
    data: { hidden: asked.reason },
  })
  const what = asked.reason === null ? 'review-shown' : 'review-hidden'
  if (count === 1) audit({ what, by: user.id, to: asked.review, in: asked.activityId })
  return count === 1
}

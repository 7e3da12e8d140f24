/** Peer reviews as the store knows them: what each person owes, what they make of sums, when mails change, and what an erasure takes away. */
import { Prisma } from '#server/generated/prisma/client'
import { reviewTime } from '#simulation/beside/peer-reviews/peer-reviews'
import type { StoredBeside } from '../kind/stored-beside'
import {
  countSentReviews,
  readOwnReviewDebts,
  readPeerPoints,
  readPeerShares,
  readPolicyFault,
  readReviewDebts,
} from './peer-review-rows'

const KEY = 'peer-reviews'

export const storedPeerReviews: StoredBeside = {
  key: KEY,
  seen: [
    Prisma.sql`(SELECT max(given_at) FROM peer_review JOIN participant ON participant.id = reviewer_id
                 WHERE participant.room_id = room.id)`,
  ],
  planning: (now) => {
    const read = new Map<string, ReturnType<typeof readReviewDebts>>()
    return async ({ activityId, grading, state }) => {
      const peer = grading?.peer
      const own = peer && reviewTime([state], peer)
      if (!own) return { of: () => ({}), turns: [] }
      // The other rooms are read only once the posts of this one are in.
      if (own.opens > now) return { of: () => ({}), turns: [own.opens, own.closes] }
      const all = read.get(activityId) ?? readReviewDebts(activityId, peer, now)
      read.set(activityId, all)
      const debts = await all
      const { opens, closes } = debts?.time ?? own
      return { of: (id) => ({ [KEY]: debts?.of(id) }), turns: [opens, closes] }
    }
  },
  readOwn: async (places, now) => {
    const debts = await readOwnReviewDebts(
      places.map(({ grading, ...place }) => ({ ...place, peer: grading?.peer ?? null })),
      now,
    )
    return new Map([...debts].map(([id, debt]) => [id, { [KEY]: debt }]))
  },
  readAll: async (activityId, { peer }, now) => {
    const debts = await readReviewDebts(activityId, peer, now)
    return debts && ((id) => ({ [KEY]: debts.of(id) }))
  },
  readShare: async (activityId, { peer }, rubrics, until) => {
    if (!peer) return null
    const pointsOf = await readPeerPoints(activityId, peer, rubrics, until)
    return (id) => ({ of: KEY, points: pointsOf(id), weight: peer.weight })
  },
  readMadeOfSum: readPeerShares,
  hasLevels: async (activityId, on) => (await countSentReviews(activityId, on)) > 0,
  erases: {
    told: (many) => `${many} ${many === 1 ? 'peer review' : 'peer reviews'}, by them and of what they wrote`,
    read: async (on, { participants }) => {
      const theirs = { in: participants.map(({ id }) => id) }
      return { removed: await on.peerReview.count({ where: { OR: [{ reviewerId: theirs }, { authorId: theirs }] } }) }
    },
  },
  readFault: async (activity, { peer }) => (peer === undefined ? null : readPolicyFault(activity, peer)),
}

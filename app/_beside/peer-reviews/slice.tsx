// Peer reviews on pages of others: in the wizard, among the rules of grading, and under the work of a student who is graded (J18).
import { getTranslations } from 'next-intl/server'
import { readStudentReviews } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { topOf } from '#simulation/reading/log/rubric'
import type { BesideOnPages } from '../kind/on-pages'
import { reviewsInWizard } from './in-wizard'
import { PeerForm } from './peer-form'
import { StudentReviews } from './student-reviews'

export const peerReviewsOnPages: BesideOnPages = {
  key: 'peer-reviews',
  wizard: reviewsInWizard,
  GradingPanel: PeerForm,
  readStudent: async ({ activity, participantId, called }) => {
    const reviews = await readStudentReviews(activity, participantId, called)
    if (!reviews) return null
    const t = await getTranslations('grading.reviews')
    const { rubric, medians, of } = reviews
    const sent = of.filter((review) => review.sent)
    return {
      title: t('title', { sent: sent.length, all: of.length }),
      aside: medians
        .flatMap(({ criterion, median }) =>
          median === null ? [] : [t('median', { name: criterion.name, median, top: topOf(rubric) })],
        )
        .join(' · '),
      body: <StudentReviews activityId={activity.id} participantId={participantId} reviews={reviews} />,
    }
  },
}

// Peer reviews in the wizard of a homework debate: how many each student writes, and once they are chosen until when and how much they count.
import {
  MOST_REVIEW_DAYS,
  MOST_REVIEW_WEIGHT,
  offersReviews,
  REVIEWS_EACH,
} from '#simulation/beside/peer-reviews/peer-reviews'
import type { WizardOffer } from '../kind/on-pages'

export const reviewsInWizard: WizardOffer = {
  offers: offersReviews,
  asks: ({ peer }, t) => ({
    ...{ name: 'reviews', legend: t('peer.title'), hint: t('peer.hint') },
    options: [0, ...REVIEWS_EACH].map((each) => ({
      value: String(each),
      title: t('peer.each', { each }),
      chosen: each === (peer?.each ?? 0),
    })),
    more: peer
      ? {
          ...{ legend: t('peer.numbers'), hint: t('peer.numbersHint') },
          fields: [
            { name: 'reviewDays', title: t('peer.days'), most: MOST_REVIEW_DAYS, value: peer.days },
            { name: 'reviewWeight', title: t('peer.weight'), most: MOST_REVIEW_WEIGHT, value: peer.weight },
          ],
        }
      : null,
  }),
  fact: ({ peer }, t) => (peer ? { name: t('peer.title'), text: t('peer.chosen', peer) } : null),
}

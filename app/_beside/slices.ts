// The registry of what stands beside the log on pages. The wizard and the grading place walk it; a feature that comes or goes is one line here.
import { environment } from '#server/base/environment'
import type { BesideOnPages } from './kind/on-pages'
import { peerReviewsOnPages } from './peer-reviews/slice'

const ON_PAGES: readonly BesideOnPages[] = [peerReviewsOnPages]

/** Those that this server has not switched off (L31). */
export const besideOnPages = (): readonly BesideOnPages[] =>
  ON_PAGES.filter(({ key }) => !environment().besideOff.includes(key))

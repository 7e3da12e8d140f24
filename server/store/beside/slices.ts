/** The registry of what the store keeps beside the log. The files of this folder walk it; a feature that comes or goes is one line here. */
import { storedAnnotations } from './annotations/slice'
import type { StoredBeside } from './kind/stored-beside'
import { storedPeerReviews } from './peer-reviews/slice'

export const STORED: readonly StoredBeside[] = [storedAnnotations, storedPeerReviews]

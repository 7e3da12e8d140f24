/** The registry of what the store keeps beside the log. The files of this folder walk it; a feature that comes or goes is one line here. */
import { environment } from '../../base/environment'
import { storedAnnotations } from './annotations/slice'
import type { StoredBeside } from './kind/stored-beside'
import { storedPeerReviews } from './peer-reviews/slice'
import { storedRegrades } from './regrades/slice'

/** All of them, for what reaches what is switched off too. */
export const STORED: readonly StoredBeside[] = [storedAnnotations, storedRegrades, storedPeerReviews]

/** Those that this server has not switched off (L31). */
export const storedSlices = (): readonly StoredBeside[] =>
  STORED.filter(({ key }) => !environment().besideOff.includes(key))

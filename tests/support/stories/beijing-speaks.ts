/** Beijing speaks on framing: in its brief's words, or in its own. */
import type { PlannedRoom } from '#simulation/planning/planning'
import { CHAIR, FEN, files, hand, opening } from '../cast'
import { given, type Room } from '../given'

/** What Beijing's author wrote for its opening on framing: 22 words. */
export const BRIEF =
  'Every people chooses its own road, and a lecture on systems sounds to us like the century we mean never to repeat.'
export const OWN = 'Name the harbours, and we shall name the ships.'

/** Beijing's foreign minister has the floor, after its opening was revealed. */
export const speaking = (text = OWN, planned?: PlannedRoom): Room =>
  given(planned)
    .enters('caucus')
    .does(FEN, files(opening(-2, text)))
    .enters('floor')
    .does(FEN, hand())
    .does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' }, 10)

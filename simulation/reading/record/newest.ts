// The newest entries of a state, found without converting all earlier ones.
import type { Entry, RoomState } from '../../state/room-state'
import { type Paragraph, paragraphOf } from '../log/transcript'

/** Public and private entries, newest first; of those only that are `wanted`. */
export function newest(
  state: RoomState,
  most: number,
  wanted: (paragraph: Paragraph) => boolean = () => true,
): readonly Paragraph[] {
  const found: Paragraph[] = []
  let [open, closed] = [state.record.length - 1, state.privateEntries.length - 1]
  while (found.length < most) {
    const [left, right] = [state.record.at(open), state.privateEntries.at(closed)]
    const entry: Entry | undefined = left && (!right || left.seq > right.seq) ? left : right
    if (!entry) break
    if (entry === left) open -= 1
    else closed -= 1
    const paragraph = paragraphOf(state, entry)
    if (paragraph && wanted(paragraph)) found.push(paragraph)
  }
  return found
}

/** The newest entries in the order in which they were said. */
export const lastWords = (state: RoomState, most: number): readonly Paragraph[] => newest(state, most).toReversed()

/** What was said last for everybody to hear, in the order in which it was said; what was withdrawn is left out. */
export function lastSpoken(state: RoomState, most: number): readonly Extract<Paragraph, { kind: 'statement' }>[] {
  const found: Extract<Paragraph, { kind: 'statement' }>[] = []
  for (let place = state.record.length - 1; place >= 0 && found.length < most; place -= 1) {
    const entry = state.record.at(place)
    const paragraph = entry ? paragraphOf(state, entry) : null
    if (paragraph?.kind === 'statement' && paragraph.withdrawnBy === null) found.push(paragraph)
  }
  return found.toReversed()
}

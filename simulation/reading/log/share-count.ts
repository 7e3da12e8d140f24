// What of a record goes out to a reader of its files, and what stays, of all that whoever hands it out may read.
import * as z from 'zod/mini'
import type { Paragraph } from './transcript'

const count = z.int().check(z.nonnegative())

export const shareCount = z.strictObject({
  /** What the file is called, without its ending. */
  name: z.string(),
  entries: count,
  /** How many of them were said in a caucus or between two delegations. */
  caucuses: count,
  stays: z.strictObject({ caucuses: count, reflections: count, calls: count, hints: count, others: count }),
  /** In a publication: the entries whose words hold a name of the roll. */
  named: z.readonly(z.array(z.string())),
})
export type ShareCount = z.infer<typeof shareCount>

const countKinds = (entries: readonly Paragraph[], ...kinds: Paragraph['kind'][]): number =>
  entries.filter(({ kind }) => kinds.includes(kind)).length

/** Of `all` that somebody may read, what `shown` takes out and what it leaves, by kind. */
export function countShare(shown: readonly Paragraph[], all: readonly Paragraph[]): Omit<ShareCount, 'name' | 'named'> {
  const gone = new Set(shown.map(({ seq }) => seq))
  const left = all.filter(({ seq }) => !gone.has(seq))
  const stays = {
    caucuses: countKinds(left, 'caucus', 'bilateral'),
    reflections: countKinds(left, 'reflection'),
    calls: countKinds(left, 'help'),
    hints: countKinds(left, 'note'),
  }
  const named = stays.caucuses + stays.reflections + stays.calls + stays.hints
  return {
    entries: shown.length,
    caucuses: countKinds(shown, 'caucus', 'bilateral'),
    stays: { ...stays, others: left.length - named },
  }
}

// Puts a fingerprint in the place of words that were taken off, in the rows themselves (rule K9). The rest of each row stays, so that the
// log reads, folds and is told again by the rules as before.
import { redactedGap } from '../kernel/gaps'
import type { Recorded } from '../shapes/record'
import type { RoomEvent } from '../shapes/room-event'
import { withWords } from './catalogue'
import { Masking } from './masking'
import { fold } from './room'
import { withoutOrigin } from './without-origin'

/** The fingerprint of words: 64 hexadecimal digits. */
export type Fingerprint = (words: string) => string

/** The rows that change when what is off an entry is redacted, by `seq`; none where nothing is off it. */
export function redactedRows(
  rows: readonly Recorded[],
  entry: string,
  fingerprint: Fingerprint,
): ReadonlyMap<number, RoomEvent> {
  const { record } = fold(rows) ?? {}
  const masking = new Masking(rows, (no) => record?.at(no - 1)?.seq ?? null)
  for (const row of rows) masking.apply(row)
  const lineage = masking.lineageOf(entry)
  const gap = (words: string) => redactedGap(fingerprint(words))
  const redacted = new Map(lineage.flatMap((text) => (text.isStruck ? [[text, text.redacted(gap)] as const] : [])))
  if (redacted.size === 0) return new Map()
  // A copy that was made after the strike holds the gap alone: it gets the fingerprint of what it was copied from.
  const struck = new Map([...redacted].map(([text, words]) => [text.shown, words]))
  for (const text of lineage) {
    const words = struck.get(text.shown)
    if (words !== undefined && !redacted.has(text)) redacted.set(text, words)
  }
  const strikes = masking.strikesIn(new Set(redacted.keys()))
  const changed = new Map<number, RoomEvent>()
  for (const row of rows) {
    const own = masking.textsIn(row)
    if (strikes.has(row.seq) && row.event.type === 'WordsStruck') {
      // The words it counted in are gone from the rows: it counts none.
      changed.set(row.seq, { ...row.event, words: [], count: 0 })
    } else if (own.some((text) => redacted.has(text))) {
      let place = 0
      const event = withWords(row.event, (text) => {
        const one = own[place]
        place += 1
        return (one && redacted.get(one)) ?? text
      })
      changed.set(row.seq, withoutOrigin(event))
    }
  }
  return changed
}

// The name of an entry's speaker. An erased person has no display name and is called by the number of the seat they spoke from, which is
// the same for every reader and in every file.
import type { Translate } from '#format/translate'
import { type RoomPlan, seatNumberIn } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { DisplayNames } from '#simulation/wire/protocol'
import type { RecordContext } from './record-context'

type Entry = Pick<Paragraph, 'person' | 'seat'>

/** Null when no person said it, and where the reader is told no names: there they are empty. `record` translates the namespace `record`. */
export function speakerName(
  { person, seat }: Entry,
  { plan, displayNames }: { plan: RoomPlan; displayNames: DisplayNames },
  record: Translate<'record'>,
): string | null {
  if (person === null) return null
  return (displayNames[person] ?? record('erased', { number: seatNumberIn(plan, seat) })) || null
}

/** The speaker: a display name, "understudy", or the number of a student whose name has been erased. */
export function speakerWords(
  entry: Entry & Pick<Paragraph, 'understudy'>,
  about: Pick<RecordContext, 'plan' | 'displayNames' | 'own'>,
  record: Translate<'record'>,
): string | null {
  if (entry.understudy) return record('understudy')
  const name = speakerName(entry, about, record)
  // The reader of a page is told which entries are their own.
  return name !== null && entry.person === about.own ? record('you', { name }) : name
}

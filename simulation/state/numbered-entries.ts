// Finds an entry by its number. Each list is indexed once, because a page of a record asks for every entry of it.
import { onceFor } from '../kernel/once-for'
import type { Entry, RoomState } from './room-state'

/** Whether a number is one of the public record; a private entry's has a letter before it. */
export const isPublicNumber = (no: string): boolean => /^\d+$/.test(no)

/** A reflection that is written again keeps its number: the newest counts. */
const privateByNumber = onceFor(
  (entries: RoomState['privateEntries']): ReadonlyMap<string, Entry> =>
    new Map(entries.toArray().map((entry) => [entry.no, entry])),
)

/** The entry with this number, on the public record or among the private entries. */
export function entryNumbered(
  { record, privateEntries }: Pick<RoomState, 'record' | 'privateEntries'>,
  no: string,
): Entry | undefined {
  return isPublicNumber(no) ? record.at(Number(no) - 1) : privateByNumber(privateEntries).get(no)
}

const openedByNumber = onceFor(
  (record: RoomState['record']): ReadonlyMap<string, Entry> =>
    new Map(
      record
        .toArray()
        .flatMap((entry) =>
          entry.event.type === 'StatementPosted' && entry.event.unseals !== null ? [[entry.event.unseals, entry]] : [],
        ),
    ),
)

/** The public entry that opened a sealed post, by the number the post had while it was sealed. */
export const openedFrom = ({ record }: Pick<RoomState, 'record'>, no: string): Entry | undefined =>
  openedByNumber(record).get(no)

// Finds an entry by its number. Each list is indexed once, because a page of a record asks for every entry of it.
import { onceFor } from '../kernel/once-for'
import type { Entry, RoomState } from './room-state'

/** Whether a number is one of the public record; a private entry's has a letter before it. */
export const isPublicNumber = (no: string): boolean => /^\d+$/.test(no)

/** What is written again keeps its number (R11): the newest counts. */
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

/** Of each private entry whose number a later one has as well: which writing under that number it is, by its row. */
const earlierWritings = onceFor((entries: RoomState['privateEntries']): ReadonlyMap<number, number> => {
  const newest = privateByNumber(entries)
  const written = new Map<string, number>()
  return new Map(
    entries.toArray().flatMap(({ no, seq }) => {
      const nth = (written.get(no) ?? 0) + 1
      written.set(no, nth)
      return newest.get(no)?.seq === seq ? [] : [[seq, nth] as const]
    }),
  )
})

/**
 * What no other entry of this record is called, for whoever hears the same: its number, and for what was written again `k-north1.1`, the
 * first writing under `k-north1`. The newest has the number alone, so that what names the number leads to what counts.
 */
export function nameOfEntry({ privateEntries }: Pick<RoomState, 'privateEntries'>, { no, seq }: Entry): string {
  const nth = isPublicNumber(no) ? undefined : earlierWritings(privateEntries).get(seq)
  return nth === undefined ? no : `${no}.${nth}`
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

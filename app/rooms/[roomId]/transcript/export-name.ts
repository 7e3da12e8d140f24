// What a file of a record is called: by activity, table and day, and by what it holds besides. Without that the tables of three weeks, or the
// file for the class and that with private notes, have one name, and the wrong one is handed on.
import { dayInFigures } from '#format/clock-time'

type ExportName = {
  activity: string
  room: { name: string; ordinal: number }
  from: number
  timeZone: string
  holds: readonly ('complete' | 'private' | 'excerpt')[]
}

export const exportName = ({ activity, room, from, timeZone, holds }: ExportName): string =>
  ['transcript', plain(activity), plain(room.name) || `table-${room.ordinal}`, dayInFigures(from, timeZone), ...holds]
    .filter((part) => part !== '')
    .join('-')

/** What a header and every file system take. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
    .toLowerCase()

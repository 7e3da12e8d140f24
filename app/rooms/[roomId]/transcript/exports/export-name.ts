// What a file of a record is called: by course, activity, table and day, and for whom it is. Without that the tables of three weeks, or the
// file for the class and that with private notes, have one name, and the wrong one is handed on.
import { dayInFigures } from '#format/clock-time'

type ExportName = {
  course: { title: string; timeZone: string }
  activity: string
  room: { name: string; ordinal: number }
  from: number
  /** For whom, and whether it is an excerpt. */
  holds: readonly string[]
}

export const exportName = ({ course, activity, room, from, holds }: ExportName): string =>
  [
    courseCode(course.title),
    plain(activity),
    plain(room.name) || `table-${room.ordinal}`,
    dayInFigures(from, course.timeZone),
    ...holds.map(plain),
  ]
    .filter((part) => part !== '')
    .join('-')

/** `ir347` of "IR 347: Alliances in East Asia"; of a title that begins with no such code, its words. */
function courseCode(title: string): string {
  const code = /^([A-Za-z]{1,6})[ -]?(\d{2,5}[A-Za-z]?)(?![A-Za-z0-9])/.exec(title.normalize('NFKD').trim())
  return code ? `${code[1]}${code[2]}`.toLowerCase() : plain(title)
}

/** What a header and every file system take. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
    .toLowerCase()

// The record file that a reader downloads: complete for a chair, with the words that were taken off, so that it comes back with the strike
// in force; for anybody else with the rows redacted that they may not read.
import type { Viewer } from '../../kernel/viewer'
import type { VisibleRow } from '../../secrecy/visible-row'
import type { DisplayNames } from '../../wire/protocol'
import { type RecordHead, writeRecord } from './record-file'

/** A room limited to its reader. */
type ReadRoom = {
  room: { name: string }
  activity: { title: string; kind: RecordHead['activity']['kind']; scenarioKey: string; agendaKey: string }
  course: { title: string; timeZone: string }
  viewer: Viewer
  displayNames: DisplayNames
  told: readonly VisibleRow[]
}

export function recordText({ room, activity, course, viewer, displayNames, told }: ReadRoom): string {
  const about = {
    reader: viewer.kind === 'chair' ? viewer.kind : 'person',
    room: { name: room.name },
    activity: {
      title: activity.title,
      kind: activity.kind,
      scenario: activity.scenarioKey,
      agenda: activity.agendaKey,
    },
    course: { title: course.title, timeZone: course.timeZone },
  } as const
  return writeRecord(about, told, displayNames)
}

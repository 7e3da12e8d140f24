/**
 * The record file that a reader downloads: complete for a chair, with the words that were taken off, so that it comes back with the strike in
 * force; for anybody else with the rows redacted that they may not read.
 */
import { writeRecord } from '#simulation/reading/record-file'
import type { RoomForReader } from '../access/room-for-reader'

export function recordText({ room, activity, course, viewer, displayNames, told, complete }: RoomForReader): string {
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
  return writeRecord(about, complete ?? told, displayNames)
}

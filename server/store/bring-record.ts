/**
 * Brings a record's file into a course as a room that is only read: judged whole first, then written in one transaction, so that a
 * damaged file leaves nothing behind. It must not know how the file came.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate as elsewhere } from 'node:timers/promises'
import type { Recorded } from '#simulation/record'
import { type ReadRecord, type RecordFault, readRecord } from '#simulation/record-reading'
import type { RoomState } from '#simulation/room-state'
import { chinaGap } from '#simulation/scenarios/china-gap/scenario'
import { insertActivity, type OpeningRow } from './activities'
import { ActivitySettings } from './activity-settings'
import { isTimeZone } from './courses'
import { database } from './database'

/** A room of ten thousand rows takes about four megabytes. */
export const LARGEST_RECORD = 8_000_000

export type Brought = { ok: true; roomId: string } | { ok: false; fault: RecordFault }

/** `judged` hears how many rows have been judged; the event loop is let go in between, because rooms are in session on it. */
export async function bringRecord(
  asked: { courseId: string; by: string; bytes: Uint8Array },
  judged: (rows: number) => void = () => undefined,
): Promise<Brought> {
  if (asked.bytes.length > LARGEST_RECORD) return refused('too-large')
  const text = decoded(asked.bytes)
  if (text === null) return refused('not-text')
  const reading = readRecord(text)
  for (;;) {
    const { done, value } = reading.next()
    if (!done) {
      judged(value)
      await elsewhere()
    } else if ('fault' in value) return { ok: false, fault: value }
    else return keep(asked, value)
  }
}

async function keep({ courseId, by }: { courseId: string; by: string }, record: ReadRecord): Promise<Brought> {
  const { head, rows, state } = record
  const scenario = chinaGap()
  if (head.activity.scenario !== scenario.key) return refused('no-such-scenario', head.activity.scenario)
  if (!isTimeZone(head.course.timeZone)) return refused('wrong-shape', 'course.timeZone')
  const settings = ActivitySettings.safeParse(settingsOf(state))
  if (!settings.success) return refused('wrong-plan')
  const roomId = randomUUID()
  const activity = {
    courseId,
    by,
    title: head.activity.title,
    scenario,
    agendaKey: head.activity.agenda,
    settings: settings.data,
    nameTable: () => head.room.name,
    broughtFrom: { course: head.course, roll: head.roll },
  }
  const room = { id: roomId, name: head.room.name, ordinal: 1, log: stored(roomId, rows) }
  await database().$transaction((on) => insertActivity(on, head.activity.kind, activity, [room]), { timeout: 60_000 })
  return { ok: true, roomId }
}

function stored(roomId: string, rows: readonly Recorded[]): OpeningRow[] {
  let part = -1
  return rows.map(({ seq, at, by, commandId, audience, event }, index) => {
    part = rows[index - 1]?.commandId === commandId ? part + 1 : 0
    const when = new Date(at).toISOString()
    return { room_id: roomId, seq, at: when, by, command_id: commandId, part, audience, type: event.type, event }
  })
}

/** The choices that its plan shows; nothing is played by them any more. */
function settingsOf({ plan }: RoomState): ActivitySettings {
  const chairs = plan.seats.filter(({ delegation }) => delegation === 'us').length
  return {
    rounds: plan.rounds.map(({ key }) => ({ tension: key, seconds: null })),
    roomCount: 1,
    seatsPerDelegation: Math.min(8, Math.max(1, chairs)),
    seating: 'place',
    practiceSpeed: plan.speed > 1 ? 30 : 1,
    understudies: plan.understudies,
    door: 'ask',
    lateArrivals: 'until-start',
    observers: plan.seats.flatMap((seat) => (seat.delegation === null ? [seat.title.slice(0, 60)] : [])).slice(0, 9),
  }
}

const refused = (fault: RecordFault['fault'], about: string | null = null): Brought => ({
  ok: false,
  fault: { fault, line: null, row: null, about },
})

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

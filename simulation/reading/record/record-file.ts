// A record as a file: its shape, how it is written, and the pseudonyms that replace the ids of people. Rows come in already redacted
// for their reader (`VisibleRow`), so nothing here decides what a reader may see.
import * as z from 'zod/mini'
import { roomPlan } from '../../agenda/plan'
import { ROOM_VERSION, type StoredFormat } from '../../engine/versions'
import {
  type ActorId,
  actorId,
  type CommandId,
  commandId,
  type PersonId,
  personId,
  personOfActor,
} from '../../kernel/ids'
import { RECORD } from '../../kernel/limits'
import { isRedacted, type RedactedRow, type VisibleRow } from '../../secrecy/visible-row'
import type { Audience, Recorded } from '../../shapes/record'
import type { RoomEvent } from '../../shapes/room-event'
import { isChair } from '../../state/actor'
import { type DisplayNames, displayNames } from '../../wire/protocol'

/** In bytes: the rows of the largest record, with a head in which some thousand people are named. */
export const LARGEST_FILE = RECORD.bytes + 1_000_000

export const RECORD_FORMAT = 'track-two-transcript'
/** The version of a file's head; its rows have their own. To be raised, with a lift in `HEADS`, with every change of the head. */
export const RECORD_VERSION = 3
/** No file of version 1 was ever exported, so there is no lift from it. Files of version 2 carry no `rowVersion`: their rows are of version 1. */
export const HEADS: StoredFormat = {
  name: 'record',
  version: RECORD_VERSION,
  lifts: { 2: (head) => ({ ...z.looseObject({}).parse(head), version: RECORD_VERSION, rowVersion: 1 }) },
}
export const OLDEST_RECORD = 2

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** Everything in the file before its rows. */
export const recordHead = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  /** The version of the shape its rows are written in; older rows are lifted before they are checked. */
  rowVersion: z.int().check(z.positive()),
  /** For whom it was written: a chair's record is complete; a person's has redacted rows and cannot be imported again. */
  reader: z.enum(['chair', 'person']),
  room: z.strictObject({ name: title }),
  activity: z.strictObject({
    title,
    kind: roomPlan.shape.kind,
    scenario: z.string().check(z.minLength(1), z.maxLength(60)),
    agenda: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  /** The course it was held in; times are printed in this time zone wherever the record is read. */
  course: z.strictObject({ title, timeZone: z.string().check(z.minLength(1), z.maxLength(64)) }),
  /** Names by pseudonym; an erased person has no entry. */
  roll: displayNames,
})
export type RecordHead = z.infer<typeof recordHead>

/** The fields of the head that the caller of `writeRecord` supplies; the rest follows from the rows and this program's versions. */
type RecordAbout = Omit<RecordHead, 'format' | 'version' | 'rowVersion' | 'roll'>

/**
 * The same record gives the same bytes on every server, so that two files can be compared. For that, people are `p1`, `p2`, … and chairs
 * `c1`, … in the order in which they first appear, commands are numbered likewise, each row is on one line, and the keys of a row's
 * audience and event are sorted. No id of the server that wrote the file is in it.
 */
export function writeRecord(about: RecordAbout, rows: readonly VisibleRow[], names: DisplayNames): string {
  const record = pseudonymous(rows, names)
  const { reader, room, activity, course } = about
  const versions = { version: RECORD_VERSION, rowVersion: ROOM_VERSION }
  const head = { format: RECORD_FORMAT, ...versions, reader, room, activity, course, roll: record.roll }
  const lines = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`)
  return `{\n${lines.join('\n')}\n"rows": [\n${record.rows.map(rowText).join(',\n')}\n]\n}\n`
}

/** A row on one line, the same for equal rows. */
export function rowText(row: Recorded | RedactedRow): string {
  if (isRedacted(row)) return JSON.stringify({ seq: row.seq, sealed: true })
  const { seq, at, by, commandId, audience, event } = row
  return JSON.stringify({ seq, at, by, commandId, audience: inOrder(audience), event: inOrder(event) })
}

/** The same value with the keys of every object sorted, except that `type` comes first. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) => (key === 'type' ? '' : key)
  const sorted = Object.entries(value).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, part]) => [key, inOrder(part)]))
}

/**
 * The rows and the names with every id replaced by its pseudonym, or by the one that `known` gives for a person; `people` has whose is which. Rows that already carry the
 * pseudonyms come back unchanged.
 */
export function pseudonymous<Row extends Recorded | RedactedRow>(
  rows: readonly Row[],
  names: DisplayNames,
  known: (id: PersonId) => PersonId | undefined = () => undefined,
): { rows: readonly Row[]; roll: DisplayNames; people: ReadonlyMap<string, PersonId> } {
  const people = new Map<PersonId, PersonId>()
  const chairs = new Map<ActorId, ActorId>()
  const commands = new Map<CommandId, CommandId>()
  const person = (id: PersonId) => pseudonymFor(people, id, (number) => known(id) ?? personId.parse(`p${number}`))
  const actor = (by: ActorId): ActorId => {
    const self = personOfActor(by)
    if (self) return actorId.parse(`p:${person(self)}`)
    return isChair(by) ? pseudonymFor(chairs, by, (number) => actorId.parse(`chair:c${number}`)) : by
  }
  const renamed = rows.map((row): Row => {
    if (isRedacted(row)) return row
    return {
      ...row,
      by: actor(row.by),
      commandId: pseudonymFor(commands, row.commandId, (number) => commandId.parse(`command-${number}`)),
      audience: audienceOf(row.audience, person),
      event: eventOf(row, person, actor),
    }
  })
  const named = [...people].flatMap(([id, pseudonym]) => {
    // `hasOwn`, because an id in a file may be `constructor` or another key that every object inherits.
    const name = Object.hasOwn(names, id) ? names[id] : undefined
    return name === undefined ? [] : [[pseudonym, name]]
  })
  return { rows: renamed, roll: Object.fromEntries(named), people }
}

function pseudonymFor<T>(known: Map<T, T>, id: T, make: (number: number) => T): T {
  const made = known.get(id) ?? make(known.size + 1)
  known.set(id, made)
  return made
}

const audienceOf = (audience: Audience, person: (id: PersonId) => PersonId): Audience =>
  typeof audience === 'object' && 'person' in audience ? { person: person(audience.person) } : audience

function eventOf({ event }: Recorded, person: (id: PersonId) => PersonId, actor: (by: ActorId) => ActorId): RoomEvent {
  if (event.type === 'StatementPosted') return { ...event, author: actor(event.author) }
  if (event.type === 'FloorEnded' && event.speaker !== undefined) return { ...event, speaker: actor(event.speaker) }
  return 'person' in event ? { ...event, person: person(event.person) } : event
}

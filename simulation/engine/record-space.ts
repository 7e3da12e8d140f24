// How much of a record's space its rows take, and who may still add to it (rules D35 and D36): every record that a room can reach can be
// brought again.
import { type ActorId, CLOCK, OPERATOR, personOfActor } from '../kernel/ids'
import { RECORD } from '../kernel/limits'
import { changesWords } from '../questions/strikes'
import type { Recorded } from '../shapes/record'
import type { RoomCommand } from '../shapes/room-command'
import { isChair } from '../state/actor'

type Space = Readonly<{ rows: number; bytes: number }>
/** What the rows of a room take, and of it what each person, chair and understudy took. */
export type SpaceTaken = Space & Readonly<{ by: ReadonlyMap<ActorId, Space> }>

const NOTHING: Space = { rows: 0, bytes: 0 }
export const NOTHING_TAKEN: SpaceTaken = { ...NOTHING, by: new Map() }

/** Words taken off, or put back, have the whole record read anew: each counts as so many rows. */
const WORDS_OFF = 100
/** In a file a command may have a longer name than in the log, and each row ends in two signs more. */
const IN_FILE = 20

/** Shares of a record's space. TOLD: the chair is warned. FOR_PEOPLE: people may fill up to here. FOR_PROCEDURE: chair and clock up to here. FOR_END: what ends a room. FOR_ONE: the most of one person. */
const TOLD = 0.8
const FOR_PEOPLE = 0.9
const FOR_PROCEDURE = 0.975
const FOR_END = 0.995
const FOR_ONE = 0.1
/** What a sealed post takes more when it opens: its author and its instant. */
const IN_OPENING = 200

export function takenWith(before: SpaceTaken, rows: readonly Recorded[]): SpaceTaken {
  let all: Space = before
  const by = new Map(before.by)
  for (const row of rows) {
    const takes = spaceOf(row)
    all = sum(all, takes)
    by.set(row.by, sum(by.get(row.by) ?? NOTHING, takes))
  }
  return { rows: all.rows, bytes: all.bytes, by }
}

/** A sealed post takes the space of its copy at once (H6): a phase can always be ended, whatever is sealed in it. */
function spaceOf(row: Recorded): Space {
  const { event } = row
  if (event.type === 'StatementPosted' && event.unseals !== null) return NOTHING
  const bytes = bytesOf(JSON.stringify(row)) + IN_FILE
  if (event.type === 'PostSealed' || event.type === 'PostRevised') return { rows: 2, bytes: 2 * bytes + IN_OPENING }
  return { rows: changesWords(row) ? WORDS_OFF : 1, bytes }
}

const sum = (a: Space, b: Space): Space => ({ rows: a.rows + b.rows, bytes: a.bytes + b.bytes })
const partOf = ({ rows, bytes }: Space): number => Math.max(rows / RECORD.rows, bytes / RECORD.bytes)

/** The bytes of a text in UTF-8, and of half a character as many as of a whole one. */
function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
  }
  return bytes
}

/** What ends a room, or lets somebody end their part, beside all that may be done once it is closed. */
const ENDS: ReadonlySet<RoomCommand['type']> = new Set(['unsealRecord', 'removePerson', 'giveExtraTime'])

/** Why a command may not be done that leaves so much taken; null where it may. `afterClosing`: whether it may be given once the room is closed. */
export function overfull(
  taken: SpaceTaken,
  by: ActorId,
  command: RoomCommand,
  afterClosing: boolean,
): FullnessRefusal | null {
  const { type } = command
  // A room can always be closed, and the operator always take words off.
  if (type === 'closeRoom' || by === OPERATOR) return null
  const full = partOf(taken)
  const isPresence = type === 'markAbsent' || type === 'markReturned'
  // What a deadline hands in for somebody is procedure, and so is a report.
  if (isPresence || !(isChair(by) || by === CLOCK || type === 'handIn' || type === 'reportLine')) {
    if (full > FOR_PEOPLE) return 'record-full'
    if (personOfActor(by) !== null && partOf(taken.by.get(by) ?? NOTHING) > FOR_ONE) return 'own-share'
  }
  return full > (afterClosing || ENDS.has(type) ? FOR_END : FOR_PROCEDURE) ? 'record-at-end' : null
}

const FULLNESS_REFUSALS = ['record-full', 'record-at-end', 'own-share'] as const
type FullnessRefusal = (typeof FULLNESS_REFUSALS)[number]
/** Whether a command was refused for want of space, which only another command can change. */
export const isForSpace = (rejection: string): boolean => FULLNESS_REFUSALS.some((each) => each === rejection)

export const FULLNESS = ['filling', 'full'] as const
export type Fullness = (typeof FULLNESS)[number]

/** What its chair is told of a record: that it fills, or that its people can add nothing more; null while there is space. */
export function fullness(taken: SpaceTaken): Fullness | null {
  const full = partOf(taken)
  return full >= FOR_PEOPLE ? 'full' : full >= TOLD ? 'filling' : null
}

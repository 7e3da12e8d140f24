// How much of a record's space its rows take, and who may still add to it (rules D35 and D36): every record that a room can reach can be
// brought again.
import { type ActorId, CLOCK, personOfActor } from '../kernel/ids'
import { RECORD } from '../kernel/limits'
import { changesWords } from '../questions/strikes'
import type { Recorded } from '../shapes/record'
import type { RoomCommand } from '../shapes/room-command'
import type { Rejection } from '../shapes/verdict'
import { isChair } from '../state/actor'
import type { RoomState } from '../state/room-state'

type Space = Readonly<{ rows: number; bytes: number }>
/** What the rows of a room take, and of it what each person, chair and understudy took. */
export type SpaceTaken = Space & Readonly<{ by: ReadonlyMap<ActorId, Space> }>

export const NOTHING_TAKEN: SpaceTaken = { rows: 0, bytes: 0, by: new Map() }

/** Words taken off, or put back, have the whole record read anew: each counts as so many rows. */
const WORDS_OFF = 100
/** In a file a command may have a longer name than in the log, and each row ends in two signs more. */
const IN_FILE = 20

/** Parts of a record's space: from where its chair is told; how far its people, and then chair and clock, may fill it; and how much is one person's. */
const TOLD = 0.8
const FOR_PEOPLE = 0.9
const FOR_PROCEDURE = 0.975
const FOR_ONE = 0.1
/** In rows. */
export const MOST_OF_PEOPLE = RECORD.rows * FOR_PEOPLE

export function takenWith(before: SpaceTaken, rows: readonly Recorded[]): SpaceTaken {
  let all: Space = before
  const by = new Map(before.by)
  for (const row of rows) {
    const takes = { rows: changesWords(row) ? WORDS_OFF : 1, bytes: bytesOf(JSON.stringify(row)) + IN_FILE }
    all = sum(all, takes)
    by.set(row.by, sum(by.get(row.by) ?? NOTHING_TAKEN, takes))
  }
  return { rows: all.rows, bytes: all.bytes, by }
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

/** Why a command may not be done that leaves so much taken; null where it may. `afterClosing`: whether it may be given once the room is closed. */
export function overfull(
  taken: SpaceTaken,
  by: ActorId,
  command: RoomCommand,
  afterClosing: boolean,
): Rejection | null {
  const full = partOf(taken)
  const isPresence = command.type === 'markAbsent' || command.type === 'markReturned'
  // What a deadline hands in for somebody is procedure.
  if (isPresence || !(isChair(by) || by === CLOCK || command.type === 'handIn')) {
    if (full > FOR_PEOPLE) return 'record-full'
    if (personOfActor(by) !== null && partOf(taken.by.get(by) ?? NOTHING_TAKEN) > FOR_ONE) return 'own-share'
  }
  const ends = command.type === 'closeRoom' || afterClosing
  return full > (ends ? 1 : FOR_PROCEDURE) ? 'record-at-end' : null
}

/** What its chair is told of a record of so many rows, in which these words are off: that it fills, or that its people can add nothing more; null while there is space. */
export function fullness(
  rows: number,
  { strikes, withdrawn }: Pick<RoomState, 'strikes' | 'withdrawn'>,
): 'filling' | 'full' | null {
  const off = Object.values(strikes).flat().length + Object.keys(withdrawn).length
  const full = partOf({ rows: rows + off * (WORDS_OFF - 1), bytes: 0 })
  return full >= FOR_PEOPLE ? 'full' : full >= TOLD ? 'filling' : null
}

// Gives an entry its number, on the public record or among the private entries (rules R7, R11, T4). Which events are entries, and
// which are private, each topic's `definitions.ts` says (`numbering`).

import type { Recorded } from '../shapes/record'
import type { NextRoom } from '../state/next-room'
import { countPrivate } from '../state/private-numbers'
import type { EntryNumbering } from '../topics/topic'

/**
 * Adds a row as an entry to the room that has folded it. A public entry's number counts public entries only, so that every reader, who
 * holds different private rows, arrives at the same number; a private event carries its number itself.
 */
export function addEntry(
  room: NextRoom,
  place: NonNullable<EntryNumbering>,
  { seq, at, by, audience, event }: Recorded,
): void {
  const phase = room.agenda.index
  if (place === 'record') {
    room.record = room.record.append({ no: String(room.record.length + 1), seq, at, by, phase, audience, event })
    return
  }
  const { no } = place
  room.privateEntries = room.privateEntries.append({ no, seq, at, by, phase, audience, event })
  countPrivate(room, no)
}

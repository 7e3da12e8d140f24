// The numbers that entries of the record get (rules R7, R11, T4).
// It must not know which events are entries, nor how one reads: their topics say so.

import type { EntryNumbering } from '../topics/topic'
import type { NextRoom } from './next-room'
import { countPrivate } from './private-numbers'
import type { Recorded } from './record'

/**
 * Enters a row in the room that has folded it.
 * Public numbers count public events only, so that every reader counts alike; private ones carry their own.
 */
export function addEntry(room: NextRoom, place: NonNullable<EntryNumbering>, { seq, at, by, event }: Recorded): void {
  const phase = room.agenda.index
  if (place === 'record') {
    room.record = room.record.append({ no: String(room.record.length + 1), seq, at, by, phase, event })
    return
  }
  const { no } = place
  room.privateEntries = room.privateEntries.append({ no, seq, at, by, phase, event })
  countPrivate(room, no)
}

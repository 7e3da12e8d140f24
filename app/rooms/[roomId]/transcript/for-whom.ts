// The audience of an exported or printed record: the class, unless the reader asks for entries that are private to them too.
import type { Translate } from '#format/translate'
import { fold } from '#simulation/engine/room'
import type { Viewer } from '#simulation/kernel/viewer'
import type { ForWhom } from '#simulation/reading/drawing'
import { forTheClass, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'

/** Parses the URL's value; any other value means the class, so that a mistake discloses nothing. */
export const readForWhom = (asked: string | null): ForWhom => (asked === 'reader' ? 'reader' : 'class')

/** The record limited to what the whole class may read: no reflections, private notes, calls for help or sealed entries. */
export function asTheClassReads<R extends { told: readonly VisibleRow[]; state: RoomState }>(reading: R): R {
  const told = forTheClass(reading.told, reading.state.unsealedAt !== null)
  const state = fold(told)
  if (!state) throw new Error('A record that nobody opened cannot be read to the class.')
  return { ...reading, told, state }
}

/** "For the class", "For staff: …": the first line of a file. */
export function forWhomWords(t: Translate<'transcript'>, forWhom: ForWhom, viewer: Viewer): string {
  if (forWhom === 'class') return t('for.class')
  return t(viewer.kind === 'chair' ? 'for.staff' : 'for.one')
}

// For whom a record leaves the house, as a file or on paper: for the class, unless its reader asks for what is private to them as well.
import type { Translate } from '#format/translate'
import { fold } from '#simulation/kernel/room'
import type { Viewer } from '#simulation/secrecy/viewer'
import { forTheClass, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { TranscriptData } from './transcript-data'

export type ForWhom = 'class' | 'reader'

/** As an address asks for it; whatever else stands there is for the class. */
export const readForWhom = (asked: string | null): ForWhom => (asked === 'reader' ? 'reader' : 'class')

/** The same record with only what the whole class may read: no reflection, no private note, no call for help, nothing still sealed. */
export function asTheClassReads<R extends TranscriptData & { told: readonly VisibleRow[] }>(reading: R): R {
  const told = forTheClass(reading.told, reading.state.unsealedAt !== null)
  const state = fold(told)
  if (!state) throw new Error('A record that nobody opened cannot be read to the class.')
  return { ...reading, told, state }
}

/** "For the class", "For staff: …": what a file says first. */
export function forWhomWords(t: Translate, forWhom: ForWhom, viewer: Viewer): string {
  if (forWhom === 'class') return t('for.class')
  return t(viewer.kind === 'chair' ? 'for.staff' : 'for.one')
}

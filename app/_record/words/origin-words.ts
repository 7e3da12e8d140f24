// The words for where somebody's words came from: "from the brief, a third changed".
import type { Translate } from '#format/translate'
import type { Origin } from '#simulation/reading/log/origin'

/** The shares for which there is a word, with the least share that is called so. */
const PARTS = [
  ['two-thirds', 0.59],
  ['half', 0.42],
  ['third', 0.29],
  ['quarter', 0.18],
  ['tenth', 0.06],
  ['few', Number.MIN_VALUE],
] as const

export const partOf = (changed: number) => PARTS.find(([, least]) => changed >= least)?.[0] ?? 'none'

/** `record` translates the namespace `record`. */
export const originWords = (origin: Origin, record: Translate<'record'>): string =>
  origin.from === 'own' ? record('origin.own') : record(`origin.${origin.from}`, { part: partOf(origin.changed) })

/** Of words on the record only what is not the speaker's own is said. */
export const borrowedWords = (origin: Origin | null | undefined, record: Translate<'record'>): string | null =>
  !origin || origin.from === 'own' ? null : originWords(origin, record)

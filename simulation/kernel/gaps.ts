// The signs that stand in a text for words that are gone: a gap for words taken off, and the fingerprint of words redacted.
// simulation/engine/masking.ts puts gaps in; nobody can type one (typed-words.ts).
import { withTurnsShown } from './bidi'

import { lengthOf } from './lengths'

/** Words were taken off here. */
export const GAP = '\uFFFC'

/** Words were redacted here: the SHA-256 of them with a salt, between two gaps. */
export const redactedGap = (fingerprint: string): string => `${GAP}${fingerprint}${GAP}`
/** Wherever words were redacted in a text. */
export const REDACTED = /\uFFFC[0-9a-f]{64}\uFFFC/
const FINGERPRINT = /^\uFFFC([0-9a-f]{64})\uFFFC$/

/** The parts by which a place in a text is counted: a fingerprint with its gaps is one, else each code point is. */
export const unitsOf = (text: string): string[] => text.match(/\uFFFC[0-9a-f]{64}\uFFFC|[\s\S]/gu) ?? []

export const isGap = (unit: string): boolean => unit.startsWith(GAP)
export const isRedactedGap = (unit: string): boolean => FINGERPRINT.test(unit)

export type TextPart =
  | Readonly<{ kind: 'words'; text: string }>
  /** `fingerprint` of words that were redacted; null where they were taken off. */
  | Readonly<{ kind: 'gap'; fingerprint: string | null }>

/** A text in its order, words and gaps, as it is shown: a sign that would turn the line is named in its place (D24). */
export function textParts(written: string): readonly TextPart[] {
  const text = withTurnsShown(written)
  if (!text.includes(GAP)) return text === '' ? [] : [{ kind: 'words', text }]
  const parts: TextPart[] = []
  for (const unit of unitsOf(text)) {
    const last = parts.at(-1)
    if (isRedactedGap(unit)) parts.push({ kind: 'gap', fingerprint: FINGERPRINT.exec(unit)?.[1] ?? null })
    else if (unit !== GAP && last?.kind === 'words') parts[parts.length - 1] = { kind: 'words', text: last.text + unit }
    else if (unit !== GAP) parts.push({ kind: 'words', text: unit })
    else if (last?.kind !== 'gap' || last.fingerprint !== null) parts.push({ kind: 'gap', fingerprint: null })
  }
  return parts
}

/** How many words a text has, gaps not counted. */
export const wordCount = (text: string): number =>
  textParts(text).reduce((sum, part) => sum + (part.kind === 'words' ? lengthOf(part.text).count : 0), 0)

// The transcript cut into sections where its phases change, each with the range of its entry numbers.
import { isPublicNumber } from '../../state/numbered-entries'
import type { Paragraph } from '../log/transcript'

export type Section = {
  phase: number
  entries: readonly Paragraph[]
  /** First and last public entry number in it; null where it holds only private entries, which are numbered by another sequence. */
  range: readonly [string, string] | null
}

export function sectionsOf(entries: readonly Paragraph[]): readonly Section[] {
  const sections: { phase: number; entries: Paragraph[] }[] = []
  for (const entry of entries) {
    const last = sections.at(-1)
    if (last?.phase === entry.phase) last.entries.push(entry)
    else sections.push({ phase: entry.phase, entries: [entry] })
  }
  return sections.map((section) => ({ ...section, range: rangeOf(section.entries) }))
}

/** First and last public entry number of an excerpt; null where it holds private entries only. */
export function rangeOf(entries: readonly Paragraph[]): readonly [string, string] | null {
  const numbers = entries.filter(({ no }) => isPublicNumber(no))
  const [first, last] = [numbers[0], numbers.at(-1)]
  return first && last ? [first.no, last.no] : null
}

/** Of these entries' numbers, the public one nearest to a public number, of two the earlier; null where there is none. */
export function nearestNumber(numbers: readonly string[], target: string): string | null {
  const far = (no: string) => Math.abs(Number(no) - Number(target))
  return numbers
    .filter((no) => isPublicNumber(no) && isPublicNumber(target))
    .reduce<string | null>((best, no) => (best === null || far(no) < far(best) ? no : best), null)
}

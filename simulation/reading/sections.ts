// The record cut where its phases change, each section with the range of its numbers. It must not know how a section is headed.
import type { Paragraph } from './transcript'

export type Section = {
  phase: number
  entries: readonly Paragraph[]
  /** First and last public number in it; none where it holds private matter only. */
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

/** The public numbers an excerpt runs from and to. */
export function rangeOf(entries: readonly Paragraph[]): readonly [string, string] | null {
  const numbers = entries.filter(({ no }) => /^\d/.test(no))
  const [first, last] = [numbers[0], numbers.at(-1)]
  return first && last ? [first.no, last.no] : null
}

// Words of the record with what was looked for marked in them. Who found it, and by which spelling, is outside.
import type { ReactNode } from 'react'
import { type Highlights, highlightedParts } from '#simulation/reading/search-text'
import { MarkedText } from '#ui/marked-text'

/** The plain words where nothing is marked, so that a line without a search stays what it was. */
export function withMarks(text: string, marks: Highlights | null | undefined): ReactNode {
  if (!marks) return text
  const parts = highlightedParts(text, marks)
  return parts.some(({ marked }) => marked) ? <MarkedText parts={parts} /> : text
}

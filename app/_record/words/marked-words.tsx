// Text of the record with the search's matches highlighted. The matching is done in the search.
import type { ReactNode } from 'react'
import { type Highlights, highlightedParts } from '#simulation/kernel/search-text'
import { MarkedText } from '#ui/words/marked-text'

/** Without matches this is the plain string, so that an entry renders the same as without a search. */
export function withMarks(text: string, marks: Highlights | null | undefined): ReactNode {
  if (!marks) return text
  const parts = highlightedParts(text, marks)
  return parts.some(({ marked }) => marked) ? <MarkedText parts={parts} /> : text
}

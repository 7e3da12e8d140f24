// Threads as Web Annotations, in the JSON of the W3C (https://www.w3.org/TR/annotation-model/): each comment a body, the entry's address the
// source, and where it is about some words, these by quote and by position.
import type { ShownComment, ShownThread } from './annotations'

/** `entryAt` makes the whole address of an entry, and `nameOf` says who wrote a comment. */
export type WebNames = {
  entryAt: (no: string) => string
  nameOf: (comment: ShownComment) => string
  /** The words of an entry. */
  wordsAt: (no: string) => string
}

export function webAnnotations(threads: readonly ShownThread[], names: WebNames): string {
  const items = threads.map((thread) => annotation(thread, names))
  return `${JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: items.length, first: { type: 'AnnotationPage', startIndex: 0, items } }, null, 1)}\n`
}

function annotation(
  { id, entry, span, for: whom, tags, comments }: ShownThread,
  { entryAt, nameOf, wordsAt }: WebNames,
) {
  // The model counts code points (section 4.2.5).
  const start = span ? [...wordsAt(entry).slice(0, span.offset)].length : 0
  const selector = span && [
    { type: 'TextQuoteSelector', exact: span.quote },
    { type: 'TextPositionSelector', start, end: start + [...span.quote].length },
  ]
  const bodies = comments.map((comment) => ({
    type: 'TextualBody',
    purpose: 'commenting',
    format: 'text/plain',
    value: comment.text ?? '',
    created: new Date(comment.at).toISOString(),
    creator: { type: 'Person', name: nameOf(comment) },
  }))
  const tagged = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    audience: { type: 'Audience', name: whom },
    body: [...bodies, ...tagged],
    target: { source: entryAt(entry), ...(selector ? { selector } : {}) },
  }
}

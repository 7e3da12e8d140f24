// Annotations as a slice beside the log: what is told of them (H22).
import type { AnnotationNews } from '../../reading/record/annotations'
import { defineBeside } from '../kind/define-beside'

export const annotations = defineBeside({
  key: 'annotations',
  settings: {},
  // Somebody's annotation on an entry of theirs, and an answer to their own.
  news: { annotated: 'morning', annotationAnswered: 'morning' },
  tells: (all: readonly AnnotationNews[]) => all.map(({ kind, id, entry, at }) => ({ kind, named: id, at, entry })),
})

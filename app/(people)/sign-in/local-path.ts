// Where to go after signing in: only ever a page of this site, so that a link cannot send somebody elsewhere.
import { coursesPath } from '#paths'

const HERE = 'http://here.invalid'

/**
 * What is judged is the address that comes out, not the one that went in: while it is read, dots are folded, tabs fall out and
 * strokes turn, and what was a page of ours may have become the name of another site.
 */
export function localPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return coursesPath()
  const url = new URL(wanted, HERE)
  const path = `${url.pathname}${url.search}`
  return url.origin === HERE && /^\/(?![/\\])/.test(path) ? path : coursesPath()
}

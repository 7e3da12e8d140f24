// Where to go after signing in: only ever a page of this site, so that a link cannot send somebody elsewhere.
import { coursesPath } from '#paths'

/** Whether a page is one of a student's own, so that whoever asks for it is probably a student: their page, or a room. */
export const isStudentsPage = (path: string): boolean => /^\/(?:my|rooms)(?:[/?#]|$)/.test(path)

const HERE = 'http://here.invalid'

/**
 * Checks the resolved URL and not the text: resolving removes tabs and dots and turns backslashes, so `/\evil.example` looks local as text
 * and leads to another site.
 */
export function localPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return coursesPath()
  const url = new URL(wanted, HERE)
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === HERE && /^\/(?![/\\])/.test(path) ? path : coursesPath()
}

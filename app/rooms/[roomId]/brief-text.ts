// The brief's prose cut into words and anchors: `[E3.1]` and `[beyond the essay]` stand inside the sentences.
// It must not know how either is drawn.

export type Piece = { kind: 'words'; text: string } | { kind: 'anchor'; id: string } | { kind: 'beyond' }

const MARK = /\[(E\d\.\d|beyond the essay)\]/g
export const BEYOND = 'beyond the essay'

export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ kind: 'words', text: text.slice(from, match.index) })
    found.push(match[1] === BEYOND ? { kind: 'beyond' } : { kind: 'anchor', id: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ kind: 'words', text: text.slice(from) })
  return found
}

/** The anchors of a line that its prose does not already carry. */
export const anchorsBeside = (text: string, anchors: readonly string[]): readonly string[] =>
  anchors.filter((anchor) => !text.includes(`[${anchor}]`))

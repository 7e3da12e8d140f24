// The brief's prose cut into words and anchors: `[E3.1]` and, for what no source says, `[beyond the …]` stand inside the sentences.
// It must not know how either is drawn.

export type Piece = { kind: 'words'; text: string } | { kind: 'anchor'; id: string } | { kind: 'beyond'; mark: string }

/** One mark, or several in one pair of square brackets: `[E2.3, E5.1]`. */
const ONE = String.raw`(?:[A-Z]\d{1,2}\.\d{1,2}|beyond the [a-z][a-z ]{1,40})`
const MARK = new RegExp(String.raw`\[(${ONE}(?:, ${ONE})*)\]`, 'g')

/** Said of what is in none of the sources. */
export const isBeyond = (mark: string): boolean => mark.startsWith('beyond ')

export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ kind: 'words', text: text.slice(from, match.index) })
    for (const [place, mark] of marksOf(match[1]).entries()) {
      if (place > 0) found.push({ kind: 'words', text: ' ' })
      found.push(isBeyond(mark) ? { kind: 'beyond', mark } : { kind: 'anchor', id: mark })
    }
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ kind: 'words', text: text.slice(from) })
  return found
}

const marksOf = (list: string | undefined): readonly string[] => list?.split(', ') ?? []

/** The anchors of a line that its prose does not already carry. */
export function anchorsBeside(text: string, anchors: readonly string[]): readonly string[] {
  const carried = new Set([...text.matchAll(MARK)].flatMap((match) => marksOf(match[1])))
  return anchors.filter((anchor) => !carried.has(anchor))
}

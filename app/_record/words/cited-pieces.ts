// Splits a text of the scenario into words and citations: `[E3.1]`, `[fact:chips]`, and in older logs `[beyond the …]` for claims that no
// source makes.

type Piece =
  | { kind: 'words'; text: string }
  /** `closing`: the stops and closing marks right behind it. They are set with the mark: a line that began with a full stop would look torn. */
  | { kind: 'cited' | 'beyond'; mark: string; closing: string }

const CLOSING = /^[.,;:!?)\]’”»…、。，；：！？）」』]+/u

/** One mark; several may share a pair of square brackets: `[E2.3, fact:chips]`. */
const ONE = String.raw`(?:[A-Z]\d{1,2}\.\d{1,2}|fact:[a-z0-9-]{1,60}|beyond the [a-z][a-z ]{1,40})`
const MARK = new RegExp(String.raw`\[(${ONE}(?:, ${ONE})*)\]`, 'g')

/** Whether a mark says that no source makes the claim. */
export const isBeyond = (mark: string): boolean => mark.startsWith('beyond ')

export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ kind: 'words', text: text.slice(from, match.index) })
    const end = match.index + match[0].length
    const [closing = ''] = CLOSING.exec(text.slice(end)) ?? []
    const marks = marksOf(match[1])
    for (const [place, mark] of marks.entries()) {
      if (place > 0) found.push({ kind: 'words', text: ' ' })
      const isLast = place === marks.length - 1
      found.push({ kind: isBeyond(mark) ? 'beyond' : 'cited', mark, closing: isLast ? closing : '' })
    }
    from = end + closing.length
  }
  if (from < text.length) found.push({ kind: 'words', text: text.slice(from) })
  return found
}

const marksOf = (list: string | undefined): readonly string[] => list?.split(', ') ?? []

/** The marks that the text does not cite itself. */
export function anchorsBeside(text: string, anchors: readonly string[]): readonly string[] {
  const carried = new Set([...text.matchAll(MARK)].flatMap((match) => marksOf(match[1])))
  return anchors.filter((anchor) => !carried.has(anchor))
}

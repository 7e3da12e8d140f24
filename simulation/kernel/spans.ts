// Some words of a text, kept by what they are and where they begin, as in the W3C's Web Annotation: so they are found again where the text
// around them has changed.

/** `quote` begins at `offset` of a text, in UTF-16 units. */
export type Span = Readonly<{ quote: string; offset: number }>

/** Where the words of a span stand in a text now: at its place, else where they stand nearest to it; null where they are gone. */
export function spanIn(text: string, { quote, offset }: Span): Span | null {
  const at = text.startsWith(quote, offset) ? offset : nearest(text, quote, offset)
  return at === null ? null : { quote, offset: at }
}

/** The signs in which a text and what a page shows of it differ: stars and list hyphens (rule H21), and white space. */
const LAYOUT = /[\s*-]/

/** The stretch of a text that reads as these words, whatever layout stands within either; the one nearest to `near`. */
export function stretchOf(text: string, words: string, near: number): Span | null {
  const places = [...text].reduce<{ at: number; kept: number[] }>(
    ({ at, kept }, letter) => {
      if (!LAYOUT.test(letter)) for (let unit = 0; unit < letter.length; unit += 1) kept.push(at + unit)
      return { at: at + letter.length, kept }
    },
    { at: 0, kept: [] },
  ).kept
  const bare = places.map((at) => text[at]).join('')
  const sought = [...words].filter((letter) => !LAYOUT.test(letter)).join('')
  if (sought === '') return null
  const found = nearest(
    bare,
    sought,
    places.findIndex((at) => at >= near),
  )
  const first = found === null ? undefined : places[found]
  const last = found === null ? undefined : places[found + sought.length - 1]
  return first === undefined || last === undefined ? null : { quote: text.slice(first, last + 1), offset: first }
}

function nearest(text: string, words: string, to: number): number | null {
  let best: number | null = null
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - to) < Math.abs(best - to)) best = at
  return best
}

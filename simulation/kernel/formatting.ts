// What the few signs in written words mean: emphasis, a list, the address of a page. Nothing else is markup, and words are never HTML.

/** A stretch of one line; `link` is the address as it was typed, and is shown whole. */
type Stretch = Readonly<{ kind: 'words' | 'emphasis' | 'link'; text: string }>
export type FormattedLine = Readonly<{ isItem: boolean; stretches: readonly Stretch[] }>

/** Letters between which a star is a sign of its own; scripts without spaces have none there to say so. */
const SPACED = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}`
const EMPHASIS = String.raw`(?<![${SPACED}*\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![${SPACED}*])`
/** A name before an @ would pass for the host, and letters of other scripts in a host for Latin ones. */
const LINK = String.raw`(?<![\p{L}\p{N}])https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?![\p{L}\p{N}_-]|[a-z0-9.@:-]*@)(?:[/?#][^\s<>"“”«»「」『』（）。、，；：！？]*)?`
const SIGNS = new RegExp(`${EMPHASIS}|(${LINK})`, 'giu')
/** What ends the sentence around an address, and a bracket that opened before it; begun where a row of them begins, or a long row is gone through from each of its signs. */
const AFTER_LINK = /(?<![.,;:!?'’”*\])])[.,;:!?'’”*\])]+$/u
const ITEM = /^[ \t]*[-•] (?=\S)/
const MAY_HOLD = /\*|https?:\/\/|^[ \t]*[-•] /im

/** The lines of a text; null where it holds no sign, and reads as it is. */
export function formattedLines(text: string): readonly FormattedLine[] | null {
  if (!MAY_HOLD.test(text)) return null
  return text.split('\n').map((line) => {
    const isItem = ITEM.test(line)
    return { isItem, stretches: stretchesOf(isItem ? line.replace(ITEM, '') : line) }
  })
}

function stretchesOf(line: string): readonly Stretch[] {
  const found: Stretch[] = []
  let from = 0
  const add = (kind: Stretch['kind'], text: string) => {
    if (text !== '') found.push({ kind, text })
  }
  for (const { 0: whole, 1: stressed, 2: address, index } of line.matchAll(SIGNS)) {
    const link = address?.replace(AFTER_LINK, '')
    add('words', line.slice(from, index))
    if (stressed !== undefined) add('emphasis', stressed)
    else add('link', link ?? '')
    from = index + (link?.length ?? whole.length)
  }
  add('words', line.slice(from))
  return found
}

/** The words without the signs of emphasis, as a search finds them. */
export const withoutSigns = (text: string): string =>
  formattedLines(text)
    ?.map(({ stretches }) => stretches.map((each) => each.text).join(''))
    .join('\n') ?? text

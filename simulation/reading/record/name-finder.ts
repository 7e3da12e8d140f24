// Whether words name somebody: one finder for what is published and what leaves for research.
import { folded } from '../../kernel/search-text'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts without spaces between words, and Korean, whose endings are written onto its words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー〇]+/gu
const hasUnspaced = (text: string): boolean => text.search(UNSPACED) !== -1
const isLong = (part: string): boolean => [...part].length > 1

/**
 * Whether a text holds one of these names or a part of one, in any case, width and accents: as a word, or in a script without spaces wherever
 * it stands. Addresses and numbers are looked for whole. It errs to the safe side: a name that is an ordinary word too is found in it.
 * Words are looked up, so a text takes no longer among many names.
 */
export function nameFinder(names: readonly string[]): (text: string) => boolean {
  const parts = new Set<string>()
  const lengths = new Set<number>()
  const whole = new Map<string, string[]>()
  for (const name of new Set(names.map((each) => folded(each).trim()))) {
    const words = name.match(WORD) ?? []
    const [first] = words
    if (first !== undefined && isLong(name) && /[@\p{Nd}]/u.test(name))
      whole.set(first, [...(whole.get(first) ?? []), name])
    if (/@|^\S*\p{Nd}\S*$/u.test(name) && !hasUnspaced(name)) continue
    for (const word of [...words, words.join('')]) {
      const part = hasUnspaced(word) ? word.replace(/\p{Nd}+/gu, '') : word
      if (!isLong(part) || /\p{Nd}/u.test(part)) continue
      parts.add(part)
      if (hasUnspaced(part)) lengths.add(part.length)
    }
  }
  const holdsRun = (run: string) =>
    run.split('').some((_, at) => [...lengths].some((length) => parts.has(run.slice(at, at + length))))
  return (text) => {
    const plain = folded(text)
    const words = plain.replace(UNSPACED, ' ').match(WORD) ?? []
    return (
      words.some((word) => parts.has(word) || whole.get(word)?.some((name) => standsIn(plain, name))) ||
      (lengths.size > 0 && (plain.match(WORD) ?? []).some((run) => hasUnspaced(run) && holdsRun(run)))
    )
  }
}

/** Not within a longer word. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (
      !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + name.length))
    )
      return true
  return false
}

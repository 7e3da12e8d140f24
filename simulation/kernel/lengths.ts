// How long a text is, in any language: the one count of what people write (rules E5, H19). It is the same in every browser and on the
// server, which `Intl.Segmenter` is not: where it finds a word depends on the runtime.

/** Letters of scripts that are written without spaces between words, and of Hangul, of which writers count the letters too. */
const COUNTED_LETTER = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')
const LETTERS = new RegExp(String.raw`(?=\p{L})[${COUNTED_LETTER}]\p{M}*`, 'gu')
/** Letters and digits, with what joins them in one word: `don’t`, `e-mail`, `1,000`, `ministry@example.org`. */
const WORDS = /[\p{L}\p{N}\p{M}]+(?:['’.,:/@&_+\u2010-]+[\p{L}\p{N}\p{M}]+)*/gu

export type Length = Readonly<{
  count: number
  /** What was counted: of a text of several scripts both. */
  unit: 'words' | 'characters' | 'both'
}>

/** The words of a text, and of scripts without spaces and Hangul the letters. */
export function lengthOf(text: string): Length {
  const whole = text.normalize('NFC')
  const letters = whole.match(LETTERS)?.length ?? 0
  const words = whole.replace(LETTERS, ' ').match(WORDS)?.length ?? 0
  return { count: words + letters, unit: letters === 0 ? 'words' : words === 0 ? 'characters' : 'both' }
}

/** What is asked of the length of a text. */
export type Bounds = Readonly<{
  /** By `lengthOf`; 0 where none. */
  least: number
  /** By `lengthOf`; null where only letters are counted. */
  most: number | null
  /** The most letters (UTF-16 units). */
  letters: number
}>

/** Why a text is not taken, and by how much; null where it is. `signs` are letters, spaces and all else that is typed. */
export type LengthFault = Readonly<{ kind: 'short' | 'long'; by: number; unit: Length['unit'] | 'signs' }>

export function lengthFault(text: string, { least, most, letters }: Bounds): LengthFault | null {
  const words = text.trim()
  const { count, unit } = lengthOf(words)
  if (most !== null && count > most) return { kind: 'long', by: count - most, unit }
  if (words.length > letters) return { kind: 'long', by: words.length - letters, unit: 'signs' }
  return count < least ? { kind: 'short', by: least - count, unit } : null
}

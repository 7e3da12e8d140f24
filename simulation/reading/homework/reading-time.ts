// How long words are to stand where somebody reads along (rule D27).

/** At the least, and for each letter, or character of a script without spaces; in milliseconds. */
const READING = { least: 1_200, letter: 45, character: 120 }
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** How long it takes to read these words, in milliseconds. */
export function readingMs(text: string): number {
  const characters = text.match(CHARACTERS)?.length ?? 0
  return Math.max(READING.least, characters * READING.character + (text.length - characters) * READING.letter)
}

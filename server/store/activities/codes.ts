/** Codes for the door: six characters that cannot be misread, shown in two groups of three. It knows no activity. */
import { randomInt } from 'node:crypto'
import { joinCodePath } from '#simulation/wire/paths'

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: nothing that two people would read aloud differently. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY'

export function drawCode(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** The code somebody meant, whatever they did with capitals, dashes and spaces; null if it cannot be one. */
export function parseCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length === 6 && [...plain].every((letter) => alphabet.includes(letter)) ? plain : null
}

export function showCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`
}

/** The address behind the QR: the code, and the word that spares whoever brings it every wait. */
export function doorPath(code: string, word: string): string {
  return joinCodePath(showCode(code), word)
}

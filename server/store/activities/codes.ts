/** Join codes: six characters that cannot be misread, shown in two groups of three. */
import { randomInt } from 'node:crypto'
import { joinCodePath } from '#simulation/wire/paths'
import type { Database } from '../../base/database'

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: pairs that are confused when read from a projector. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY'

export function drawCode(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A code that no activity has. */
export async function findFreeCode(on: Database): Promise<string> {
  for (;;) {
    const code = drawCode()
    if ((await on.activity.count({ where: { code } })) === 0) return code
  }
}

/** The code in stored form, whatever capitals, dashes and spaces were typed; null if it cannot be a code. */
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

/** The activity's join link, as in its QR code: the code and the secret word that skips the rate limits. */
export function doorPath(code: string, word: string): string {
  return joinCodePath(showCode(code), word)
}

// Random numbers derived from a room's stored seed, so that a draw can be repeated and checked afterwards.

const NARROW = 2 ** 32

/** A number in [0, 1) that depends on the seed and the labels alone. A change to it changes what understudies of existing rooms do on replay (U3). */
export function lot(seed: number, ...labels: readonly (string | number)[]): number {
  const words = labels.join('/')
  return (seed < NARROW ? narrowHash(seed, words) : keyedHash([seed >>> 0, Math.floor(seed / NARROW)], words)) / NARROW
}

/** FNV-1a and one mixing step, for seeds below 2³², which earlier rooms have. Such a seed can be found from its draws by trying all of them. */
function narrowHash(seed: number, words: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of words) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}

/**
 * HalfSipHash-2-4 over the text's UTF-16 units, keyed with the whole seed: from draws that everybody has seen nobody can work out
 * the seed and so the draws to come.
 */
export function keyedHash([low, high]: readonly [number, number], words: string): number {
  const v: State = [low, high, 0x6c796765 ^ low, 0x74656462 ^ high]
  const units = words.length
  for (let at = 0; at + 1 < units; at += 2) absorb(v, words.charCodeAt(at) | (words.charCodeAt(at + 1) << 16))
  const rest = units % 2 === 1 ? words.charCodeAt(units - 1) : 0
  absorb(v, ((units * 2) << 24) | rest)
  v[2] ^= 0xff
  for (let round = 0; round < 4; round += 1) mix(v)
  return (v[1] ^ v[3]) >>> 0
}
type State = [number, number, number, number]

function absorb(v: State, word: number): void {
  v[3] ^= word
  mix(v)
  mix(v)
  v[0] ^= word
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function mix(v: State): void {
  v[0] = (v[0] + v[1]) | 0
  v[1] = turned(v[1], 5) ^ v[0]
  v[0] = turned(v[0], 16)
  v[2] = (v[2] + v[3]) | 0
  v[3] = turned(v[3], 8) ^ v[2]
  v[0] = (v[0] + v[3]) | 0
  v[3] = turned(v[3], 7) ^ v[0]
  v[2] = (v[2] + v[1]) | 0
  v[1] = turned(v[1], 13) ^ v[2]
  v[2] = turned(v[2], 16)
}

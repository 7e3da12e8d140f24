// Lots drawn from a room's stored seed, so that what chance decided can be checked afterwards.
// It must not know what is decided.

/** A number in [0, 1) that depends on the seed and the labels alone (FNV-1a over the words, then one mixing step). */
export function lot(seed: number, ...labels: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of labels.join('/')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0) / 0x1_0000_0000
}

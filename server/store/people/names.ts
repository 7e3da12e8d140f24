/** Cleans and compares people's names. */

/** The most characters of a name. */
export const longestName = 60
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu

/** The name as others will read it; null when nothing readable is left or it is longer than 60 characters. */
export function cleanName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim()
  if (name.length === 0 || [...name].length > longestName || !/[\p{L}\p{N}]/u.test(name)) return null
  return name
}

/**
 * The key by which names are compared: two names with the same key are the same name. Capitals, full and half width, and spacing make
 * no difference.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

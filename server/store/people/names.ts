/** How a person's name is cleaned and compared. It knows nothing of who the person is. */

const longest = 60
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu

/** The name as the class will read it, or null when there is nothing to read. */
export function cleanName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim()
  if (name.length === 0 || [...name].length > longest || !/[\p{L}\p{N}]/u.test(name)) return null
  return name
}

/** Two names with the same key are the same name: capitals, width and spacing do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

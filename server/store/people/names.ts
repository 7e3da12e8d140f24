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

/** The name, or with a number after it when somebody else has it; `taken` holds name keys, and the answer's is added. */
export function freeName(asked: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? asked : `${asked} (${number})`
    if (taken.has(nameKey(name))) continue
    taken.add(nameKey(name))
    return name
  }
}

/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
}

/** The words of a name as somebody types them who looks for it: without case, width, accents and signs. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæœıðþ]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '')
}

/**
 * The key by which names are compared: two names with the same key are the same name. Capitals, full and half width, and spacing make
 * no difference.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

type Listed = { name: string; studentNumber: string | null; email: string | null }

/**
 * The people of a list as its chair reads them who has to tell one from another: of two with one name each has a number or address beside it.
 * Where the list holds neither, the second has the number after it that a room would give them: no two read the same.
 */
export function toldApart<One extends Listed>(people: readonly One[]): One[] {
  const of = new Map<string, number>()
  for (const { name } of people) of.set(nameKey(name), (of.get(nameKey(name)) ?? 0) + 1)
  const taken = new Set<string>()
  return people.map((one) => {
    const mark = one.studentNumber ?? one.email
    const alone = mark === null || (of.get(nameKey(one.name)) ?? 0) < 2
    return { ...one, name: freeName(alone ? one.name : `${one.name} (${mark})`, taken) }
  })
}

/** Cleans and compares people's names, and says which of them imitate somebody or something. */
import { LIMITS } from '#simulation/kernel/limits'

/** What nobody sees, bidi controls and zero-width signs among it, and the letters and marks that are drawn as nothing. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu

/** The name as others will read it; null when nothing readable is left or it is longer than 60 characters. */
export function cleanName(typed: string): string | null {
  const name = typed.normalize('NFC').replaceAll('\ufeff', '').replace(/\s+/gu, ' ').replace(invisible, '').trim()
  if (name.length === 0 || [...name].length > LIMITS.name || !/[\p{L}\p{N}]/u.test(name)) return null
  return name
}

/** Said of oneself at the door, each of these claims a part that the desk gives. */
const TITLES = new Set([
  ...['instructor', 'professor', 'lecturer', 'teacher', 'moderator', 'facilitator', 'administrator'],
  ...['chairperson', 'chairman', 'chairwoman'],
])
/** These are family names as well: they claim a part only in brackets, or where nothing else is in the name. */
const TITLES_ALONE = new Set([...TITLES, 'prof', 'chair', 'admin', 'staff', 'host', 'tutor', 'observer', 'assistant'])
const ARTICLES = new Set(['the', 'your', 'our', 'my', 'dr'])

/** Whether a name claims to be the instructor or the chair, also in letters that only look so. */
export function claimsTitle(name: string): boolean {
  const words = skeletonWords(name)
  const bracketed = skeletonWords(
    [...name.matchAll(/[([{（［【]([^)\]}）］】]*)/gu)].map(([, inside]) => inside).join(' '),
  )
  const meant = words.filter((word) => !ARTICLES.has(word))
  return (
    words.some((word) => TITLES.has(word)) ||
    bracketed.some((word) => TITLES_ALONE.has(word)) ||
    (meant.length > 0 && meant.every((word) => TITLES_ALONE.has(word)))
  )
}

/** Letters of other alphabets that are drawn like a Latin one, and signs that are drawn like another. */
const DRAWN_AS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p' },
  ...{ ԛ: 'q', ѕ: 's', т: 't', у: 'y', ԝ: 'w', х: 'x', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v' },
  ...{ ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', օ: 'o', '0': 'o', '1': 'l' },
}

const skeletonWords = (name: string): string[] =>
  nameWords(name).map((word) => [...word].map((letter) => DRAWN_AS[letter] ?? letter).join(''))

/** What a name looks like: two names with the same one are told apart by nobody who reads them quickly. */
export const lookOf = (name: string): string => skeletonWords(name).join(' ').replaceAll('l', 'i')

/** Alphabets that hold letters drawn alike. Chinese, Japanese and Korean signs stand beside Latin letters in honest names. */
const ALPHABETS = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Armenian}/u, /\p{sc=Cherokee}/u]

/** Whether one word of a name takes its letters from two alphabets, as one that imitates another name does. */
export const mixesAlphabets = (name: string): boolean =>
  name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1)

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

/** The name of a person out of what a list writes in its name column: numbering, "Last, First", capitals, an address beside it. */

import type { SplitName } from '../../../store/courses/roster-read'

/** `1.`, `3)`, `（4）`, `•`: what lists put in front of a name. */
const NUMBERING = /^(?:[(（]?\p{Nd}{1,4}[.)）、．]|[-*•·–])\s*(?=[^\s\p{Nd}])/u

export function withoutNumbering(text: string): { text: string; taken: string | null } {
  const [taken] = NUMBERING.exec(text) ?? []
  return taken === undefined ? { text, taken: null } : { text: text.slice(taken.length), taken: taken.trim() }
}

/** Takes an address out of `Name <a@b.c>`, `Name (a@b.c)` or `Name a@b.c`. */
export function splitAddress(text: string): { text: string; email: string | null } {
  if (!text.includes('@')) return { text, email: null }
  const words = text.replace(/[<>()（）"]|mailto:/g, ' ').split(/\s+/)
  const email = words.find((word) => word.includes('@')) ?? null
  return { text: words.filter((word) => word !== email && word !== '').join(' '), email }
}

/** `Name (s1001)`: a number in brackets at the end. */
export function splitNumber(text: string): { text: string; number: string | null } {
  const [, name, number] = /^([^()]*)\(([\p{L}\p{Nd} -]{1,60})\)$/u.exec(text.normalize('NFKC')) ?? []
  if (name === undefined || number === undefined || !/\p{Nd}/u.test(number)) return { text, number: null }
  return { text: name.trim(), number: number.trim() }
}

const COMMA = /[,，]/

export const commasIn = (text: string): number => text.split(COMMA).length - 1

const isUnspaced = (text: string): boolean => /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々ー・ ]+$/u.test(text)

/** Given and family name in the order in which the person's script writes them. */
export function joinNames(family: string, given: string, isJapanese: boolean): string {
  if (family === '' || given === '') return family || given
  if (!isUnspaced(family) || !isUnspaced(given)) return `${given} ${family}`
  return isJapanese ? `${family} ${given}` : `${family}${given}`
}

/** "Osei, Amara" becomes "Amara Osei"; "Adams, John, Jr." becomes "John Adams, Jr." */
export function turnRound(text: string, isJapanese: boolean): string {
  const [family = '', given = '', ...rest] = text.split(COMMA).map((part) => part.trim())
  return [joinNames(family, given, isJapanese), ...rest.filter((part) => part !== '')].join(', ')
}

/** The same name with its parts the other way round; null where the list does not say which is which, or more belongs to the name. */
export function otherOrder(name: string, split: SplitName | null): string | null {
  if (!split) return null
  const [first, last] = [`${split.given} ${split.family}`, `${split.family} ${split.given}`]
  return name === first ? last : name === last ? first : null
}

/** The parts of "Adams, John, Jr."; what follows a second comma is neither. */
export function splitAtComma(text: string): SplitName {
  const [family = '', given = ''] = text.split(COMMA).map((part) => part.trim())
  return { family, given }
}

/** A name typed in capitals alone: "BRANDT-LEHMANN, KARL". Two or three letters may be initials and stay. */
export function isShouted(name: string): boolean {
  const letters = [...name].filter((sign) => /\p{L}/u.test(sign))
  return letters.length > 3 && letters.every((sign) => /\p{Lu}/u.test(sign))
}

export const lowered = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[^\p{L}\p{M}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

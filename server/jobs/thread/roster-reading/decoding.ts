/** The text of an uploaded list: UTF-8 or UTF-16, or what spreadsheets write instead where another alphabet is usual. */
import type { DecodedList } from '../../../store/courses/roster-read'
import { headingOf } from './headings'

/** A legacy encoding is believed when one of its first lines holds a known heading in its own script. */
const LEGACY = ['shift_jis', 'gb18030', 'big5', 'euc-kr'] as const

export function decodeRoster(bytes: Uint8Array): DecodedList {
  const [a, b, c] = bytes
  // A zip archive or an old Office file: .xlsx, .ods, .numbers and .xls.
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf && c === 0x11)) return { kind: 'workbook' }
  if (a === 0xff && b === 0xfe) return text(decode(bytes, 'utf-16le') ?? '')
  if (a === 0xfe && b === 0xff) return text(decode(bytes, 'utf-16be') ?? '')
  const plain = decode(bytes, 'utf-8')
  if (plain !== null) return text(plain)
  for (const encoding of LEGACY) {
    const read = decode(bytes, encoding)
    if (read !== null && hasHeading(read)) return text(read)
  }
  return text(decode(bytes, 'windows-1252') ?? '')
}

/** Bytes of zero are in pictures and programs, and never in a list. */
const text = (read: string): DecodedList => (read.includes('\0') ? { kind: 'no-text' } : { kind: 'text', text: read })

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const hasHeading = (read: string): boolean =>
  read
    .slice(0, 4_000)
    .split(/[\r\n\t,;]/)
    .some((cell) => /[^\p{ASCII}]/u.test(cell) && headingOf(cell) !== null)

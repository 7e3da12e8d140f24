/** No pattern of the house costs more than in proportion to what it is given, as long as that may be. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, Script } from 'node:vm'
import { expect, test } from 'vitest'
import { readPastedRoster } from '#server/store/courses/pasted-roster'
import { patience } from '../support/patience'

const root = path.resolve(import.meta.dirname, '../..')

/** What meets words of others: the rules, the server, and of the pages what reads a form or an address. */
const files = ['simulation', 'server', 'app'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\/generated\/|\/start\/|\/scenarios\//.test(file)),
)

type Pattern = { file: string; pattern: RegExp }

/** The patterns as they stand in the source: after a sign behind which no division can stand. */
function patternsIn(file: string): Pattern[] {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  return [
    ...text.matchAll(
      /(?<=[=(,:[!&|?{}>]\s*)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/g,
    ),
  ].flatMap(([, source = '', flags = '']) => {
    try {
      return [{ file, pattern: new RegExp(source, flags.replaceAll(/[gy]/g, '')) }]
    } catch {
      return []
    }
  })
}

/** Signs that this pattern speaks of, repeated: what it has to try again and again, and an end that it does not want. */
function longTexts({ source }: RegExp, length: number): string[] {
  const signs = new Set(
    [...' \t\n.@a-0"\'=<[{(\\/;,:|中', ...source.replaceAll(/\\[wdsbWDSB]/g, '')].filter(
      (sign) => !/[\uD800-\uDFFF]/.test(sign),
    ),
  )
  const pieces = [...signs, 'a.', 'a@', ' a', 'a ', '..', '-a', '\r\n', '="', '\\a']
  return pieces.flatMap((piece) => {
    const body = piece.repeat(length / piece.length)
    return [body, `${body}\u0001`, `a@${body}\u0001`]
  })
}

/** Runs it in a box that is shut after so long; a pattern cannot be interrupted in any other way. A busy machine gets another chance. */
const box = createContext({ pattern: /./, text: '' })
const judge = new Script('pattern.test(text)')
function takesTooLong(pattern: RegExp, text: string): boolean {
  Object.assign(box, { pattern, text })
  return [1, 2, 3].every(() => {
    try {
      judge.runInContext(box, { timeout: patience(300) })
      return false
    } catch {
      return true
    }
  })
}

/** What is longer never reaches these: the length is judged first, as the test below and the schemas see to. */
const LONGEST: Readonly<Record<string, number>> = {
  'server/store/people/email.ts': 254,
  // A statement.
  'app/rooms/[roomId]/transcript/markdown-words.ts': 4_000,
}

test('every pattern is through with a long text in no time worth speaking of', () => {
  const patterns = files.flatMap(patternsIn)
  expect(patterns.length).toBeGreaterThan(60)
  const slow = patterns.flatMap(({ file, pattern }) => {
    const length = LONGEST[file] ?? 40_000
    const text = longTexts(pattern, length).find((text) => takesTooLong(pattern, text))
    return text === undefined ? [] : [{ file, pattern: String(pattern), text: text.slice(0, 12) }]
  })
  expect(slow).toEqual([])
})

test('a cell that is longer than any address is a fault before a pattern sees it', () => {
  const dots = '.'.repeat(5_000)
  const { places, faults } = readPastedRoster(
    `Mei, mei@college.example\nx\ta@${dots}@\n${'y'.repeat(5_000)}\nz, ${'"'.repeat(5_000)}`,
  )
  expect(places.map(({ name }) => name)).toEqual(['Mei'])
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'too-long'],
    [3, 'too-long'],
    [4, 'too-long'],
  ])
  for (const { text } of faults) expect(text.length).toBeLessThan(300)
})

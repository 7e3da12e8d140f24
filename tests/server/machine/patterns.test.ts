/** Every regular expression of the program takes time in proportion to its input, up to the longest input it can get. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, Script } from 'node:vm'
import { expect, test } from 'vitest'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { patience } from '../../support/patience'

const root = path.resolve(import.meta.dirname, '../../..')

/** The sources whose patterns may meet foreign input. */
const files = ['simulation', 'server', 'app'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\/generated\/|\/start\/|\/scenarios\//.test(file)),
)

type Pattern = { file: string; pattern: RegExp }

/** The pattern literals of a source: a slash after a sign that no division can follow begins one. */
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

/** Each pattern that repeats something, once: nothing else can go back. */
function repeating(patterns: readonly Pattern[]): Pattern[] {
  const known = new Map(patterns.map((each) => [`${LONGEST[each.file] ?? ''}${each.pattern}`, each]))
  return [...known.values()].filter(({ pattern }) => /[*+]|\{\d+,/.test(pattern.source))
}

/** Inputs that make backtracking likely: characters of the pattern repeated, with an end that does not match. */
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

/** Runs it in a `vm` with a time limit, the only way to interrupt a pattern; too long is what takes too long three times, because the machine may be busy. */
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

/**
 * The longest inputs that can reach these patterns, because the schemas check the length first, as the test below shows. Only what is
 * matched once a request belongs here: a pattern for entries meets thousands of texts at their longest, one after another.
 */
const LONGEST: Readonly<Record<string, number>> = { 'server/store/people/email.ts': 254 }

test('every pattern is through with a long text in no time worth speaking of', () => {
  const patterns = files.flatMap(patternsIn)
  expect(patterns.length).toBeGreaterThan(60)
  const slow = repeating(patterns).flatMap(({ file, pattern }) => {
    const length = LONGEST[file] ?? 40_000
    const text = longTexts(pattern, length).find((text) => takesTooLong(pattern, text))
    return text === undefined ? [] : [{ file, pattern: String(pattern), text: text.slice(0, 12) }]
  })
  expect(slow).toEqual([])
})

test('a cell that is longer than any address is a fault before a pattern sees it', () => {
  const dots = '.'.repeat(5_000)
  const { places, faults, people } = readPastedRoster(
    `Mei, mei@college.example\nx\ta@${dots}@\n${'y'.repeat(5_000)}\nz, ${'"'.repeat(5_000)}`,
  )
  expect(places.map(({ name }) => name)).toEqual(['Mei'])
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'too-long'],
    [3, 'too-long'],
    [4, 'too-long'],
  ])
  for (const { raw } of people) expect(raw.length).toBeLessThan(300)
})

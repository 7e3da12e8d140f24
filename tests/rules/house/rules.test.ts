// Each number of a rule and of a law is cited by a test, and each refusal is produced by one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REJECTIONS } from '#simulation/shapes/verdict'

const folder = path.resolve(import.meta.dirname, '..')
const page = readFileSync(path.resolve(folder, '../../simulation/RULES.md'), 'utf8')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && path.basename(name) !== 'rules.test.ts')
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n')

const numbered = [...page.matchAll(/^- ([A-Z]\d+) /gm)].flatMap((match) => match[1] ?? [])
const cited = new Set(
  [...sources.matchAll(/\btest\(\s*['"`]((?:[A-Z]\d+ )+)/g)].flatMap((match) => (match[1] ?? '').trim().split(' ')),
)

test('every rule is numbered once and proved by a test that cites it', () => {
  expect(numbered.length).toBeGreaterThan(80)
  expect(new Set(numbered).size, 'no number is used twice').toBe(numbered.length)
  expect(
    numbered.filter((number) => !cited.has(number)),
    'rules without a test',
  ).toEqual([])
  expect(
    [...cited].filter((number) => !numbered.includes(number)),
    'tests that cite no rule',
  ).toEqual([])
})

/** A law is cited in a test's name, in what a judge reports, or at the head of a file; `L1–L12` cites twelve. */
test('every law of tests/LAWS.md is numbered once and cited by a test of every whole run, and none is cited that is not there', () => {
  const tests = path.resolve(folder, '..')
  const laws = [...readFileSync(path.join(tests, 'LAWS.md'), 'utf8').matchAll(/^- L(\d+) /gm)].map(([, no]) =>
    Number(no),
  )
  expect(laws).toEqual([...new Set(laws)].toSorted((a, b) => a - b))
  // What is played before a release alone proves no law: a change would land that breaks it.
  const citing = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && path.basename(name) !== 'rules.test.ts' && !name.includes('.release.'))
    .map((name) => readFileSync(path.join(tests, name), 'utf8'))
    .join('\n')
  const citedLaws = new Set(
    [...citing.matchAll(/\bL(\d{1,2})(?:(?:–| to )L(\d{1,2}))?\b/g)].flatMap(([, from, to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, more) => Number(from) + more),
    ),
  )
  expect([...citedLaws].toSorted((a, b) => a - b)).toEqual(laws)
})

test('every refusal is met by a command in some test', () => {
  const met = new Set([...sources.matchAll(/isRefused\('([a-z-]+)'\)/g)].map((match) => match[1]))
  expect(
    REJECTIONS.filter((rejection) => !met.has(rejection)),
    'refusals that no test meets',
  ).toEqual([])
})

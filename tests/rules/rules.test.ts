// Each rule's number is cited by a test, and each refusal is produced by one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REJECTIONS } from '#simulation/kernel/verdict'

const folder = import.meta.dirname
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

test('every refusal is met by a command in some test', () => {
  const met = new Set([...sources.matchAll(/isRefused\('([a-z-]+)'\)/g)].map((match) => match[1]))
  expect(
    REJECTIONS.filter((rejection) => !met.has(rejection)),
    'refusals that no test meets',
  ).toEqual([])
})

// No file of app/ contains a party, capital, code or text of the built-in scenario, in code, styles or messages.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.join(import.meta.dirname, '../../app')

const WORDS = [
  /\bTokyo\b/,
  /\bWashington\b/,
  /\bBeijing\b/,
  /\bJapan\b/,
  /\bChina\b/,
  /\bUnited States\b/,
  /\b[Aa]llies\b/,
  /\b[Tt]he essay\b/,
  /\bUS–|–US\b/,
  /\bus-jp\b|\bus-cn\b|\bjp-cn\b/,
  /(['"`])(?:us|jp|cn)\1/,
  /\.(?:us|jp|cn)\b/,
  /--(?:us|jp|cn)\b/,
  /china-gap|chinaGap/,
]

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(tsx?|css|json|svg)$/.test(file))

/** The lines of a file that name something of the scenario. */
function found(file: string): string[] {
  return readFileSync(path.join(APP, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => (WORDS.some((word) => word.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : []))
}

test('no file of app/ names a party or a text of the scenario that comes along', () => {
  expect(files.length).toBeGreaterThan(600)
  expect(files.flatMap(found)).toEqual([])
})

// No file of app/ knows a scenario: no party, capital, code or text of the built-in one stands in code, styles or messages. The few that
// may are named here with their reason, and one that has nothing of it left is taken off the list.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.join(import.meta.dirname, '../../app')

/** Path within app/ → why it may. */
const MAY: Readonly<Record<string, string>> = {
  '_format/zones.ts': 'Asia/Tokyo is the example of a time zone, which is named after a city.',
}

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

/** What of a scenario a file holds, as the lines it stands on. */
function found(file: string): string[] {
  return readFileSync(path.join(APP, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => (WORDS.some((word) => word.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : []))
}

test('no file of app/ names a party or a text of the scenario that comes along', () => {
  expect(files.length).toBeGreaterThan(600)
  expect(files.filter((file) => MAY[file] === undefined).flatMap(found)).toEqual([])
})

test('whatever may name one still does', () => {
  expect(Object.keys(MAY).filter((file) => found(file).length === 0)).toEqual([])
})

/** The tables of time limits in docs/several-servers.md: each limit is what its file says, and what lies inside ends before what lies outside. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MINUTE_MS } from '#simulation/kernel/time'

type Limit = { what: string; ms: number; places: readonly { file: string; key: string }[] }

const doc = readFileSync('docs/several-servers.md', 'utf8')
const [, section = ''] = /^## Time limits\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(doc) ?? []

const tables: Limit[][] = section
  .split(/\n(?!\|)/)
  .map((block) => block.split('\n').flatMap((line) => limitIn(line) ?? []))
  .filter((limits) => limits.length > 0)

function limitIn(line: string): Limit | null {
  const [, what = '', limit = '', where = ''] = /^\| (.*?) *\| (.*?) *\| (.*?) *\|$/.exec(line) ?? []
  const seconds = /^([\d.]+) s$/.exec(limit)?.[1]
  if (seconds === undefined) return null
  const places = [...where.matchAll(/`([^`]+)` `([^`]+)`/g)].map(([, file = '', key = '']) => ({ file, key }))
  return { what, ms: Number(seconds) * 1000, places }
}

/**
 * What stands in the file: `a … b` is the first b after the first a, `a + b` the sum of both. Milliseconds where no unit is written, and a
 * minute by its name.
 */
function inFile({ file, key }: { file: string; key: string }): number {
  const text = readFileSync(file, 'utf8')
  return key
    .split(' + ')
    .map((one) => {
      const end = one.split(' … ').reduce((from, part) => {
        const at = text.indexOf(part, from)
        if (at < 0) throw new Error(`${file} holds no ${JSON.stringify(part)} any more.`)
        return at + part.length
      }, 0)
      const [, number = '', unit] = /^[\s=:({]*([\d_]+|MINUTE_MS)(ms|s)?/.exec(text.slice(end)) ?? []
      if (number === 'MINUTE_MS') return MINUTE_MS
      return Number(number.replaceAll('_', '')) * (unit === 's' ? 1000 : 1)
    })
    .reduce((sum, ms) => sum + ms, 0)
}

const flat = tables.flat().flatMap(({ what, ms, places }) => places.map((place) => ({ what, ms, place })))

test.each(flat)('$what: the table says what $place.file says', ({ ms, place }) => {
  expect(inFile(place)).toBe(ms)
})

test('what lies inside ends before what lies outside', () => {
  expect(tables.length).toBeGreaterThanOrEqual(5)
  for (const limits of tables)
    for (const [index, { what, ms }] of limits.entries())
      if (index > 0) expect({ what, isLonger: ms > (limits[index - 1]?.ms ?? 0) }).toEqual({ what, isLonger: true })
})

test('the steps of a stop together are shorter than a stop may be', () => {
  const stop = tables.find((limits) => limits.some(({ what }) => what.startsWith('Docker kills'))) ?? []
  const [first, second, third, all] = stop.map(({ ms }) => ms)
  expect((first ?? 0) + (second ?? 0) + (third ?? 0)).toBeLessThan(all ?? 0)
})

test('a record is read, checked and saved in less time than a balancer waits for it', () => {
  const ms = (words: string) => tables.flat().find(({ what }) => what.startsWith(words))?.ms ?? Number.NaN
  expect(ms('A file is read or drawn') + ms('A whole class or record')).toBeLessThan(ms('HAProxy waits for an action'))
})

// The hues and shapes of delegations: distinguishable with every kind of colour vision on every background, and never by colour alone.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { HUES, SHAPES } from '#simulation/agenda/party-look'
import { shapePath } from '../../../app/_ui/charts/shape-path'
import { contrastOf, distanceBetween } from '../../support/colour-distance'

const css = readFileSync(path.join(import.meta.dirname, '../../../app/_ui/page/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('[data-theme="dark"]')

/** The first value of a token in a CSS block. */
function token(block: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1]
  if (value === undefined) throw new Error(`tokens.css has no --${name} as a colour.`)
  return value
}

const THEMES = [
  { name: 'light', block: light, apart: 15 },
  { name: 'dark', block: dark, apart: 13 },
] as const

describe.each(THEMES)('on $name', ({ block, apart }) => {
  const grounds = ['paper', 'sheet', 'well'].map((name) => token(block, name))

  test('every two hues are told apart by every kind of eye', () => {
    let compared = 0
    for (const [place, hue] of HUES.entries())
      for (const other of HUES.slice(place + 1)) {
        const far = distanceBetween(token(block, hue), token(block, other))
        expect(far, `${hue} and ${other}`).toBeGreaterThanOrEqual(apart)
        compared += 1
      }
    expect(compared).toBe(28)
  })

  test.each(HUES)('%s stands out from every ground, and its letters and words can be read', (hue) => {
    for (const ground of grounds) {
      expect(contrastOf(token(block, hue), ground)).toBeGreaterThanOrEqual(3)
      expect(contrastOf(token(block, `${hue}-text`), ground)).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrastOf(token(block, `on-${hue}`), token(block, hue))).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(token(block, `${hue}-text`), token(block, `${hue}-wash`))).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(token(block, 'ink'), token(block, `${hue}-wash`))).toBeGreaterThanOrEqual(7)
  })
})

describe('the shapes', () => {
  test('are as many as the hues, and no two are drawn alike', () => {
    expect(SHAPES).toHaveLength(HUES.length)
    expect(new Set(SHAPES.map((shape) => shapePath(shape, 10, 10, 9))).size).toBe(SHAPES.length)
  })

  test.each(SHAPES)('a %s stays in its box around its point, and weighs about as much as any other', (shape) => {
    const [x, y, radius] = [40, 30, 10]
    const points = cornersOf(shapePath(shape, x, y, radius))
    for (const [px, py] of points) {
      expect(Math.abs(px - x)).toBeLessThanOrEqual(radius * 1.3)
      expect(Math.abs(py - y)).toBeLessThanOrEqual(radius * 1.3)
    }
    const area = areaOf(points) / (radius * radius)
    expect(area).toBeGreaterThan(1.6)
    expect(area).toBeLessThan(3.4)
  })
})

type Point = readonly [number, number]

/** The outline as a polygon; arcs are sampled. */
function cornersOf(outline: string): Point[] {
  const points: [number, number][] = []
  let at: [number, number] = [0, 0]
  for (const [, letter = '', rest = ''] of outline.matchAll(/([MLVHaZ])([^MLVHaZ]*)/g)) {
    const numbers = rest.trim().split(/\s+/).filter(Boolean).map(Number)
    if (letter === 'M' || letter === 'L') at = [numbers[0] ?? 0, numbers[1] ?? 0]
    if (letter === 'V') at = [at[0], numbers[0] ?? 0]
    if (letter === 'H') at = [numbers[0] ?? 0, at[1]]
    if (letter === 'a') {
      const [radius = 0, width = 0] = [numbers[0] ?? 0, numbers[5] ?? 0]
      const [middle, from] = [at[0] + width / 2, at[1]]
      const upwards = width > 0 ? -1 : 1
      for (let step = 1; step <= 32; step += 1) {
        const angle = (step / 32) * Math.PI
        points.push([middle - Math.sign(width) * radius * Math.cos(angle), from + upwards * radius * Math.sin(angle)])
      }
      at = [at[0] + width, from]
    } else if (letter !== 'Z') points.push(at)
  }
  return points
}

function areaOf(points: readonly Point[]): number {
  const doubled = points.reduce((sum, [x, y], place) => {
    const [nx, ny] = points[(place + 1) % points.length] ?? [0, 0]
    return sum + x * ny - nx * y
  }, 0)
  return Math.abs(doubled) / 2
}

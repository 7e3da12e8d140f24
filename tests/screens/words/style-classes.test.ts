/** A class that a component names is in its sheet: one that is not changes nothing, and looks as if it did. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** `#room/x.css` is `app/_room/x.css`. */
const sheetOf = (file: string, named: string): string =>
  named.startsWith('#') ? named.replace('#room/', 'app/_room/') : path.join(path.dirname(file), named)

test('every class that a component names is in its sheet', () => {
  let seen = 0
  const components = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const missing = components.flatMap((name) => {
    const file = path.join('app', name)
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/^import (\w+) from '(.+\.module\.css)'$/gm)].flatMap(([, styles = '', named = '']) => {
      const sheet = readFileSync(sheetOf(file, named), 'utf8')
      const classes = [...text.matchAll(new RegExp(`(?<!['\\w./-])${styles}\\.(\\w+)`, 'g'))].map(([, one = '']) => one)
      seen += classes.length
      return classes.filter((one) => !new RegExp(`\\.${one}\\b`).test(sheet)).map((one) => `${file}: ${one}`)
    })
  })
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(1000)
})

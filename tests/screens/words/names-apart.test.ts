// A name may be written from right to left: where one stands among other words it is set apart, so that it does not turn them around.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The name of a person among the words of a page, and not in a label or handed to a component. */
const NAMED = /(?<![=$(])(<bdi>)?\{(?:person\??\.name\b|(?<=<b>(?:<bdi>)?\{)name\b)/g

test('the name of a person stands in <bdi>', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const named = files.flatMap((file) =>
    [...readFileSync(path.join('app', file), 'utf8').replaceAll(/>\s+/g, '>').matchAll(NAMED)].map(([, apart]) => ({
      file,
      apart,
    })),
  )
  expect(named.length).toBeGreaterThan(9)
  expect(named.filter(({ file, apart }) => apart === undefined && !file.startsWith('_pack/'))).toEqual([])
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inSpread } from '../../support/chosen-tests'

const root = path.resolve(import.meta.dirname, '../../..')

test('every area has its part in what `npm test` plays of a checkout without changes', () => {
  const spread = [...inSpread('simulation'), ...inSpread('server')]
  for (const area of [
    'rules',
    'rules/reading',
    'screens',
    'server',
    'server/store',
    'server/live',
    'server/homework',
    'server/mail',
  ])
    expect(spread.filter((file) => file.startsWith(`tests/${area}/`)).length, area).toBeGreaterThan(0)
})

test('nothing in it starts a server of its own', () => {
  for (const file of inSpread('server'))
    expect(readFileSync(path.join(root, file), 'utf8'), file).not.toMatch(
      /\b(?:startServer|useBuiltServer|useSharedServer|startChild)\(/,
    )
})

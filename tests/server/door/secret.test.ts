/** The secret that signs sign-ins is made once and readable by its owner only. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOrMakeSecret } from '#server/base/secrets/secret'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'track-two-secret-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the secret is made once, for its owner alone', () => {
  const secret = readOrMakeSecret(folder)
  expect(secret).toMatch(/^[\w-]{64}$/)
  expect(readOrMakeSecret(folder)).toBe(secret)
  expect(readdirSync(folder)).toEqual(['secret'])
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('two folders have two secrets', () => {
  const other = mkdtempSync(path.join(tmpdir(), 'track-two-secret-'))
  expect(readOrMakeSecret(other)).not.toBe(readOrMakeSecret(folder))
  rmSync(other, { recursive: true })
})

test('a secret that was cut short is made anew', () => {
  writeFileSync(path.join(folder, 'secret'), 'abc')
  expect(readOrMakeSecret(folder)).toHaveLength(64)
})

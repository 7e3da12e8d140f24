/** The log says what happened and where in the program, and holds nothing that anybody wrote, even if an error's message does. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultName } from '#server/base/faults/fault-name'
import { PlainFault } from '#server/base/faults/plain-fault'

const PROGRAM = `
  const { logError, logInfo } = await import('#server/base/faults/logger')
  const { nameServer } = await import('#server/base/faults/journal')
  const quoting = Object.assign(new Error('duplicate key (name)=(Zebulon Quartz)'), { code: '23505', detail: 'Zebulon Quartz' })
  logError('a row was refused', quoting, { room: 'r1' })
  logError('wrapped', new Error('said by Zebulon', { cause: quoting }))
  logError('not even an error', 'Zebulon')
  logInfo('somebody came', { name: 'Zebulon', email: 'zebulon@college.example', text: 'Zebulon', token: 'Zebulon', room: 'r2' })
  nameServer('a1b2c3d4')
  logInfo('the server has its name')
`

test('no word of a fault and no private field reaches the log; its kind, its code and its place do', () => {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM], {
    encoding: 'utf8',
  })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).not.toMatch(/zebulon|quartz|college/i)
  const [refused, wrapped, thrown, came, named] = ran.stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(refused).toMatchObject({ msg: 'a row was refused', room: 'r1', fault: 'Error:23505' })
  expect(refused).toHaveProperty('at.0', expect.stringMatching(/^at /))
  expect(wrapped).toMatchObject({ fault: expect.stringMatching(/^Error \(.+\) < Error:23505$/) })
  expect(thrown).toMatchObject({ fault: 'a thrown string', at: [] })
  expect(came).toMatchObject({ room: 'r2', name: '[Redacted]', email: '[Redacted]', text: '[Redacted]' })
  expect(came).not.toHaveProperty('server')
  expect(named).toMatchObject({ server: 'a1b2c3d4' })
})

test('whatever is thrown is named by more than the bare word Error, and by nothing that anybody wrote', () => {
  class Quoting extends Error {}
  const secret = 'Zebulon Quartz'
  const leaf = fc.constantFrom<() => unknown>(
    () => new Error(secret),
    () => new TypeError(secret),
    () => new Quoting(secret),
    () => Object.assign(new Error(secret), { code: 'ECONNREFUSED' }),
    () => Object.assign(new Error(secret), { code: secret }),
    () => Object.assign(new Error(secret), { stack: `Error: ${secret}` }),
    () =>
      Object.assign(new Error(secret), {
        meta: { driverAdapterError: { cause: { kind: secret, originalCode: secret } } },
      }),
    () => secret,
    () => ({ [secret]: secret }),
    () => undefined,
    () => new PlainFault('no answer for 2 s'),
  )
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), (makes) => {
      const [first, ...around] = makes
      const error = around.reduce<unknown>((cause, make) => {
        const outer = make()
        return outer instanceof Error ? Object.assign(outer, { cause }) : outer
      }, first?.())
      const named = faultName(error)
      expect(named).not.toContain('Zebulon')
      expect(named).not.toBe('')
      for (const part of named.split(' < ')) expect(part).not.toBe('Error')
    }),
  )
})

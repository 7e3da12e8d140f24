/** The log says what happened and where in the program, and holds nothing that anybody wrote, even if an error's message does. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const PROGRAM = `
  const { logError, logInfo, nameServer } = await import('#server/base/logger')
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
  expect(wrapped).toMatchObject({ fault: 'Error < Error:23505' })
  expect(thrown).toMatchObject({ fault: 'string', at: [] })
  expect(came).toMatchObject({ room: 'r2', name: '[Redacted]', email: '[Redacted]', text: '[Redacted]' })
  expect(came).not.toHaveProperty('server')
  expect(named).toMatchObject({ server: 'a1b2c3d4' })
})

/** The built server is asked to end: everything it started ends with it. */
import { expect, test } from 'vitest'
import { isAlive } from '#server/base/processes'
import { isLong } from '../../support/machines/lane'
import { databasePid, start } from '../../support/machines/started'

// The short form sends what a service manager sends.
const SIGNALS = isLong ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : (['SIGTERM'] as const)

test.for(SIGNALS)('%s ends it in order and its database with it', async (signal) => {
  const server = await start()
  const pid = databasePid(server)
  expect(await server.end(signal)).toBe(0)
  expect(isAlive(pid)).toBe(false)
})

if (isLong)
  test('asking twice at once is asking once', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGINT')
    expect(await server.end('SIGINT')).toBe(0)
  })

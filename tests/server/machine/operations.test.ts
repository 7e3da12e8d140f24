/** The built server from its operator's side: health, metrics, the command line beside it, and a second server on its database. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ChildEnded } from '../../support/machines/children'
import { useFreshDatabase } from '../../support/machines/database'
import { type RunningServer, type ServerSettings, startServer } from '../../support/machines/server'

const fresh = useFreshDatabase()
const TOKEN = 'a token that only this test knows'

/** It names its database, by which two servers that serve two can be told apart. */
const READY = { status: 200, text: expect.stringMatching(/^ready\ndatabase \d{15,20}\.\d+$/) }

async function start(settings: ServerSettings): Promise<RunningServer> {
  const server = await startServer({ ...settings, env: { METRICS_TOKEN: TOKEN, ...settings.env } })
  onTestFinished(() => server.clear())
  return server
}

async function read(url: string, token?: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })
  return { status: answer.status, text: (await answer.text()).trim() }
}

test('a server tells that it lives, that it is ready and, against its token, how it does; no second one joins it', async () => {
  const first = await start({ databaseUrl: fresh.url() })
  const { url } = first
  expect(await read(`${url}/healthz`)).toEqual({ status: 200, text: 'alive' })
  expect(await read(`${url}/readyz`)).toEqual(READY)
  for (const wrong of [undefined, '', TOKEN.toUpperCase()]) {
    const refused = await read(`${url}/metrics`, wrong)
    expect(refused.status).toBe(404)
    expect(refused.text).not.toContain('track_two_')
  }
  const { status, text } = await read(`${url}/metrics`, TOKEN)
  expect(status).toBe(200)
  for (const name of [
    ...['connections', 'joined', 'commands_total', 'ack_seconds_bucket', 'publish_lag_seconds_bucket'],
    ...['queue_length', 'overdue_rooms', 'last_backup_timestamp_seconds'],
  ])
    expect(text, name).toContain(`track_two_${name}`)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')

  const refusal: unknown = await start({ databaseUrl: fresh.url() }).catch((reason: unknown) => reason)
  expect(refusal).toBeInstanceOf(ChildEnded)
  if (!(refusal instanceof ChildEnded)) return
  expect(refusal.code).toBe(1)
  expect(refusal.said.trim()).toBe(
    `Another server (${first.url}) already uses this database: stop it, or give this one a database of its own with DATABASE_URL.`,
  )
  expect(await read(`${url}/readyz`)).toEqual(READY)
  await first.end('SIGKILL')
  const next = await start({ databaseUrl: fresh.url() })
  expect(await read(`${next.url}/readyz`)).toEqual(READY)
})

test('a command line works beside the server that has started its own database, and by itself when that is gone', async () => {
  const server = await start({})
  const admin = (...words: string[]): Promise<{ code: number | null; said: string }> => {
    const env = { ...process.env, DATA_DIR: server.dataDir, DATABASE_URL: '' }
    const child = spawn(process.execPath, [path.resolve('dist/admin.mjs'), ...words], { env })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    return new Promise((done) => child.once('close', (code) => done({ code, said: said.trim() })))
  }
  const file = path.join(server.dataDir, 'kept.backup.gz')
  expect(await admin('backup', file)).toMatchObject({ code: 0 })
  expect(await admin('restore', file, '--replace')).toEqual({
    code: 1,
    said: `Another server (${server.url}) already uses this database: stop every server, restore, and start them again.`,
  })
  expect(await server.end()).toBe(0)
  expect(await admin('restore', file, '--replace')).toMatchObject({ code: 0 })
})

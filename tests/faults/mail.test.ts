/** A server that dies while it sends mail loses none, and sends at most the one again that it had just handed over. */
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { TAKEN_MS } from '#server/store/mail/outbox'
import { SECRET } from '../server/homework/given-homework'
import { at, givenMailWeek, MINUTE, SETTINGS } from '../server/mail/given-mail'
import { givenSmtp } from '../server/mail/given-smtp'
import { useFreshDatabase } from '../support/machines/database'

const fresh = useFreshDatabase()

test('a mail is sent once though its server dies before it is handed over, and twice at most if right after', async () => {
  const { port, accepted } = await givenSmtp()
  await givenMailWeek(fresh.url(), 2)
  let now = at('2037-11-30T09:00')
  const send = (killAt: string): Promise<string | number | null> => {
    const words = ['--import', 'tsx', 'tests/faults/mail-in-passing.ts', fresh.url(), String(now)]
    const own = { ...SETTINGS, SMTP_URL: `smtp://127.0.0.1:${port}`, NEXTAUTH_SECRET: SECRET, KILL_AT: killAt }
    const child = spawn(process.execPath, words, { env: { ...process.env, ...own }, stdio: 'inherit' })
    return new Promise((done) => child.once('close', (code, signal) => done(signal ?? code)))
  }
  expect(await send('mail-taken:1')).toBe('SIGKILL')
  expect(accepted).toHaveLength(0)
  now += TAKEN_MS + MINUTE
  expect(await send('mail-accepted:2')).toBe('SIGKILL')
  expect(accepted).toHaveLength(2)
  now += TAKEN_MS + MINUTE
  expect(await send('')).toBe(0)
  const ids = accepted.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(4)
  expect(ids).toHaveLength(5)
  expect(ids[1]).toBe(ids.slice(2).find((id) => id === ids[1]))
  expect(await database().mail.count({ where: { state: 'sent', tries: 1 } })).toBe(4)
})

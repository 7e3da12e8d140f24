/**
 * Mail of the outbox through Debian's OpenSMTPD, which takes it by STARTTLS and AUTH alone and hands it on to a mail server in this
 * process; and what it does not take. `npm run opensmtpd` starts it (tests/opensmtpd.mjs).
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { database } from '#server/base/database'
import { environment } from '#server/base/environment'
import { openSmtp } from '#server/jobs/smtp'
import { address, givenMailWeek, MORNING, moveClock, SETTINGS } from '../server/mail/given-mail'
import { givenSmtp } from '../server/mail/given-smtp'
import { useFreshDatabase } from '../support/machines/database'
import { freePort } from '../support/machines/server'
import { inSurroundings } from '../support/machines/surroundings'

const fresh = useFreshDatabase()
const SMTPD = '/usr/sbin/smtpd'
const PASSWORD = 'a password with ünïcode'

/** Starts it in the foreground, and ends it with the test. What it takes goes on to the port `to`. */
async function givenOpenSmtpd(to: number): Promise<number> {
  const folder = process.env.OPENSMTPD_FOLDER
  if (!folder) throw new Error('Start this by `npm run opensmtpd`.')
  if (!existsSync(SMTPD)) throw new Error(`No ${SMTPD}: \`apt-get install opensmtpd\`.`)
  const port = await freePort()
  const file = (name: string) => path.join(folder, name)
  chmodSync(file('key.pem'), 0o600)
  const hash = execFileSync('/usr/sbin/smtpctl', ['encrypt', PASSWORD], { encoding: 'utf8' })
  writeFileSync(file('users'), `track-two ${hash.trim()}\n`)
  writeFileSync(
    file('smtpd.conf'),
    [
      `pki localhost cert "${file('cert.pem')}"`,
      `pki localhost key "${file('key.pem')}"`,
      `table users file:${file('users')}`,
      `listen on 127.0.0.1 port ${port} hostname localhost tls-require pki localhost auth <users>`,
      `action "on" relay host smtp+notls://127.0.0.1:${to}`,
      'match auth from any for any action "on"',
      '',
    ].join('\n'),
  )
  const server = spawn(SMTPD, ['-d', '-f', file('smtpd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const ended = once(server, 'close')
  onTestFinished(async () => {
    server.kill('SIGTERM')
    await ended
  })
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error(`OpenSMTPD has ended: ${said}`)
    if (await answers(port)) return port
    await wait(100)
  }
  throw new Error(`OpenSMTPD does not answer: ${said}`)
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const line = connect(port, '127.0.0.1')
    const is = (said: boolean) => () => {
      line.destroy()
      resolve(said)
    }
    line.once('data', is(true)).once('error', is(false)).setTimeout(2_000, is(false))
  })

test('a mail of the outbox reaches its student through it once, and without the password or a trusted certificate none does', async () => {
  const sink = await givenSmtp()
  const port = await givenOpenSmtpd(sink.port)
  const week = await givenMailWeek(fresh.url(), 2)
  moveClock(MORNING)
  const due = { dueAt: { lte: new Date(MORNING) } }
  const throughIt = async (host: string, password: string) => {
    const signIn = `track-two:${encodeURIComponent(password)}`
    inSurroundings({ ...SETTINGS, SMTP_URL: `smtp://${signIn}@${host}:${port}?tls=required` })
    const { mail } = environment()
    if (!mail) throw new Error('The settings name a mail server.')
    await week.round(openSmtp(mail))
    // What was not taken over is tried again at once.
    await database().mail.updateMany({ where: { ...due, state: 'waiting' }, data: { nextAt: new Date(MORNING) } })
  }
  const states = () => database().mail.groupBy({ by: ['state'], where: due, _count: true, orderBy: { state: 'asc' } })

  await throughIt('localhost', 'another password')
  await throughIt('127.0.0.1', PASSWORD)
  expect(await states()).toEqual([{ state: 'waiting', _count: 4 }])

  await throughIt('localhost', PASSWORD)
  await throughIt('localhost', PASSWORD)
  expect(await states()).toEqual([{ state: 'sent', _count: 4 }])
  for (let tries = 0; tries < 300 && sink.accepted.length < 4; tries += 1) await wait(100)
  await wait(1_000)
  expect(sink.accepted.map(({ to }) => to).toSorted()).toEqual([1, 1, 2, 2].map(address))
  const ids = sink.accepted.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(4)
  for (const { raw } of sink.accepted) {
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(raw).toMatch(/^Received: .*\(localhost/m)
    expect(raw).toMatch(/TLSv1\.[23]/)
  }
})

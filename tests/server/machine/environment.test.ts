/** The settings: their defaults, and that all faults are reported at once, each with its fix. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EnvironmentFault, readEnvironment, unreachable } from '#server/base/environment'

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentFault) return error.faults
    throw error
  }
  return []
}

describe('the environment', () => {
  test('needs nothing to be set', () => {
    expect(readEnvironment({ NODE_ENV: 'production' })).toEqual({
      host: '127.0.0.1',
      besideOff: [],
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      origins: ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'],
      dataDir: path.resolve('.data'),
      databaseUrl: null,
      redisUrl: null,
      databaseSessionUrl: null,
      secret: null,
      demo: 'here',
      trustProxy: '',
      signUp: 'open',
      metricsToken: null,
      backupDir: path.resolve('.data/backups'),
      backupCopy: null,
      scenarios: null,
      mail: null,
      listener: null,
      killAt: null,
      development: false,
    })
  })

  test('keeps backups beside the data unless another place, or none, is named', () => {
    expect(readEnvironment({ DATA_DIR: '/srv/data' }).backupDir).toBe('/srv/data/backups')
    expect(readEnvironment({ BACKUP_DIR: '/srv/kept' }).backupDir).toBe('/srv/kept')
    expect(readEnvironment({ BACKUP_DIR: 'none' }).backupDir).toBeNull()
  })

  test('in the image a database is named or asked for, so that a lost setting opens no empty house', () => {
    expect(faultsOf({ EMBEDDED: '0' })).toEqual([
      expect.stringMatching(/^This server has no database: .*DATABASE_URL.*EMBEDDED=1/),
    ])
    expect(readEnvironment({ EMBEDDED: '0', DATABASE_URL: 'postgres://db/x' }).databaseUrl).toBe('postgres://db/x')
    expect(readEnvironment({ EMBEDDED: '1' }).databaseUrl).toBeNull()
  })

  test('takes any setting from the file that NAME_FILE names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'track-two-secrets-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'secret')
    writeFileSync(file, ` ${'s'.repeat(40)}\n`)
    expect(readEnvironment({ NEXTAUTH_SECRET_FILE: file, METRICS_TOKEN_FILE: file })).toMatchObject({
      secret: 's'.repeat(40),
      metricsToken: 's'.repeat(40),
    })
    writeFileSync(file, 'short')
    expect(faultsOf({ NEXTAUTH_SECRET_FILE: file })).toEqual([expect.stringMatching(/^NEXTAUTH_SECRET must have/)])
    expect(faultsOf({ DATABASE_URL: 'postgres://db/x', DATABASE_URL_FILE: file })).toEqual([
      'DATABASE_URL and DATABASE_URL_FILE are both set: leave one of them out.',
    ])
    expect(faultsOf({ METRICS_TOKEN_FILE: path.join(folder, 'none') })).toEqual([
      'METRICS_TOKEN_FILE cannot be read (ENOENT): let it name a file that this user may read, or set METRICS_TOKEN.',
    ])
  })

  test('finds further scenarios where they are named', () => {
    expect(readEnvironment({ SCENARIOS: 'mine' }).scenarios).toBe(path.resolve('mine'))
  })

  test('takes an empty setting for one that is left out', () => {
    expect(readEnvironment({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readEnvironment({}))
  })

  test('says all that is wrong at once, each with the setting that mends it', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      HOST: 'a b',
      DATABASE_URL: 'mysql://localhost/x',
      REDIS_URL: 'http://localhost',
      DATABASE_SESSION_URL: 'mysql://localhost/x',
      NEXTAUTH_URL: 'https://example.edu/path',
      NEXTAUTH_SECRET: 'short',
      DEMO: 'yes',
      TRUST_PROXY: 'the proxy',
      SIGN_UP: 'ask',
      METRICS_TOKEN: 'short',
      BESIDE_OFF: 'peer-reviews, statements',
      SMTP_URL: 'https://mail.example',
      MAIL_FROM: 'nobody',
      MAIL_PER_MINUTE: '0',
      LISTENER_URL: 'http://10.0.0.7:11434/v1',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      ...['PORT', 'HOST', 'DATABASE_URL', 'DATABASE_SESSION_URL', 'REDIS_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET'],
      ...['DEMO', 'TRUST_PROXY', 'SIGN_UP', 'METRICS_TOKEN', 'BESIDE_OFF', 'SMTP_URL', 'MAIL_FROM', 'MAIL_PER_MINUTE'],
      'LISTENER_URL',
    ])
    for (const fault of faults) expect(fault).toMatch(/: set .+\.$/)
  })

  test('lets servers share a database only when they also have its address and the secret in common', () => {
    const shared = { DATABASE_URL: 'postgresql://db/x', NEXTAUTH_SECRET: 'x'.repeat(32) }
    const one = { REDIS_URL: 'rediss://:pass@engine:6379' }
    expect(readEnvironment({ ...shared, ...one }).redisUrl).toBe(one.REDIS_URL)
    // The nodes of a cluster are not one engine.
    expect(() => readEnvironment({ ...shared, REDIS_URL: 'redis://a,redis://b' })).toThrow('REDIS_URL must be')
    const faults = faultsOf(one)
    expect(faults).toEqual([expect.stringMatching(/set DATABASE_URL/), expect.stringMatching(/set NEXTAUTH_SECRET/)])
    expect(faults.join()).not.toContain('pass@')
  })

  test('takes no address behind a pooler without that of the pooler', () => {
    const behind = 'postgresql://me@db:5432/x'
    expect(faultsOf({ DATABASE_SESSION_URL: behind })).toEqual([expect.stringMatching(/^DATABASE_SESSION_URL .+\.$/)])
    expect(
      readEnvironment({ DATABASE_URL: 'postgresql://me@pooler:6432/x', DATABASE_SESSION_URL: behind }),
    ).toMatchObject({
      databaseUrl: 'postgresql://me@pooler:6432/x',
      databaseSessionUrl: behind,
    })
  })

  const from = 'Track Two <no-reply@college.example>'

  test('sends mail where a server and a sender are set, and no password over an open line', () => {
    const mail = (SMTP_URL: string, more = {}) => readEnvironment({ SMTP_URL, MAIL_FROM: from, ...more }).mail
    expect(mail('smtps://me%40x:p%2Fw@host:1465')).toEqual({
      ...{ host: 'host', port: 1465, secure: true, requireTls: true, signIn: { user: 'me@x', pass: 'p/w' } },
      ...{ from, perMinute: 60 },
    })
    expect(mail('smtp://127.0.0.1:25')).toMatchObject({ secure: false, requireTls: false, signIn: null })
    expect(mail('smtp://host?tls=required')).toMatchObject({ port: 587, requireTls: true })
    expect(mail('smtp://me:pw@host')).toMatchObject({ requireTls: true })
    expect(mail('smtps://host', { MAIL_PER_MINUTE: '6' })).toMatchObject({ port: 465, perMinute: 6 })
  })

  test.for(['smtp://', 'smtp://me@host', 'smtp://host/box', 'smtp://host?tls=no', 'host:25', 'smtp://%E0:x@host'])(
    'refuses the mail server %s',
    (SMTP_URL) => {
      expect(faultsOf({ SMTP_URL, MAIL_FROM: from })).toEqual([expect.stringMatching(/^SMTP_URL .+\.$/)])
    },
  )

  test.for(['no-reply', 'a@b, c@d', '<a@b>', 'x <a@b>\r\nBcc: c@d', 'x <a@b'])('refuses the sender %s', (MAIL_FROM) => {
    expect(faultsOf({ SMTP_URL: 'smtps://host', MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_FROM .+\.$/)])
  })

  test('takes neither a mail server nor a sender alone', () => {
    expect(faultsOf({ SMTP_URL: 'smtps://host' })).toEqual([expect.stringMatching(/set MAIL_FROM=.+\.$/)])
    expect(faultsOf({ MAIL_FROM: from })).toEqual([expect.stringMatching(/set SMTP_URL .+\.$/)])
  })

  test.for(['0', '65536', '-1', '80.5', '1e3'])('refuses the port %s', (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1)
  })

  test('never repeats a secret or a password in a fault', () => {
    const source = { NEXTAUTH_SECRET: 'hush-hush', DATABASE_URL: 'mysql://me:hush-hush@db/x' }
    const said = faultsOf({ ...source, SMTP_URL: 'smtp://me:hush-hush@host/x', MAIL_FROM: from }).join()
    expect(said).not.toContain('hush-hush')
  })

  test.for([
    [{}, 'here'],
    [{ HOST: 'localhost' }, 'here'],
    [{ HOST: '127.0.0.5' }, 'here'],
    [{ HOST: '::1' }, 'here'],
    [{ NEXTAUTH_URL: 'http://localhost:8080' }, 'here'],
    [{ HOST: '0.0.0.0' }, 'off'],
    [{ HOST: '127.evil.example' }, 'off'],
    // With a proxy on this machine every request comes from loopback, wherever its client is.
    [{ NEXTAUTH_URL: 'https://seminar.example.edu' }, 'off'],
    [{ NEXTAUTH_URL: 'http://localhost.example.edu' }, 'off'],
    [{ HOST: '0.0.0.0', NEXTAUTH_URL: 'http://localhost:3000' }, 'off'],
    [{ HOST: '0.0.0.0', DEMO: '1' }, 'everybody'],
    [{ NEXTAUTH_URL: 'https://seminar.example.edu', DEMO: '1' }, 'everybody'],
    [{ DEMO: '0' }, 'off'],
  ] as const)('%o opens the demo to: %s', ([source, demo]) => {
    expect(readEnvironment(source).demo).toBe(demo)
  })

  test.for([
    [{}, 'open'],
    [{ HOST: '::1' }, 'open'],
    [{ NEXTAUTH_URL: 'http://[::1]:3000' }, 'open'],
    [{ HOST: '0.0.0.0' }, 'invited'],
    // With a proxy on this machine every client looks local, so the public address decides instead.
    [{ NEXTAUTH_URL: 'https://seminar.example.edu' }, 'invited'],
    [{ HOST: '0.0.0.0', NEXTAUTH_URL: 'http://127.0.0.1:3000' }, 'invited'],
    [{ HOST: '0.0.0.0', SIGN_UP: 'open' }, 'open'],
    [{ SIGN_UP: 'closed' }, 'closed'],
  ] as const)('%o lets accounts be made: %s', ([source, signUp]) => {
    expect(readEnvironment(source).signUp).toBe(signUp)
  })

  test('speaks only to the origin people type, and to this machine when it listens there', () => {
    const { origins, publicUrl } = readEnvironment({ HOST: '10.0.0.7', NEXTAUTH_URL: 'https://seminar.example.edu/' })
    expect(publicUrl).toBe('https://seminar.example.edu')
    expect(origins).toEqual(['https://seminar.example.edu'])
  })
})

test('an address that only this machine opens names the setting that opens it to phones', () => {
  const of = (source: Record<string, string>) => unreachable(readEnvironment(source))
  expect(of({})).toMatchObject({ setting: 'HOST' })
  expect(of({ HOST: '0.0.0.0', NEXTAUTH_URL: 'http://localhost:3000' })).toMatchObject({ setting: 'NEXTAUTH_URL' })
  expect(of({ NEXTAUTH_URL: 'https://seminar.example.edu' })).toBeNull()
  const open = readEnvironment({ HOST: '0.0.0.0', PORT: '4000' })
  const lan = of({ PORT: '4000' })?.lan
  // On a machine without a network there is no other address, and the sentence says so.
  expect(unreachable(open)).toEqual(lan ? null : { setting: 'NEXTAUTH_URL', lan: null })
  if (lan) expect(open.publicUrl).toBe(lan)
})

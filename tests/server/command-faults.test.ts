/** Whatever fails under a command of the operator's, they read one plain sentence with the fix; nothing is changed by what failed. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { connect } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { administer } from '#server/commands/admin'
import { commandFault } from '#server/commands/command-fault'
import { summarise } from '#server/postgres/backup'
import { rowsOf } from '../support/files/rows'
import { useFreshDatabase } from '../support/machines/database'
import { givenSmallDisk } from '../support/machines/small-disk'

const fresh = useFreshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-faults-'))
beforeAll(() => {
  process.env.DATABASE_URL = fresh.url()
  process.env.DATA_DIR = folder
  settleSecret('a secret for these tests only, long enough')
  return () => rmSync(folder, { recursive: true })
})
beforeEach(() => void connect(fresh.url()))

async function admin(...line: string[]): Promise<string> {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await administer(
    line,
    (words) => said.push(words),
    (words) => complained.push(words),
  )
  connect(fresh.url())
  expect(code, said.join('\n')).toBe(1)
  return complained.join('\n')
}

/** One line of whole sentences, of which the last says what to do; and nothing that only a programmer reads. */
function expectPlain(said: string): void {
  expect(said).toMatch(/^[A-ZÀ-Ž/][^\n]*[.!?]$/)
  expect(said).toMatch(/: |There is no file|raise |name /)
  expect(said).not.toMatch(/E[A-Z]{4,}|Z_[A-Z]+|invocation|undefined|\bat .+:\d+:\d+|prisma|Error\b|syscall/)
}

test('a database whose disk is full takes no command, and says why', async () => {
  await rowsOf(
    fresh.url(),
    `CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
     CREATE TRIGGER full_now BEFORE INSERT ON invitation FOR EACH STATEMENT EXECUTE FUNCTION is_full();
     CREATE TRIGGER full_now BEFORE INSERT ON app_user FOR EACH STATEMENT EXECUTE FUNCTION is_full()`,
  )
  const before = await summarise(fresh.url())
  for (const line of [['invite'], ['create-admin', 'ada@example.edu', 'Ada']])
    expect(await admin(...line)).toBe(
      'The disk of the database is full: make room there and run this again; nothing was changed.',
    )
  expect(await summarise(fresh.url())).toEqual(before)
  await rowsOf(
    fresh.url(),
    `DROP TRIGGER full_now ON invitation; DROP TRIGGER full_now ON app_user; DROP FUNCTION is_full()`,
  )
})

test('a backup onto a full disk says which disk, and leaves nothing there', async () => {
  const disk = await givenSmallDisk(1)
  onTestFinished(() => disk.remove())
  disk.fillUp()
  const file = path.join(disk.folder, 'own.backup.gz')
  const said = await admin('backup', file)
  expect(said).toBe(`The disk on which ${file} lies is full: make room there and run this again; nothing was changed.`)
})

test('a restore of what is no whole backup says so in a sentence, and the database stays as it is', async () => {
  const whole = path.join(folder, 'whole.backup.gz')
  expect(
    await administer(
      ['backup', whole],
      () => undefined,
      () => undefined,
    ),
  ).toBe(0)
  const before = await summarise(fresh.url())
  const bytes = readFileSync(whole)
  const file = (name: string, content: Buffer | string) => {
    const made = path.join(folder, `${name}.backup.gz`)
    writeFileSync(made, content)
    return made
  }
  const cut = path.join(folder, 'cut.backup.gz')
  copyFileSync(whole, cut)
  truncateSync(cut, Math.floor(bytes.length / 2))
  // In the head, the body and the checksum of the packed file.
  const flipped = [1, Math.floor(bytes.length / 2), bytes.length - 6].map((at) => {
    const turned = Buffer.from(bytes)
    turned[at] = (turned[at] ?? 0) ^ 0xff
    return file(`flipped-${at}`, turned)
  })
  for (const one of [cut, ...flipped, file('empty', ''), file('other', 'not packed at all'), folder]) {
    const said = await admin('restore', one, '--replace')
    expectPlain(said)
    expect(said).toContain(one)
  }
  expect(await admin('restore', path.join(folder, 'nowhere.gz'))).toMatch(/^There is no file .*nowhere\.gz\.$/)
  expect(await summarise(fresh.url())).toEqual(before)
})

test.for([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'EIO'],
  ...['Z_DATA_ERROR', 'Z_BUF_ERROR', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EWHATEVER'],
  ...['53100', '53300', '25006', '42501', '42P01', '40001', '57014', '57P01', 'P1001', 'P2021', 'P2028', 'XX000'],
])('the code %s is said in a sentence, also from within what Prisma or another error has made of it', (code) => {
  const bare = Object.assign(new Error('Invalid `on.invitation.create()` invocation in\nserver/store'), { code })
  const wrapped = new Error('around', { cause: bare })
  const ofPrisma = Object.assign(new Error('Raw query failed.'), {
    name: 'PrismaClientKnownRequestError',
    code: 'P2010',
    meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode: code } } },
  })
  const isUnknown = ['EWHATEVER', 'XX000'].includes(code)
  for (const error of [bare, wrapped, ofPrisma]) {
    const said = commandFault(error, '/srv/data')
    if (isUnknown)
      expect(said).toMatch(/^It could not be done, for a reason .*: npm run admin -- doctor .*report this line\.$/)
    else expectPlain(said)
    expect(said).not.toContain('Invalid')
  }
})

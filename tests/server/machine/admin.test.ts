/** The operator's commands: each does what it says, reports what it did, and refuses with a sentence that names the fix. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { connect, database } from '#server/base/database'
import { environment, settleSecret } from '#server/base/environment'
import { takeLease } from '#server/cluster/leader-lease'
import { administer } from '#server/commands/admin'
import { lookOver } from '#server/commands/doctor'
import { summarise } from '#server/postgres/backup'
import { commandAsChair } from '#server/store/activities/chair-commands'
import { findInvitation } from '#server/store/courses/invitations'
import { ensureLinks } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { joinByCode } from '#server/store/door/door'
import { readRoom } from '#server/store/log/room-reading'
import { createSession, readSession } from '#server/store/people/sessions'
import { findByPassword } from '#server/store/people/users'
import { redactedGap } from '#simulation/kernel/gaps'
import { useFreshDatabase } from '../../support/machines/database'
import { givenClass } from '../live/given/given-classroom'
import { givenActivity } from '../store/given-store'

const fresh = useFreshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-admin-'))
beforeAll(() => {
  process.env.DATABASE_URL = fresh.url()
  process.env.DATA_DIR = folder
  settleSecret('a secret for these tests only, long enough')
  return () => rmSync(folder, { recursive: true })
})
// A command closes its connection at the end, as the end of its process would.
beforeEach(() => void connect(fresh.url()))

async function admin(...line: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const hear = (words: string) => lines.push(words)
  const code = await administer(line, hear, hear)
  connect(fresh.url())
  return { code, said: lines.join('\n') }
}
const lastLine = (said: string) => said.split('\n').at(-1) ?? ''

describe('accounts', () => {
  test('an administrator is made, given a new password and signed out, and only the newest password opens', async () => {
    const made = await admin('create-admin', 'Ada@Example.edu', 'Ada', 'Byron')
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Ada Byron sees every course now.') })
    const first = lastLine(made.said)
    const ada = await findByPassword('ada@example.edu', first)
    expect(ada).toMatchObject({ name: 'Ada Byron', isAdmin: true })
    const session = await createSession(database(), ada?.id ?? '', 'phone')
    const again = await admin('reset-password', 'ada@example.edu')
    expect(again.code).toBe(0)
    expect(await readSession(session)).toBeNull()
    expect(await findByPassword('ada@example.edu', first)).toBeNull()
    expect(await findByPassword('ada@example.edu', lastLine(again.said))).toMatchObject({ name: 'Ada Byron' })
    expect(lastLine(again.said)).not.toBe(first)
    expect(await admin('create-admin', 'ada@example.edu', 'Ada')).toEqual({
      code: 1,
      said: 'There is an account with the address ada@example.edu already.',
    })
  })

  test('a link is printed that makes one account, for as long as it was said', async () => {
    const made = await admin('invite', '--email', 'new@example.edu', '--days=3')
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('works for 3 days') })
    const token = lastLine(made.said).split('/invitation/')[1] ?? ''
    expect(await findInvitation(token)).toEqual({ email: 'new@example.edu', by: null, makesAccount: true, to: null })
    const row = await database().invitation.findFirstOrThrow({ where: { email: 'new@example.edu' } })
    expect(Math.round((row.expiresAt.getTime() - row.invitedAt.getTime()) / 3_600_000)).toBe(72)
    for (const wrong of [['--days', '0'], ['--days', 'x'], ['--days'], ['--email', 'no'], ['somebody@example.edu']])
      expect(await admin('invite', ...wrong)).toMatchObject({ code: 1, said: expect.stringMatching(/^Say it whole/) })
  })

  test('one account, or everybody, is signed out', async () => {
    await admin('create-admin', 'eve@example.edu', 'Eve')
    await admin('create-admin', 'kim@example.edu', 'Kim')
    const users = await database().user.findMany({ where: { email: { in: ['eve@example.edu', 'kim@example.edu'] } } })
    const [eve, kim] = users.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const sessions = await Promise.all([eve, kim].map((user) => createSession(database(), user?.id ?? '', 'phone')))
    expect((await admin('revoke-sessions', 'eve@example.edu')).said).toBe('eve@example.edu is signed out everywhere.')
    expect(await Promise.all(sessions.map(readSession))).toEqual([null, expect.objectContaining({ name: 'Kim' })])
    expect((await admin('revoke-sessions', '--everybody')).code).toBe(0)
    expect(await readSession(sessions[1] ?? '')).toBeNull()
  })

  test.for([
    [['reset-password'], 'Say it whole: npm run admin -- reset-password <e-mail>'],
    [['reset-password', 'no@example.edu'], 'There is no account with the address no@example.edu.'],
    [['create-admin', 'not-an-address', 'Ada'], /^Give an e-mail address and a name/],
    [['toString'], /create-admin <e-mail> <name>/],
    [['restore', 'nowhere.gz', '--replace'], /^There is no file .*nowhere\.gz\.$/],
  ] as const)('%j is refused with the way out', async ([line, words]) => {
    const { code, said } = await admin(...line)
    expect(code).toBe(1)
    expect(said).toMatch(words)
  })
})

describe('a database', () => {
  test('is backed up beside a server, and restored only when none runs and its people may be given up', async () => {
    await admin('create-admin', 'before@example.edu', 'Before')
    const file = path.join(folder, 'own.backup.gz')
    const lease = await takeLease(fresh.url(), 'http://seminar.example.edu', () => undefined)
    onTestFinished(() => lease.release())
    expect((await admin('backup', file)).said).toMatch(
      /^Wrote \d+ rows to .*own\.backup\.gz \(checksum [0-9a-f]{64}\)\.$/,
    )
    const before = await summarise(fresh.url())
    await admin('create-admin', 'after@example.edu', 'After')
    expect(await admin('restore', file, '--replace')).toEqual({
      code: 1,
      said: 'Another server (http://seminar.example.edu) already uses this database: stop every server, restore, and start them again.',
    })
    await lease.release()
    const refused = await admin('restore', file)
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/^The database holds \d+ people\. Say --replace/) })
    const restored = await admin('restore', file, '--replace')
    expect(restored.said).toMatch(/equal by checksum/)
    expect(restored.said).toMatch(/\nEverybody must sign in again, unless .*file `secret` into DATA_DIR/)
    // What was restored, and one line more: that it was.
    expect(await database().auditEntry.deleteMany({ where: { what: 'backup-restored' } })).toEqual({ count: 1 })
    expect(await summarise(fresh.url())).toEqual(before)
    expect(await database().user.count({ where: { email: 'after@example.edu' } })).toBe(0)
  })

  test('is looked over: a gap in a record and a missing backup are found, and nothing is when all is well', async () => {
    const { roomIds } = await givenActivity({})
    const found = await admin('doctor')
    expect(found.code).toBe(1)
    expect(found.said).toContain(`✗ These rooms cannot be read by this version: ${roomIds[0]}.`)
    expect(found.said).toContain('✗ There is no backup in')
    await database().roomEvent.create({
      data: {
        roomId: roomIds[0] ?? '',
        seq: 2,
        at: new Date(),
        by: 'clock',
        commandId: 'x',
        part: 0,
        audience: 'everyone',
        type: 'RoomClosed',
        event: { type: 'RoomClosed' },
      },
    })
    expect((await admin('doctor')).said).toContain(`✗ Room ${roomIds[0]} has no row 1, so nobody can open it`)
    expect(await admin('mend-room', roomIds[0] ?? '')).toEqual({
      code: 1,
      said: 'The first row of that record is missing, so nothing of it can be read: restore a backup.',
    })
    await database().room.deleteMany({ where: { id: { in: roomIds } } })
    await admin('backup')
    const well = await admin('doctor')
    expect(well.said.split('\n').filter((line) => line.startsWith('✗'))).toEqual([])
    expect(well.code).toBe(0)
    expect(well.said).toMatch(/✓ Keep .* (beside|as safe as) your backups/)
  })

  test('before the first start it is said that there are no tables, and what makes them', async () => {
    const empty = `${fresh.url()}?options=-csearch_path%3Dnowhere`
    const said = (await lookOver(empty, environment(), 'prisma/migrations')).map(({ words }) => words).join('\n')
    expect(said).toContain('There are no records yet: start the server once')
    expect(said).not.toContain('does not exist')
  })
})

describe('redacting', () => {
  const WORDS = 'CANARY call her on 555-0199'

  test('words go from the database, the fingerprint stands in the record and is proved by the salt, and older backups are named', async () => {
    const { roomId: room, instructor } = await givenClass()
    const nudge = { type: 'nudge', to: 'room', text: WORDS } as const
    await commandAsChair(database(), { room, chairId: instructor.id, source: 'test', command: nudge })
    await admin('backup')
    const { code, said } = await admin('redact', room, '1')
    expect(code).toBe(0)
    const [fingerprint = '', salt = ''] = said.match(/[0-9a-f]{64}/g) ?? []
    expect(createHash('sha256').update(salt).update(WORDS).digest('hex')).toBe(fingerprint)
    expect(said).toMatch(/These backups hold the words still; .*backup\.gz/)
    const rows = await database().$queryRaw<
      { row: string }[]
    >`SELECT event::text AS row FROM room_event WHERE room_id = ${room}`
    const text = rows.map(({ row }) => row).join('\n')
    expect(text).not.toContain('CANARY')
    expect(text).toContain(fingerprint)
    expect((await readRoom(room)).state?.record.at(0)?.event).toMatchObject({ text: redactedGap(fingerprint) })
    expect((await admin('redact', room, '99')).said).toContain('No words stand at 99')
    expect((await admin('redact', 'no-such-room', '1')).code).toBe(1)
    expect((await admin('doctor')).said).not.toContain('cannot be read')
  })
})

describe('forgetting', () => {
  test('a student is named first, then forgotten on every roster; a name that fits several is not guessed at', async () => {
    const one = await givenActivity({})
    const two = await givenActivity({ instructor: one.instructor })
    const place = { name: 'Zebulon Quartz', email: 'zq@college.example', studentNumber: 'z-77041' }
    await writeRoster(one.courseId, [place])
    await writeRoster(two.courseId, [place])
    const [roster] = await database().rosterPlace.findMany({ where: { courseId: two.courseId } })
    await ensureLinks(database(), [roster?.id ?? ''])
    const joined = await joinByCode({ code: one.code, name: 'Zebulon Quartz', userAgent: '', visitor: null })
    if (!joined.ok) throw new Error('not joined')
    const several = await admin('erase-student', 'zebulon quartz')
    expect(several.code).toBe(1)
    expect(several.said.split('\n')).toHaveLength(3)
    const shown = await admin('erase-student', joined.userId)
    expect(shown).toMatchObject({ code: 0, said: expect.stringContaining('Nothing is changed yet') })
    expect((await admin('erase-student', joined.userId, '--yes')).said).toMatch(/^Forgotten\./)
    expect((await admin('erase-student', 'z-77041', '--yes')).code).toBe(0)
    expect(await admin('erase-student', 'Zebulon Quartz', '--yes')).toEqual({
      code: 1,
      said: 'Nobody here has that e-mail, number, id or name.',
    })
    expect(await admin('erase-student', one.instructor.email ?? '', '--yes')).toEqual({
      code: 1,
      said: `${one.instructor.name} has a part in a course or keeps the house, and is no student to be erased: let them leave their courses first.`,
    })
  })
})

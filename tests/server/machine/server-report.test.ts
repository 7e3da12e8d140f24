/** What the page of this server is told: for an administrator alone, and true to the database, the folder and the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { environment } from '#server/base/environment'
import { logError } from '#server/base/faults/logger'
import { PlainFault } from '#server/base/faults/plain-fault'
import { watchGauges } from '#server/base/metrics'
import { readRelease } from '#server/base/release-notes'
import { readServerReport } from '#server/jobs/server-report'
import { invite } from '#server/store/courses/invitations'
import { rowsOf } from '../../support/files/rows'
import { useFreshDatabase } from '../../support/machines/database'

const fresh = useFreshDatabase()

test('only an administrator is told; the counts are those of the database, the folder and the process', async () => {
  expect(await readServerReport({ isAdmin: false })).toBeNull()
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const before = environment()
  const shared: typeof globalThis & { __trackTwoEnvironment?: unknown } = globalThis
  onTestFinished(() => {
    shared.__trackTwoEnvironment = before
  })
  shared.__trackTwoEnvironment = { ...before, backupDir: folder, databaseUrl: fresh.url(), mail: { perMinute: 60 } }
  expect(await readServerReport({ isAdmin: true })).toMatchObject({
    backup: { folder, newest: null },
    mail: { waiting: 0, failed: 0 },
    invitations: 0,
  })
  writeFileSync(path.join(folder, 'track-two-20261202T030000Z.backup.gz'), 'a'.repeat(500))
  writeFileSync(path.join(folder, 'track-two-20261203T030000Z.backup.gz'), 'a'.repeat(1_234))
  writeFileSync(path.join(folder, 'track-two-20261204T030000Z.backup.gz.part'), '')
  await rowsOf(
    fresh.url(),
    `INSERT INTO mail (id, key, kind, state, due_at, next_at)
     SELECT 'm' || n, 'k' || n, 'moved', (CASE WHEN n <= 2 THEN 'waiting' WHEN n <= 5 THEN 'failed' ELSE 'sent' END)::mail_state, now(), now()
       FROM generate_series(1, 9) AS n`,
  )
  for (const _ of [1, 2]) await invite({ by: null, email: null, to: null })
  await rowsOf(fresh.url(), `UPDATE invitation SET withdrawn_at = now() WHERE id = (SELECT id FROM invitation LIMIT 1)`)
  watchGauges(() => ({
    ...{ connections: 9, people: 7, joined: 5, rooms: 3, queued: 0 },
    ...{ overdue: 0, latestSeconds: 0, unsaved: 0, unsavedSeconds: 0 },
  }))
  logError('a test of the report', new PlainFault('as planned'))
  const report = await readServerReport({ isAdmin: true })
  expect(report).toMatchObject({
    server: null,
    now: { people: 7, rooms: 3 },
    backup: { newest: { at: Date.UTC(2026, 11, 3, 3), bytes: 1_234 }, copy: null },
    disks: [{ folder }],
    mail: { waiting: 2, failed: 3 },
    invitations: 1,
  })
  expect(report?.faults[0]).toMatchObject({ what: 'a test of the report', times: 1 })
})

test('the newest section of the changes is read with its points, and nothing is wrong where there is none', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-release-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(await readRelease(folder)).toEqual({ version: null, news: null })
  writeFileSync(path.join(folder, 'package.json'), '{"version":"0.4.0"}')
  const newest = async (changes: string) => {
    writeFileSync(path.join(folder, 'CHANGELOG.md'), changes)
    const { version, news } = await readRelease(folder)
    expect(version).toBe('0.4.0')
    return news
  }
  const lists = '- Reviews are `anonymous`,\n  also at one table.\n- A [page](docs/x.md) of this server.\n'
  const points = ['Reviews are anonymous, also at one table.', 'A page of this server.']
  const older = '\n## 0.3.0 (2026-05-01)\n\n- Old.\n'
  // As on keepachangelog.com: nothing is unreleased, lists under headings, and where the links lead at the end.
  expect(
    await newest(
      `# Changes\n\nAll.\n\n## [Unreleased]\n\n## [0.4.0] - 2026-12-03\n\n### Added\n\n${lists}\n### Fixed\n\n* A fault.\n${older}\n[0.4.0]: https://example.org/0.4.0\n`,
    ),
  ).toEqual({ title: '0.4.0 - 2026-12-03', points: [...points, 'A fault.'] })
  // In paragraphs, each with a word that names it.
  expect(await newest(`# Changes\n\n## 0.4.0\n\n**Marks.** Grading is\none place.\n\n${lists}${older}`)).toEqual({
    title: '0.4.0',
    points: ['Marks. Grading is one place.', ...points],
  })
  expect(await newest(`# Changes\n\n## 0.4.0\n\n- One.\n\n[0.4.0]: https://example.org/0.4.0\n`)).toEqual({
    title: '0.4.0',
    points: ['One.'],
  })
  for (const nothing of ['', '# Changes\n', '# Changes\n\n## Unreleased\n']) expect(await newest(nothing)).toBeNull()
})

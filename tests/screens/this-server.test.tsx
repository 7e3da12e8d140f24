// The page of this server, drawn from a server that does well and from one that has every trouble at once.
import { expect, test } from 'vitest'
import { ReportView, type ShownReport } from '../../app/this-server/report-view'
import { markup } from './drawn-screens'

const AT = Date.UTC(2026, 11, 3, 9, 5)
const well: ShownReport = {
  ...{ server: null, startedAt: AT, version: '0.4.0', invitations: 3 },
  news: { title: '0.4.0 — 3 December 2026', points: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] },
  now: { people: 41, rooms: 5 },
  backup: { folder: '/data/backups', newest: { at: AT, bytes: 1_920_000 }, copy: null },
  disks: [{ folder: '/data', freeBytes: 240_000_000_000, state: 'enough' }],
  memory: { own: 325_000_000, free: 1_500_000_000, total: 4_000_000_000 },
  ...{ gone: [], faults: [], mail: { waiting: 2, failed: 7 }, listener: null },
}
const words = (report: ShownReport) =>
  markup(<ReportView report={report} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('what an administrator asks is answered: version, news, people, backup, room, memory, mail, invitations and faults', () => {
  const said = words(well)
  for (const fact of [
    ...['This version 0.4.0', 'New in 0.4.0 — 3 December 2026', 'One Two Three 3 more points stand in CHANGELOG.md.'],
    ...['People with an open page 41', 'Rooms in session 5'],
    ...['The last one Dec 3, 2026, 9:05 AM UTC', 'Its size 1.9 MB', 'Where it is /data/backups'],
    ...['/data 240 GB free', 'Memory of this server 325 MB', 'Memory of the machine 1.5 GB free of 4 GB'],
    ...['Mails that wait 2', 'Mails that failed 7', 'Open invitations 3', 'None was written to the log.'],
  ])
    expect(said).toContain(fact)
  expect(said).not.toContain('one of several')
})

test('a server in trouble says each trouble, and what is gone before what has happened', () => {
  const said = words({
    ...well,
    ...{ server: 'a1b2c3d4', version: null, news: null, now: null, mail: null },
    backup: {
      ...{ folder: '/data/backups', newest: null },
      copy: { to: '/mnt/copies', at: AT, fault: '/mnt/copies is not there.' },
    },
    disks: [
      { folder: '/data', freeBytes: 0, state: 'full' },
      { folder: '/data/backups', freeBytes: 400_000_000, state: 'low' },
    ],
    gone: [{ what: 'the database does not answer', since: AT }],
    faults: [
      { what: 'a request failed', times: 3, lastAt: AT },
      { what: 'the database does not answer', times: 1, lastAt: AT },
    ],
  })
  for (const fact of [
    ...['It is a1b2c3d4, one of several servers.', 'This version not known', 'No list of what is new was found.'],
    ...[
      'It is only starting.',
      'None yet.',
      'This server sends no mail.',
      'Copied to /mnt/copies /mnt/copies is not there.',
    ],
    ...['/data Full, with 0 kB free: nothing can be saved.', '/data/backups Only 400 MB free: make room.'],
    'the database does not answer Now, since Dec 3, 2026, 9:05 AM UTC a request failed 3 times, last Dec 3, 2026, 9:05 AM UTC',
    'the database does not answer once, last Dec 3, 2026',
  ])
    expect(said).toContain(fact)
  expect(words({ ...well, backup: null })).toContain('This server makes none, because BACKUP_DIR is none.')
  expect(words({ ...well, disks: [] })).toContain('The disk of the database cannot be seen from here.')
})

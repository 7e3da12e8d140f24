/** `npm run admin -- doctor`: checks the database, the records of all rooms, the backups, disks, connections and the engine, and changes nothing. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@redis/client'
import type pg from 'pg'
import { fold } from '#simulation/engine/room'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { HOUR_MS } from '#simulation/kernel/time'
import type { CopyPlace } from '../base/copy-place'
import { diskRoom, gigabytes } from '../base/disk-room'
import type { Environment } from '../base/environment'
import { onOwnConnection } from '../base/own-connection'
import { readLastCopy } from '../jobs/backup-copy'
import { readBackups } from '../jobs/daily-backup'
import { summaryOf } from '../postgres/backup'
import { readMissing } from '../postgres/migrate'
import { openRoomLog } from '../store/log/room-log'
import { commandFault } from './command-fault'
import { TORN, type TornRoom } from './mend-room'
import { askReady } from './own-server'

export type Finding = { good: boolean; words: string }

const good = (words: string): Finding => ({ good: true, words })
const bad = (words: string): Finding => ({ good: false, words })

const CLOCKS_APART_MS = 2_000
const BACKUP_AGE_MS = 48 * HOUR_MS

/** Every finding; a check that throws becomes a finding too, so that one failure does not hide the others. `folder` holds the migrations. */
export async function lookOver(
  url: string,
  { dataDir, databaseUrl, backupDir, backupCopy, secret, redisUrl, host, port }: Environment,
  folder: string,
): Promise<Finding[]> {
  const questions: [what: string, ask: () => Promise<Finding[]>][] = [
    ['the database', () => lookAtDatabase(url, folder)],
    ['the records', () => lookAtRecords(url)],
    ['the backups', () => lookAtBackups(backupDir)],
    ['the copy of the backups', () => lookAtCopy(backupDir, backupCopy)],
    ['the disk', () => lookAtDisk(url, databaseUrl === null ? dataDir : null, backupDir)],
    ['the connections', () => lookAtConnections(url)],
    ['the engine', () => lookAtEngine(redisUrl)],
    ['the server', () => lookAtServer(host, port)],
    ['the secret', async () => [good(adviceOn(secret, dataDir))]],
  ]
  const findings: Finding[] = []
  for (const [what, ask] of questions)
    findings.push(
      ...(await ask().catch((error: unknown) => [bad(`Could not look at ${what}. ${commandFault(error, dataDir)}`)])),
    )
  return findings
}

async function lookAtDatabase(url: string, folder: string): Promise<Finding[]> {
  const asked = Date.now()
  const [row] = await query<{ version: string; now: Date; sync: string; role: string; superuser: boolean }>(
    url,
    `SELECT current_setting('server_version') AS version, clock_timestamp() AS now, current_setting('synchronous_commit') AS sync,
            rolname AS role, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user`,
  )
  const apart = Math.abs((row?.now.getTime() ?? 0) - asked)
  const missing = await readMissing(url, folder)
  return [
    good(`PostgreSQL ${row?.version} answers.`),
    row?.superuser
      ? bad(
          `This program works as ${row.role}, who may do everything on that PostgreSQL: make a role that only owns this database, and name it in DATABASE_URL.`,
        )
      : good(`It works as ${row?.role}, who may do nothing outside this database.`),
    row?.sync === 'off'
      ? bad('It acknowledges before it has written (synchronous_commit is off): words could be lost. Set it to on.')
      : good('It writes before it acknowledges.'),
    apart > CLOCKS_APART_MS
      ? bad(`Its clock is ${Math.round(apart / 1000)} s apart from this machine's: let both follow a time server.`)
      : good("Its clock agrees with this machine's."),
    missing.length > 0
      ? bad(`These migrations are missing and come with the next start: ${missing.join(', ')}.`)
      : good('Every migration is applied.'),
  ]
}

/** Each room's rows must be numbered from 1 without a gap and fold into a room by this version's rules. */
async function lookAtRecords(url: string): Promise<Finding[]> {
  const [tables] = await query<{ made: boolean }>(url, `SELECT to_regclass('room_event') IS NOT NULL AS made`)
  if (!tables?.made) return [bad('There are no records yet: start the server once, which makes their tables.')]
  const torn = await query<TornRoom>(url, TORN, [null])
  const rooms = await query<{ id: string }>(url, 'SELECT id FROM room ORDER BY id')
  const unreadable: string[] = []
  const log = openRoomLog(url, 1)
  try {
    for (const { id } of rooms)
      if (torn.every((room) => room.id !== id) && !(await folds(log.read, roomId.parse(id)))) unreadable.push(id)
  } finally {
    await log.close()
  }
  return [
    ...(torn.length > 0 ? torn.map(tornWords) : [good(`The records of ${rooms.length} rooms have no gap.`)]),
    unreadable.length > 0
      ? bad(`These rooms cannot be read by this version: ${unreadable.join(', ')}. Start the version that wrote them.`)
      : good('Every record reads into its room.'),
  ]
}

const tornWords = ({ id, missing, after }: TornRoom): Finding =>
  bad(
    `Room ${id} has no row ${missing}, so nobody can open it: npm run admin -- mend-room ${id} ends its record at row ${missing - 1} and keeps the ${after} rows behind the gap in a file. Where a backup holds row ${missing}, restoring it keeps more.`,
  )

async function folds(read: (room: RoomId) => Promise<Parameters<typeof fold>[0]>, id: RoomId): Promise<boolean> {
  try {
    return fold(await read(id)) !== null
  } catch {
    return false
  }
}

async function lookAtBackups(folder: string | null): Promise<Finding[]> {
  if (folder === null) return [bad('No backups are made, for BACKUP_DIR is none: take them by other means.')]
  const newest = (await readBackups(folder)).at(-1)
  if (!newest) return [bad(`There is no backup in ${folder} yet: make one with npm run admin -- backup.`)]
  const { rows } = await summaryOf(path.join(folder, newest.name))
  const hours = Math.round((Date.now() - newest.at) / HOUR_MS)
  return [
    Date.now() - newest.at > BACKUP_AGE_MS
      ? bad(`The newest backup, ${newest.name}, is ${hours} hours old: see why the server makes none.`)
      : good(`The newest backup, ${newest.name}, is ${hours} hours old and holds ${rows} rows.`),
  ]
}

async function lookAtCopy(folder: string | null, place: CopyPlace | null): Promise<Finding[]> {
  if (folder === null) return []
  if (place === null)
    return [
      good('No backup leaves this machine through this server: set BACKUP_COPY, or take them away by other means.'),
    ]
  const last = await readLastCopy(folder)
  if (last?.to !== place.given)
    return [bad(`Nothing was copied to ${place.given} yet: the server tries within ten minutes of its start.`)]
  const device = async (of: string) => (await stat(of).catch(() => null))?.dev
  const isSameDisk = place.by === 'folder' && (await device(place.to)) === (await device(folder))
  const hours = last.at === null ? null : Math.round((Date.now() - Date.parse(last.at)) / HOUR_MS)
  const when =
    hours === null ? 'Nothing has arrived there yet' : `What arrived last, ${last.file}, is ${hours} hours old`
  return [
    last.fault !== null
      ? bad(`The last copy of a backup to ${place.given} failed: ${last.fault} ${when}.`)
      : hours !== null && hours * HOUR_MS > BACKUP_AGE_MS
        ? bad(`${when} at ${place.given}: see why the server copies none.`)
        : good(`${last.file} was copied to ${place.given} ${hours} hours ago.`),
    ...(isSameDisk
      ? [bad(`${place.to} lies on the same disk as the backups themselves: set BACKUP_COPY to another machine.`)]
      : []),
  ]
}

/** Backups hold no secret, and a restore without it signs everybody out. */
const adviceOn = (secret: string | null, dataDir: string): string =>
  secret === null
    ? `Keep ${path.join(dataDir, 'secret')} beside your backups, and apart from whoever may read them: after a restore without it everybody must sign in again.`
    : 'Keep NEXTAUTH_SECRET as safe as your backups: after a restore with another one everybody must sign in again.'

/** Of a built-in database its folder is `dataDir`; of another one it is asked for, and looked at where it lies on this machine. */
async function lookAtDisk(url: string, dataDir: string | null, backupDir: string | null): Promise<Finding[]> {
  const asked = () => query<{ folder: string }>(url, `SELECT current_setting('data_directory') AS folder`)
  const own = dataDir ?? (await asked().catch(() => []))[0]?.folder
  const found: Finding[] = []
  let isSeen = false
  for (const place of new Set([own, backupDir])) {
    const disk = place && (await diskRoom(place))
    if (!disk) continue
    isSeen ||= place === own
    const left = `${gigabytes(disk.freeBytes)} are free where ${place} lies`
    found.push(disk.state === 'enough' ? good(`${left}.`) : bad(`Only ${left}: make room.`))
  }
  const [size] = await query<{ mb: number }>(url, 'SELECT pg_database_size(current_database()) / 1000000.0 AS mb')
  const where = isSeen ? '' : ' Its disk cannot be seen from here: watch it where it runs.'
  return [...found, good(`The database takes ${Number(size?.mb ?? 0).toFixed(0)} MB.${where}`)]
}

/**
 * Six for pages and two for the records on them; two that append and two that read for rooms; and one each for the lease, the notices, the
 * daily work and the index of words.
 */
const CONNECTIONS_OF_A_SERVER = 16
/** For backups, commands and whoever looks after the database. */
const SPARE_CONNECTIONS = 10

async function lookAtConnections(url: string): Promise<Finding[]> {
  const [row] = await query<{ most: number; servers: number }>(
    url,
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
            (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()
              AND application_name LIKE 'track-two http%') AS servers`,
  )
  const [most = 0, servers = 1] = [row?.most, Math.max(row?.servers ?? 1, 1)]
  const left = most - servers * CONNECTIONS_OF_A_SERVER
  const taken = `${servers === 1 ? 'a server takes' : `each of ${servers} servers takes`} up to ${CONNECTIONS_OF_A_SERVER}`
  return [
    left < SPARE_CONNECTIONS
      ? bad(
          `PostgreSQL gives ${most} connections; ${taken}, and ${SPARE_CONNECTIONS} must be left for backups and commands: raise max_connections by ${SPARE_CONNECTIONS - left} or more.`,
        )
      : good(`PostgreSQL gives ${most} connections; ${taken}, which leaves ${left} for backups and commands.`),
  ]
}

async function lookAtEngine(url: string | null): Promise<Finding[]> {
  if (url === null) return [good('There is no engine: this is for a single server.')]
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 5_000 } })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the command rejects too
  try {
    await client.connect()
    const { save, appendonly } = await client
      .configGet(['save', 'appendonly'])
      .catch(() => ({ save: '', appendonly: '' }))
    return [
      good('The engine answers.'),
      new URL(url).password === ''
        ? bad(
            'The engine takes no password: whoever reaches it can read what rooms say. Give it one, and a network of its own.',
          )
        : good('The engine takes a password.'),
      save || appendonly === 'yes'
        ? bad('The engine writes to disk what passes through it, caucuses too: set save "" and appendonly no.')
        : good('The engine keeps nothing.'),
    ]
  } finally {
    if (client.isOpen) client.destroy()
  }
}

/** What the server on this machine says of itself, where one runs: not ready, or beside others that serve another database. */
async function lookAtServer(host: string, port: number): Promise<Finding[]> {
  const answer = await askReady(host, port)
  if (answer === null) return []
  const [state = '', ...more] = answer.text.split('\n')
  const strangers = more.filter((line) => line.startsWith('other servers'))
  return [
    answer.ok ? good(`The server here is ready (${more[0]}).`) : bad(`The server here is not ready: ${state}.`),
    ...strangers.map((line) =>
      bad(`By what it hears, ${line}: give all servers of one balancer the same DATABASE_URL.`),
    ),
  ]
}

const query = <Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> =>
  onOwnConnection(url, async (client) => (await client.query<Row>(sql, values)).rows)

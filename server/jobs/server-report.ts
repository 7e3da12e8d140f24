/** What an administrator reads of the server that answers: how it does now, without one name. Read only. */
import { freemem, totalmem } from 'node:os'
import { database } from '../base/database'
import { type DiskRoom, diskRoom } from '../base/disk-room'
import { environment } from '../base/environment'
import { type FaultCount, faultCounts } from '../base/faults/fault-counts'
import { serverName } from '../base/faults/journal'
import { whatIsGone } from '../base/faults/outage'
import { liveGauges } from '../base/metrics'
import { type Release, readRelease } from '../base/release-notes'
import { countOpenInvitations } from '../store/courses/invitations'
import { countMail } from '../store/mail/outbox'
import type { Person } from '../store/people/users'
import { type LastCopy, readLastCopy } from './backup-copy'
import { newestBackup } from './daily-backup'

/** So many kinds of fault are told of, the latest first. */
const MOST_FAULTS = 6

export type ServerReport = Release & {
  /** Its id where it is one of several; null where it is alone. */
  server: string | null
  /** Ms since 1970. */
  startedAt: number
  /** Different people with an open page, and rooms in session; null before its sockets are open. */
  now: { people: number; rooms: number } | null
  /** Where backups are made, the newest there, and how it was copied elsewhere (null where nothing is); null where this server makes none. */
  backup: { folder: string; newest: { at: number; bytes: number } | null; copy: CopyReport | null } | null
  /** The room where the built-in database and the backups lie; each disk that can be seen. */
  disks: (DiskRoom & { folder: string })[]
  memory: { own: number; free: number; total: number }
  /** What is gone now, and since when (ms since 1970). */
  gone: { what: string; since: number }[]
  faults: FaultCount[]
  /** Null where no mail is sent. */
  mail: { waiting: number; failed: number } | null
  /** The address of the listener; null where none is asked. */
  listener: string | null
  invitations: number
}

/** `at` is when the last backup arrived there, null before any has; `fault` is the sentence of a try that failed since. */
type CopyReport = { to: string; at: number | null; fault: string | null }

const copyReport = (to: string, last: LastCopy | null): CopyReport => {
  const own = last?.to === to ? last : null
  return { to, at: own?.at ? Date.parse(own.at) : null, fault: own?.fault ?? null }
}

/** The report for an administrator; null for anybody else. */
export async function readServerReport(reader: Pick<Person, 'isAdmin'>): Promise<ServerReport | null> {
  if (!reader.isAdmin) return null
  const { dataDir, databaseUrl, backupDir, backupCopy, mail, listener, redisUrl } = environment()
  const places = [...new Set([...(databaseUrl === null ? [dataDir] : []), ...(backupDir === null ? [] : [backupDir])])]
  const [release, newest, copied, rooms, mails, invitations] = await Promise.all([
    readRelease(),
    backupDir === null ? null : newestBackup(backupDir),
    backupDir === null || backupCopy === null ? null : readLastCopy(backupDir),
    Promise.all(places.map(diskRoom)),
    mail === null ? null : countMail(database()),
    countOpenInvitations(database()),
  ])
  const gauges = liveGauges()
  return {
    ...release,
    server: redisUrl === null ? null : serverName(),
    startedAt: Math.round(performance.timeOrigin),
    now: gauges && { people: gauges.people, rooms: gauges.rooms },
    backup:
      backupDir === null
        ? null
        : { folder: backupDir, newest, copy: backupCopy && copyReport(backupCopy.given, copied) },
    disks: rooms.flatMap((room, place) => (room ? [{ ...room, folder: places[place] ?? '' }] : [])),
    memory: { own: process.memoryUsage.rss(), free: freemem(), total: totalmem() },
    gone: whatIsGone(),
    faults: faultCounts().slice(0, MOST_FAULTS),
    mail: mails,
    listener: listener?.url ?? null,
    invitations,
  }
}

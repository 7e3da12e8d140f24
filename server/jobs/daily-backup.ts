/** Makes one backup a day while the server runs, has it copied elsewhere, and deletes those older than two weeks. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DAY_MS, MINUTE_MS } from '#simulation/kernel/time'
import type { CopyPlace } from '../base/copy-place'
import { logError, logInfo } from '../base/faults/logger'
import { failed, goneBy, served } from '../base/faults/outage'
import { lastBackup } from '../base/metrics'
import { backUp } from '../postgres/backup'
import { copyDaily } from './backup-copy'

const LOOK_MS = 10 * MINUTE_MS
/** After so many days no backup holds the name of an erased person any more. */
const DAYS_KEPT = 14
const NAME = /^track-two-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup\.gz$/

type DailyBackup = { stop(): Promise<void> }

/** Checks every LOOK_MS whether a backup or its copy is due; not at the start itself, which it would slow down. `place` is null for no copies. */
export function startDailyBackups(url: string, folder: string, place: CopyPlace | null): DailyBackup {
  const ending = new AbortController()
  const look = async () => {
    await backUpWhenDue(url, folder, new Date()).then(
      () => served('backup'),
      (error: unknown) => failed(goneBy(error) === 'database' ? 'database' : 'backup', error),
    )
    // Also one that `admin update` made, and one whose copy failed ten minutes ago.
    const newest = place && (await readBackups(folder)).at(-1)
    if (newest) await copyDaily(folder, newest.name, place, ending.signal)
  }
  let running: Promise<unknown> = Promise.resolve()
  const looking = setInterval(() => {
    running = running
      .then(look)
      .catch((error: unknown) => logError('how the copy of the backup went could not be kept', error))
  }, LOOK_MS)
  looking.unref()
  return {
    async stop() {
      clearInterval(looking)
      ending.abort()
      // A backup that needs longer fails when the database stops; it leaves no file under a backup's name.
      await Promise.race([running, wait(2_000, undefined, { ref: false })])
    },
  }
}

/** Makes a backup when the newest is a day old, then deletes those that are too old; returns the file, or null when none was due. */
export async function backUpWhenDue(url: string, folder: string, now: Date): Promise<string | null> {
  const kept = await readBackups(folder)
  const newest = kept.at(-1)
  if (newest) lastBackup.set(newest.at / 1000)
  if (newest && now.getTime() - newest.at < DAY_MS) return null
  const file = path.join(folder, backupName(now))
  const begun = performance.now()
  const { rows } = await backUp(url, file, now)
  lastBackup.set(now.getTime() / 1000)
  logInfo('a backup was made', { file: path.basename(file), rows, seconds: (performance.now() - begun) / 1000 })
  for (const { name, at } of kept)
    if (now.getTime() - at > DAYS_KEPT * DAY_MS) await rm(path.join(folder, name), { force: true })
  return file
}

/** `track-two-20260131T235900Z.backup.gz`: sorted by name is sorted by time. */
export function backupName(at: Date): string {
  return `track-two-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.backup.gz`
}

/** When the newest backup in a folder was made, in ms since 1970, and its size; null while there is none. */
export async function newestBackup(folder: string): Promise<{ at: number; bytes: number } | null> {
  const newest = (await readBackups(folder)).at(-1)
  if (!newest) return null
  const file = await stat(path.join(folder, newest.name)).catch(() => null)
  return file && { at: newest.at, bytes: file.size }
}

/** The backups in a folder, the oldest first. */
export async function readBackups(folder: string): Promise<{ name: string; at: number }[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().flatMap((name) => {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
    return Number.isNaN(at) ? [] : [{ name, at }]
  })
}

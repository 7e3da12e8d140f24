/**
 * Lets only one process use a data folder: two servers on one embedded database would lose acknowledged rows without an error.
 * The lock file names its process and when that process began, so that a process that was later given the same id does not count.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartFault } from '#server/base/faults/start-fault'
import { storageFault } from '#server/base/faults/storage-fault'
import { isAlive, startOf } from '#server/base/processes'

const Owner = z.strictObject({ pid: z.number().int().positive(), start: z.string().nullable(), at: z.string() })
type Owner = z.infer<typeof Owner>

export type Lock = { release(): void }

/** Locks the folder for this process and creates it if it is missing; a process that is refused prints `address`, where the owner answers. */
export function takeFolder(dataDir: string, address: string): Lock {
  const file = path.join(dataDir, 'owner.json')
  const own: Owner = { pid: process.pid, start: startOf(process.pid), at: address }
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  } catch (error) {
    removeDraft(draft)
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw (
      storageFault(error, dataDir) ??
      new StartFault(
        `The data folder ${dataDir} cannot be written (${why}): make it writable for this user, or set DATA_DIR to a folder that is.`,
      )
    )
  }
  try {
    claim(file, draft, dataDir)
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    release() {
      const owner = readOwner(file)
      if (owner?.pid === own.pid && owner.start === own.start) rmSync(file, { force: true })
    },
  }
}

/** A full disk may have let it be begun. Where it could not even be begun, that it cannot be removed must not hide why. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {}
}

/** Puts the finished file in place by a hard link, which fails for all processes but one; a stale lock is moved away first. */
function claim(file: string, draft: string, dataDir: string): void {
  for (;;) {
    try {
      linkSync(draft, file)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = readOwner(file)
    if (owner && isRunning(owner)) {
      throw new StartFault(
        `Another server (process ${owner.pid}, ${owner.at}) already uses the data folder ${dataDir}: stop it, or start this one with another DATA_DIR and PORT.`,
      )
    }
    setAside(file, draft, owner)
  }
}

/** Moves a stale lock away. If another process took the folder since `judged` was read, its lock was moved, and is put back. */
function setAside(file: string, draft: string, judged: Owner | null): void {
  const aside = `${draft}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readOwner(aside)
  if (moved && JSON.stringify(moved) !== JSON.stringify(judged)) linkSync(aside, file)
  rmSync(aside, { force: true })
}

/** The process that has the data folder now; null where none has. */
export function ownerOf(dataDir: string): number | null {
  const owner = readOwner(path.join(dataDir, 'owner.json'))
  return owner && isRunning(owner) ? owner.pid : null
}

function isRunning(owner: Owner): boolean {
  if (!isAlive(owner.pid)) return false
  const start = startOf(owner.pid)
  return start === null || owner.start === null || start === owner.start
}

function readOwner(file: string): Owner | null {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

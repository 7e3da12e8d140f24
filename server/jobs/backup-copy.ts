/** Copies backups off this machine (BACKUP_COPY), and keeps beside the daily ones how the last copy went. */
import { spawn } from 'node:child_process'
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { asJson } from '#simulation/kernel/as-json'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { CopyPlace } from '../base/copy-place'
import { logError, logInfo } from '../base/faults/logger'
import { PlainFault } from '../base/faults/plain-fault'
import { summaryOf } from '../postgres/backup'

/** A program that hangs must not keep the next day's backup from being copied. */
const LONGEST_MS = 30 * MINUTE_MS
const LAST_COPY = 'last-copy.json'

/** `file` is the newest backup that has arrived at `to`, at the time `at`; both null where none has. `fault` is the sentence of a try that failed since. */
const LastCopy = z.strictObject({
  to: z.string(),
  file: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  fault: z.string().nullable(),
})
export type LastCopy = z.infer<typeof LastCopy>

/** Why a backup could not be copied, in one sentence that names the place or the program. */
export class CopyFault extends PlainFault {
  override readonly name = 'CopyFault'
}

/** How the last copy out of this folder of backups went; null where none was tried. */
export async function readLastCopy(folder: string): Promise<LastCopy | null> {
  const text = await readFile(path.join(folder, LAST_COPY), 'utf8').catch(() => '')
  return LastCopy.safeParse(asJson(text)).data ?? null
}

/**
 * Copies the daily backup `name` of `folder`, unless it is there already. A failure is logged once, not at each try, and the next call tries
 * again.
 */
export async function copyDaily(folder: string, name: string, place: CopyPlace, ending: AbortSignal): Promise<void> {
  const kept = await readLastCopy(folder)
  const last = kept?.to === place.given ? kept : null
  if (last?.file === name && last.fault === null) return
  try {
    await copyElsewhere(path.join(folder, name), folder, place, ending)
    logInfo('a backup was copied elsewhere', { file: name })
  } catch (error) {
    // The server is stopping: the next start copies it.
    if (ending.aborted) return
    const fault = sentenceOf(error)
    if (last?.fault !== fault) logError('the daily backup could not be copied elsewhere', error, { why: fault })
  }
}

/**
 * Copies the backup `file`, and keeps in `folder`, that of the daily ones, how it went, for `doctor`. Rejects where it did not arrive, with a
 * sentence. Nothing is ever deleted elsewhere: whoever takes over this machine must not reach the copies through it.
 */
export async function copyElsewhere(
  file: string,
  folder: string,
  place: CopyPlace,
  ending?: AbortSignal,
): Promise<void> {
  try {
    await copyTo(file, place, ending)
    await keep(folder, { to: place.given, file: path.basename(file), at: new Date().toISOString(), fault: null })
  } catch (error) {
    if (ending?.aborted) throw error
    const last = await readLastCopy(folder)
    const arrived = last?.to === place.given ? last : { file: null, at: null }
    await keep(folder, { to: place.given, file: arrived.file, at: arrived.at, fault: sentenceOf(error) })
    throw error
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function copyTo(file: string, { by, to }: CopyPlace, ending?: AbortSignal): Promise<void> {
  switch (by) {
    case 'folder':
      return copyToFolder(file, to)
    case 'rsync':
      // With the slash a folder is made where there is none; without it, a file of that name.
      return run(by, ['--times', '--timeout=300', '--', file, to.replace(/([^:/])$/, '$1/')], ending)
    case 'rclone':
      return run(by, ['copy', '--quiet', '--', file, to], ending)
    default: {
      const never: never = by
      throw new Error(`No way to copy: ${String(never)}`)
    }
  }
}

/** The folder is not made here: where another disk is not mounted, its place is an empty folder of this disk. */
async function copyToFolder(file: string, folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null)
  if (!there?.isDirectory())
    throw new CopyFault(`There is no folder ${folder}: mount the disk that holds it, or make the folder.`)
  const draft = path.join(folder, `${path.basename(file)}.${process.pid}.part`)
  try {
    await copyFile(file, draft)
    const handle = await open(draft, 'r+')
    await handle.sync().finally(() => handle.close())
    await summaryOf(draft)
    await rename(draft, path.join(folder, path.basename(file)))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new CopyFault(`${folder} does not take the backup (${sentenceOf(error)}).`, {
      cause: error,
    })
  }
}

/** Runs a program that copies; rejects with a sentence when it is missing, fails or takes too long. */
function run(program: 'rsync' | 'rclone', words: readonly string[], ending?: AbortSignal): Promise<void> {
  const child = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: ending,
    timeout: LONGEST_MS,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, 2_000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        'code' in error && error.code === 'ENOENT'
          ? new CopyFault(
              `${program} is not installed on this machine: install it, or set BACKUP_COPY to another place.`,
            )
          : error,
      ),
    )
    child.once('close', (code) => {
      // The first line has the reason; those after it follow from it.
      const [first = ''] = said.trim().split('\n')
      if (code === 0) resolve()
      else if (code === null) reject(new CopyFault(`${program} was stopped after ${LONGEST_MS / MINUTE_MS} minutes.`))
      else reject(new CopyFault(`${program} ended with ${code}: ${first}`))
    })
  })
}

async function keep(folder: string, last: LastCopy): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, LAST_COPY)
  const draft = `${file}.${process.pid}.part`
  await writeFile(draft, `${JSON.stringify(last)}\n`, { mode: 0o600 })
  await rename(draft, file)
}

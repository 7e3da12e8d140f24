/**
 * A real disk of a few megabytes, for tests that fill it: a tmpfs in a mount namespace of its own, so that it needs no rights outside and is gone
 * with its last process. Programs are started in it through `inside`; its files are reached from outside under `folder`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endWithUs } from './children'

export type SmallDisk = {
  /** The command before a program's own that starts it where this disk is. */
  inside: readonly string[]
  /** Where the disk is for a program that was started inside. */
  place: string
  /** Where the disk is for this process. */
  folder: string
  /** Writes until nothing goes on it any more. */
  fillUp(): void
  makeRoom(): void
  remove(): Promise<void>
}

const asRoot = process.getuid?.() === 0

export async function givenSmallDisk(megabytes: number): Promise<SmallDisk> {
  const place = mkdtempSync(path.join(tmpdir(), 'track-two-disk-'))
  const script = `mount -t tmpfs -o size=${megabytes}m,mode=0777 tmpfs "$0" && echo mounted && exec sleep infinity`
  const rights = asRoot ? [] : ['--user', '--map-root-user']
  const holder = spawn('unshare', [...rights, '--mount', 'sh', '-c', script, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endWithUs(holder)
  const [said] = await once(holder.stdout.setEncoding('utf8'), 'data')
  if (!String(said).includes('mounted'))
    throw new Error('No disk could be mounted here, as root or in a user namespace.')
  const folder = path.join(`/proc/${holder.pid}/root`, place)
  const filler = path.join(folder, 'filler')
  const enter = ['nsenter', '--target', String(holder.pid), '--mount', `--wdns=${process.cwd()}`]
  return {
    inside: asRoot ? enter : [...enter, '--user', '--preserve-credentials'],
    place,
    folder,
    fillUp() {
      const file = openSync(filler, 'a')
      try {
        for (let size = 1_000_000; size > 0; ) size = wrote(file, size) ? size : Math.floor(size / 10)
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rmSync(filler),
    async remove() {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
      rmSync(place, { recursive: true, force: true })
    },
  }
}

function wrote(file: number, size: number): boolean {
  try {
    writeSync(file, Buffer.alloc(size))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}

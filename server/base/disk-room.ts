/** How much room a disk has, and from where on that is too little: asked by the server, by `doctor` and by the page of this server. */
import { statfs } from 'node:fs/promises'
import { failed, served } from './faults/outage'
import { PlainFault } from './faults/plain-fault'
import { twiceASecond } from './poll'

/** Below this somebody should make room: some days of backups, or a week of a large course. */
const LOW = 1_000_000_000
/** PostgreSQL writes its log in pieces of 16 MiB. Where not one of them has room, it stops at the next. */
const FULL = 16 * 1_024 * 1_024

export type DiskRoom = { freeBytes: number; state: 'enough' | 'low' | 'full' }

/** The room that is left where `folder` lies, for this user; null where that cannot be seen from here. */
export async function diskRoom(folder: string): Promise<DiskRoom | null> {
  const disk = await statfs(folder).catch(() => null)
  if (!disk) return null
  const freeBytes = disk.bavail * disk.bsize
  return { freeBytes, state: freeBytes < FULL ? 'full' : freeBytes < LOW ? 'low' : 'enough' }
}

/** As in `0.4 GB`. */
export const gigabytes = (bytes: number): string => `${(bytes * 1e-9).toFixed(1)} GB`

export type WatchedDisk = {
  /** Null before the first look, and where nothing can be seen. */
  room(): DiskRoom | null
  stop(): void
}

/** Looks at the disk of the database twice a second, so that a full one is known before anybody writes. */
export function watchDisk(folder: string): WatchedDisk {
  let room: DiskRoom | null = null
  const stop = twiceASecond(() => {
    const askedAt = performance.now()
    void diskRoom(folder).then((seen) => {
      room = seen
      if (seen?.state === 'full') failed('disk', new PlainFault(`${seen.freeBytes} bytes are free`))
      else if (seen) served('disk', askedAt)
    })
  })
  return { room: () => room, stop }
}

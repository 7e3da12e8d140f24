/**
 * `npm run admin -- update`: builds another release beside the running one, makes a backup, has the server start from it, and goes back where
 * that is not ready within a minute. The server is only told to stop: whatever keeps it running starts it again, so no rights are needed.
 */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { MINUTE_MS } from '#simulation/kernel/time'
import { environment } from '../base/environment'
import { isAlive, signal } from '../base/processes'
import { backupName } from '../jobs/daily-backup'
import { backUp } from '../postgres/backup'
import { openCommandDatabase } from './command-database'
import { askReady, type OwnServer, serverOn } from './own-server'
import { Refusal } from './refusal'
import {
  buildRelease,
  changesBetween,
  clearReleases,
  compareTags,
  fetchRelease,
  fetchTags,
  findReleases,
  leadTo,
  notesOf,
  type Releases,
  versionOf,
} from './releases'

/** What an update asks of the house it is done in. */
export type House = {
  releases: Releases
  server: () => OwnServer | null
  isReady: () => Promise<boolean>
  /** Makes a backup and returns its file. */
  backUp: () => Promise<string>
  say: (line: string) => void
  readyMs: number
}

/** A server that is told to stop leaves within half a minute (server/base/shutdown.ts); one that hangs does not hear it. */
const LEAVING_MS = 35_000
const READY_MS = MINUTE_MS

/** Updates the release in the working folder, whose settings are those of this process. */
export async function updateHere(to: string | null, onlyNotes: boolean, say: House['say']): Promise<void> {
  const { redisUrl, dataDir, backupDir, host, port } = environment()
  if (redisUrl !== null)
    throw new Refusal('This is one of several servers: docs/several-servers.md says how they are updated.')
  const house: House = {
    releases: findReleases('.'),
    server: () => serverOn(dataDir),
    isReady: async () => (await askReady(host, port))?.ok === true,
    async backUp() {
      const now = new Date()
      const file = path.join(backupDir ?? path.join(dataDir, 'backups'), backupName(now))
      const at = await openCommandDatabase(environment(), { upToDate: false })
      await backUp(at.sessionUrl, file, now).finally(() => at.close())
      return file
    },
    say,
    readyMs: READY_MS,
  }
  await update(house, to, onlyNotes)
}

/** Updates to `to`, else to the newest release; with `onlyNotes` it says what that would bring. Throws a Refusal where it was not carried out. */
export async function update(house: House, to: string | null, onlyNotes: boolean): Promise<void> {
  const { releases, say } = house
  const from = `v${versionOf(releases.here)}`
  const tag = to ?? (await fetchTags(releases.here)).at(-1) ?? from
  if (to === null && compareTags(tag, from) <= 0) return say(`${from} is the newest release.`)
  if (tag === from) return say(`This is ${from} already.`)
  const running = house.server()
  if (running?.folder && running.folder !== releases.here)
    throw new Refusal(
      `The server runs from ${running.folder} and not from ${releases.here}: let its service start in the folder that ends with current, and restart it first.`,
    )
  const place = await fetchRelease(releases, tag)
  const isBack = compareTags(tag, from) < 0
  const changes = isBack ? changesBetween(place, releases.here) : changesBetween(releases.here, place)
  if (isBack && changes.length > 0) throw new Refusal(`${from} ${wayBackWords(changes)}`)
  if (!isBack) say(notesOf(place, from, tag))
  if (changes.length > 0) say(`${tag} ${wayBackWords(changes)}`)
  if (onlyNotes) return

  say(`Building ${tag} beside ${from}, which goes on. This takes some minutes.`)
  await buildRelease(place)
  const backup = await house.backUp()
  say(`Wrote the backup ${backup}.`)
  leadTo(releases, place)
  if (running === null) return say(`No server runs here; the next start is ${tag}.`)
  if (await comesBack(house, place)) {
    clearReleases(releases, [place, releases.here])
    return say(`${tag} is ready. Back to ${from}: npm run admin -- update --to ${from}`)
  }
  leadTo(releases, releases.here)
  const isHere = await comesBack(house, releases.here)
  throw new Refusal(
    isHere
      ? `${tag} was not ready within ${house.readyMs / 1000} s, and ${from} runs again; the log of the service says why. Nothing is lost.`
      : `${tag} was not ready within ${house.readyMs / 1000} s, and ${from} is not ready either: see in the log of the service whether anything starts it again, and why it does not open. If it says that the database was changed, stop the service, then: npm run admin -- restore ${backup} --replace`,
  )
}

const wayBackWords = (changes: readonly string[]): string =>
  `changes the database so that an older version refuses it (${changes.join(', ')}). The way back is to stop the service, restore the backup that was made before the change, and lead current to the older release.`

/** Has the server stop, and waits until one from `place` is ready. */
async function comesBack({ server, isReady, readyMs }: House, place: string): Promise<boolean> {
  const old = server()
  if (old) await stop(old.pid)
  const end = performance.now() + readyMs
  while (performance.now() < end) {
    await wait(250)
    const now = server()
    if (now && now.pid !== old?.pid && (now.folder ?? place) === place && (await isReady())) return true
  }
  return false
}

async function stop(pid: number): Promise<void> {
  signal(pid, 'SIGTERM')
  const end = performance.now() + LEAVING_MS
  while (isAlive(pid)) {
    if (performance.now() > end) signal(pid, 'SIGKILL')
    await wait(100)
  }
}

/** Watches the embedded database: starts it again on the same port when it dies, and says so when that cannot be done. */
import { logInfo } from '#server/base/faults/logger'
import { failed } from '#server/base/faults/outage'
import { StartFault } from '#server/base/faults/start-fault'
import { isAlive, signal } from '#server/base/processes'
import { LaunchFault, launch, until } from './launching'

export type Supervised = {
  /** Stops the database ("fast": open transactions are rolled back, everything is written out) and waits until it is gone. */
  stop(): Promise<void>
  /** Signals the same stop without waiting, for a process that must exit at once. */
  abandon(): void
}

const LOOK_MS = 250
const STOPPING_MS = 20_000
/**
 * After so long without a database the server gives up, because a restart by its supervisor may heal what it cannot. With a full disk a restart
 * heals nothing, and the pages would lose their server as well.
 */
const PATIENCE_MS = { other: 10_000, 'still-in-use': 30_000, 'no-room': Number.POSITIVE_INFINITY }

/** `lost` is called at most once, when the database could not be started again in time. */
export function supervise(folder: string, first: number, port: number, lost: (fault: StartFault) => void): Supervised {
  let pid = first
  let stopping = false
  let restarting: Promise<void> | null = null
  /** Since when it has not started again; null while it runs. */
  let failingFrom: number | null = null

  async function restart(): Promise<void> {
    try {
      pid = await launch(folder, port) // the same port, by which the connection pools know it
      logInfo('the database died and was started again')
      failingFrom = null
    } catch (error) {
      const why = error instanceof LaunchFault ? error.why : 'other'
      failingFrom ??= performance.now()
      failed(why === 'no-room' ? 'disk' : 'database', error, { during: 'the database is started again', why })
      if (stopping || performance.now() - failingFrom < PATIENCE_MS[why]) return
      cease()
      lost(new StartFault(`The database in ${folder} died and does not start again; ${folder}.log says why.`))
    }
  }

  const watch = setInterval(() => {
    if (stopping || restarting || isAlive(pid)) return
    restarting = restart().finally(() => {
      restarting = null
    })
  }, LOOK_MS)
  watch.unref()

  function cease(): void {
    stopping = true
    clearInterval(watch)
  }

  function abandon(): void {
    cease()
    signal(pid, 'SIGINT')
  }

  return {
    abandon,
    async stop() {
      cease()
      await restarting
      abandon()
      // SIGQUIT stops without a checkpoint, and loses nothing: the next start replays the write-ahead log.
      if (!(await until(() => !isAlive(pid), STOPPING_MS))) signal(pid, 'SIGQUIT')
      await until(() => !isAlive(pid), STOPPING_MS)
    },
  }
}

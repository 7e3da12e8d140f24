/** The server on this machine, as commands see it: which process it is, and what it says of itself. */
import { ownerOf } from '../base/lock'
import { folderOf } from '../base/processes'

/** Its process, and the folder of the program it runs from; `folder` is null where the system cannot tell (other than Linux). */
export type OwnServer = { pid: number; folder: string | null }

/** The process that has the data folder; null where none has. */
export function serverOn(dataDir: string): OwnServer | null {
  const pid = ownerOf(dataDir)
  return pid === null ? null : { pid, folder: folderOf(pid) }
}

/** What the server says at /readyz; null where nobody answers within five seconds. `host` is where it listens. */
export async function askReady(host: string, port: number): Promise<{ ok: boolean; text: string } | null> {
  const near = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  try {
    const answer = await fetch(`http://${near.includes(':') ? `[${near}]` : near}:${port}/readyz`, {
      signal: AbortSignal.timeout(5_000),
    })
    return { ok: answer.ok, text: (await answer.text()).trim() }
  } catch {
    return null
  }
}

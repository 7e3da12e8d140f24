/** Asks the operating system about a process by its id: whether it lives, when it began, and its command line. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** Whether the process runs; a zombie does not. */
export const isAlive = (pid: number): boolean => exists(pid) && !isZombie(pid)

/** Whether a process has this number, be it a dead one whose parent has not collected it. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process exists and belongs to another user. Any other error means there is none.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When the process began, as a text that differs between two processes that were given the same id one after the other; null when the
 * process is gone or the system cannot tell.
 */
export function startOf(pid: number): string | null {
  if (process.platform === 'win32') return null
  if (process.platform !== 'linux') return ask(pid, 'lstart=')
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${fieldsAfterName(pid)[19]}`
  } catch {
    return null
  }
}

/** The command line of a process, words joined by spaces; empty when it is gone. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ask(pid, 'command=') ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** A killed child whose parent has not collected its exit code still accepts signals, but runs no more. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return fieldsAfterName(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** The fields of /proc/…/stat that follow the name; the name itself may hold spaces and brackets. */
function fieldsAfterName(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function ask(pid: number, column: string): string | null {
  const answer = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' })
  return answer.stdout?.trim() || null
}

/** The processes whose working folder is this one, as PostgreSQL's all are; on Linux only, else none. */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return []
  const real = realpathSync(folder)
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) && folderOf(Number(name)) === real ? [Number(name)] : [],
  )
}

/** The working folder of a process; null when it is gone, another user's, or the system cannot tell. */
export function folderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** Sends a signal; a process that is gone needs none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone, which is what was asked for.
  }
}

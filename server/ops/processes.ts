/** Asks the operating system about a process by its id: whether it lives, when it began, and its command line. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether the process runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
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

/** What Linux's table of processes says of processes that are not ours to ask: parents, children and the processor time they have used. */
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second for everybody who asks. */
const TICK_MS = 10

/** The fields behind the process's name, which may hold spaces itself; null when there is no such process. */
function fieldsOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const parentOf = (pid: number): number => Number(fieldsOf(pid)?.[1] ?? 0)

export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)

/** Milliseconds of processor time that these processes have used together since each began. */
export const cpuMsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = fieldsOf(pid)
    return sum + (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) * TICK_MS
  }, 0)

/** Warnings of what anybody may cause as often as they like: at most one line a second for each kind, which says how many it stands for. */
import { logWarning } from './logger'

const PAUSE_MS = 1_000

type Warn = (what: string, where: Readonly<Record<string, string | number>>) => void

/**
 * A function that warns of `what`, by its kind. The first of a kind is logged at once; those that come within the next second are
 * counted, and told as `more` in one line at its end. Kinds must be few and named by the code, never by a client.
 */
export function countedWarning<Kind extends string>(what: string, warn: Warn = logWarning): (kind: Kind) => void {
  const more = new Map<Kind, number>()
  const tell = (kind: Kind, count: number) => {
    warn(what, { kind, ...(count > 0 ? { more: count } : {}) })
    more.set(kind, 0)
    setTimeout(() => {
      const since = more.get(kind) ?? 0
      more.delete(kind)
      if (since > 0) tell(kind, since)
    }, PAUSE_MS).unref()
  }
  return (kind) => {
    const since = more.get(kind)
    if (since === undefined) tell(kind, 0)
    else more.set(kind, since + 1)
  }
}

// A page of a build that is gone reloads itself.
import { MINUTE_MS } from '#simulation/kernel/time'

/** Reloads, once a minute at most: if the new page is as old, reloading again would never end. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem('track-two-reloaded') ?? 0)
  if (Date.now() - last < MINUTE_MS) return
  sessionStorage.setItem('track-two-reloaded', String(Date.now()))
  location.reload()
}

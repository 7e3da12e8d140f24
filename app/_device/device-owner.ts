// Whose words the device keeps, by the mark of the last sign-in. When another person signs in, the storage of the one before is cleared and
// their open pages reload.
import { isNobody, personIn } from './signed-in-mark'

/** Outside the prefix that `clearDevice` removes: cleared with the rest, the next sign-in would not be seen as another person's. */
const WHOSE = 'track-two-whose'

/**
 * Whether the storage belongs to another person than the one now signed in. Without a mark it is kept: the cookie may only have expired.
 */
export const isLeftOver = (before: string | null, now: string | null): boolean =>
  now !== null && before !== null && !isNobody(before) && before !== now

/** The mark when this page was loaded. */
let here: string | null | undefined

/**
 * Compares the mark with the stored one; when the person has changed it clears the device, and reloads a page that was loaded as the person
 * before.
 */
export async function settleDevice(): Promise<void> {
  const now = personIn(document.cookie)?.mark ?? null
  const before = stored()
  here ??= now
  if (now === null) return
  if (before !== now) {
    // Imported on demand: the first page of a student who joins should not load it.
    if (isLeftOver(before, now)) await (await import('./device-storage')).clearDevice()
    store(now)
  }
  if (isLeftOver(here, now)) window.location.reload()
  here = now
}

/**
 * Compares again when another tab has done so and when this page is shown again. A page restored from the back/forward cache runs no
 * effect, and would show the person before.
 */
export function watchDevice(): () => void {
  const look = () => void settleDevice()
  const seen = () => document.visibilityState === 'visible' && look()
  const told = ({ key }: StorageEvent) => key === WHOSE && look()
  window.addEventListener('storage', told)
  window.addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('storage', told)
    window.removeEventListener('pageshow', look)
    document.removeEventListener('visibilitychange', seen)
  }
}

function stored(): string | null {
  try {
    return window.localStorage.getItem(WHOSE)
  } catch {
    return null
  }
}

function store(mark: string): void {
  try {
    window.localStorage.setItem(WHOSE, mark)
  } catch {
    // Without storage there is nothing to clear.
  }
}

// Whose device this is, by the mark that a sign-in leaves in a cookie: when the mark has changed, what was kept for the person before
// is cleared, and every page of theirs that still stands draws itself anew. It must not know anybody's name.
import { isNobody, personIn } from './signed-in-mark'

/** Beside what is cleared, so that clearing does not forget for whom it was done. */
const WHOSE = 'track-two-whose'

/** Whether what the device keeps belongs to somebody else than who is here now. A device without a mark keeps its words. */
export const isLeftOver = (before: string | null, now: string | null): boolean =>
  now !== null && before !== null && !isNobody(before) && before !== now

/** Whose this page is, as long as it stands. */
let here: string | null | undefined

/** Looks at the mark, and where somebody else has come clears the device and draws the page anew, without what the router remembers. */
export async function settleDevice(): Promise<void> {
  const now = personIn(document.cookie)?.mark ?? null
  const before = stored()
  here ??= now
  if (now === null) return
  if (before !== now) {
    // Fetched only then: a page that somebody opens to come in quickly carries none of it.
    if (isLeftOver(before, now)) await (await import('./device-storage')).clearDevice()
    store(now)
  }
  if (isLeftOver(here, now)) window.location.reload()
  here = now
}

/** Looks again whenever another tab has settled the device, and when this page comes back from where it was put away. */
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
    // Without storage there is nothing to clear either.
  }
}

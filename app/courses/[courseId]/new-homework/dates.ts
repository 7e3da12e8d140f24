// A calendar as the screens show it: days and times of the course's own wall, never of the reader's. It lays nothing out.

/** What the server has made of the dates: each deadline's wall time, how the clocks took it, and what is wrong with it. */
export type ShownPhase = {
  kind: string
  /** A reveal is a moment and has no length. */
  moment: boolean
  opens: string
  due: string
  planned: string
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'no-such-time' | 'before-the-last' | 'past' | null
}

/** `2026-11-30T20:00` as `Mon 30 Nov, 20:00`. */
export function wallWords(wall: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  const at = Date.parse(`${wall}Z`)
  return Number.isNaN(at) ? wall : `${day.format(at)}, ${wall.slice(11, 16)}`
}

export const timeWords = (wall: string): string => wall.slice(11, 16)

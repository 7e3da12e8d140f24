/** At which hours mail is sent: none in the quiet of the night, and what is gathered in the morning. */
import { addDays, dayOf, resolveWallTime, wallOf } from '../store/activities/deadlines'

const MORNING = '07:00'
const EVENING = '22:00'
const timeOf = (at: number, timeZone: string): string => wallOf(at, timeZone).slice(11)

/** The next morning after this moment in this zone, in ms since 1970. */
export function morningAfter(at: number, timeZone: string): number {
  const today = dayOf(at, timeZone)
  const day = timeOf(at, timeZone) < MORNING ? today : addDays(today, 1)
  return resolveWallTime(timeZone, `${day}T${MORNING}`)?.at ?? at
}

/** When the quiet of the night ends in this zone; null by day. */
export function quietUntil(now: number, timeZone: string): number | null {
  const time = timeOf(now, timeZone)
  return time >= MORNING && time < EVENING ? null : morningAfter(now, timeZone)
}

// Whether a room needs its instructor, and for what: it cannot save, an open call for help, lost connections, a paused clock, a quiet floor.
// The wall sorts its tiles by it, so that the room that needs somebody most comes first.
import type { SeatId } from '../kernel/ids'
import { type HelpCall, opensNow, type RoomState } from '../kernel/room-state'
import { lostSeats } from './attendance'
import { begunFiling } from './filings'

/** A debate is called quiet when nothing has been added to the record for two minutes. */
const QUIET_MS = 120_000

export type Need =
  | { kind: 'unsaved'; since: number }
  | { kind: 'help'; text: string }
  | { kind: 'lost'; count: number }
  | { kind: 'paused' }
  | { kind: 'quiet'; since: number }
  | { kind: 'waits' }
  | { kind: 'fine'; drafted: number }

/** Calls for help that nobody has answered, oldest first. */
export const openCalls = (state: RoomState): readonly HelpCall[] => state.help.filter(({ answer }) => answer === null)

/** The calls of a seat, answered or not, oldest first. */
export const callsBy = (state: RoomState, seat: SeatId): readonly HelpCall[] =>
  state.help.filter((call) => call.seat === seat)

export const newestCall = (state: RoomState, seat: SeatId): HelpCall | null => callsBy(state, seat).at(-1) ?? null

/** What a page knows of a room beside its log: who is connected, and since when the room cannot save. */
export type Beside = { readonly presence: { readonly seats: readonly SeatId[] }; readonly unsavedSince: number | null }

export function needOf(state: RoomState, { presence, unsavedSince }: Beside, now: number): Need {
  if (unsavedSince !== null) return { kind: 'unsaved', since: unsavedSince }
  const [call] = openCalls(state)
  if (call) return { kind: 'help', text: call.text }
  const lost = lostSeats(state, presence).length
  if (lost > 0 && state.agenda.status !== 'finished') return { kind: 'lost', count: lost }
  if (state.clock?.pausedAt != null) return { kind: 'paused' }
  if (state.agenda.status === 'lobby' || state.agenda.status === 'between') return { kind: 'waits' }
  const since = Math.max(state.clock?.startsAt ?? 0, state.record.last()?.at ?? 0)
  const debated = opensNow(state, 'debate')
  if (debated && now - since > QUIET_MS) return { kind: 'quiet', since }
  return { kind: 'fine', drafted: begunFiling(state) }
}

const ORDER: Record<Need['kind'], number> = { unsaved: 0, help: 1, lost: 2, paused: 3, quiet: 4, waits: 5, fine: 6 }
/** Sort key: rooms with a lower number come first. */
export const urgency = (need: Need): number => ORDER[need.kind]
/** Whether the instructor should look at the room. A room that waits to be started is left out: the instructor is who starts it. */
export const wantsSomeone = (need: Need): boolean => urgency(need) < ORDER.waits

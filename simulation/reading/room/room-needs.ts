// What a room wants of its instructor, and since when: it cannot save, an open call for help, people without a seat, lost connections, nobody
// there, a paused clock, a quiet floor. The wall sorts its tiles by it, so that the room that needs somebody most comes first.
import type { SeatId } from '../../kernel/ids'
import type { HelpCall } from '../../shapes/injects'
import { opensNow, type RoomState } from '../../state/room-state'
import type { Presence } from '../../wire/protocol'
import { NEEDS, type NeedKind, type RoomSummary } from '../../wire/watching'
import { heldSeats, lostSeats, unseatedPeople } from '../homework/attendance'

/** A debate is called quiet when nothing has been added to the record for two minutes. */
const QUIET_MS = 120_000

export type Need = RoomSummary['need']

/** Calls for help that nobody has answered, oldest first. */
export const openCalls = (state: RoomState): readonly HelpCall[] => state.help.filter(({ answer }) => answer === null)

/** The calls of a seat, answered or not, oldest first. */
export const callsBy = (state: RoomState, seat: SeatId): readonly HelpCall[] =>
  state.help.filter((call) => call.seat === seat)

/**
 * The call that a page without a side panel tells of: the newest, until it is answered; what was answered in words, until another phase begins.
 * An answer without words was given in person.
 */
export function callToTell(state: RoomState, seat: SeatId): HelpCall | null {
  const call = callsBy(state, seat).at(-1) ?? null
  if (!call?.answer) return call
  const { text, at } = call.answer
  return text !== null && at >= (state.clock?.startsAt ?? 0) ? call : null
}

/** What is known of a room beside its log: who is connected, and since when the room cannot save. */
export type Beside = { readonly presence: Presence; readonly unsavedSince: number | null }

export function needOf(state: RoomState, { presence, unsavedSince }: Beside, now: number): Need {
  if (unsavedSince !== null) return { kind: 'unsaved', since: unsavedSince }
  const [call] = openCalls(state)
  if (call) return { kind: 'help', since: call.at }
  if (state.closedAt !== null || state.agenda.status === 'finished') return { kind: 'ended', since: state.closedAt }
  if (unseatedPeople(state, presence).length > 0) return { kind: 'unseated', since: null }
  if (lostSeats(state, presence).length > 0) return { kind: 'lost', since: null }
  if (heldSeats(state).length === 0 && presence.people.length === 0) return { kind: 'nobody', since: null }
  if (state.clock?.pausedAt != null) return { kind: 'paused', since: state.clock.pausedAt }
  if (state.agenda.status === 'lobby' || state.agenda.status === 'between') return { kind: 'waits', since: null }
  const since = Math.max(state.clock?.startsAt ?? 0, state.record.last()?.at ?? 0)
  const debated = opensNow(state, 'debate')
  if (debated && now - since > QUIET_MS) return { kind: 'quiet', since }
  return { kind: 'fine', since: null }
}

/** Sort key: rooms with a lower number come first. */
export const urgency = (kind: NeedKind): number => NEEDS.indexOf(kind)
/** Whether the instructor should look at the room. A room that waits to be started is left out: the instructor is who starts it. */
export const wantsSomeone = (kind: NeedKind): boolean => urgency(kind) < urgency('waits')

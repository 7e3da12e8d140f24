// What a screen is given of its room: the folded state, who is here, how the connection stands, and what still waits to be saved.
// It must not know how any of it is fetched, kept or sent.
import type { CommandId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Viewer } from '#simulation/secrecy/viewer'
import type { Ack, DisplayNames, Knock, Presence, RoomAbout } from '#simulation/wire/protocol'

export type Connection =
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** Comes back by itself; what was read stays readable and what is submitted is kept. */
  | { kind: 'offline'; since: number }
  | { kind: 'updating'; since: number }
  | { kind: 'removed' }
  | { kind: 'refused'; why: 'not-found' | 'signed-out' | 'made-by-newer' }

export type Refusal = Extract<Ack, { ok: false }>['rejection']

/** One of this person's commands that is not on the record yet. */
export type PendingCommand = {
  id: CommandId
  command: ClientCommand
  at: number
  status: { kind: 'sending' } | { kind: 'refused'; reason: Refusal }
}

export type { RoomAbout } from '#simulation/wire/protocol'

export type RoomView = {
  /** The fold of what this viewer may hear; null until the room is joined, and again once removed. */
  state: RoomState | null
  seq: number
  viewer: Viewer | null
  roll: DisplayNames
  presence: Presence
  knocks: readonly Knock[]
  room: RoomAbout | null
  connection: Connection
  /** The server's instant of the last command it has saved for this page. */
  savedAt: number | null
  waiting: readonly PendingCommand[]
  /** The server's clock, in milliseconds. */
  now: () => number
  /** Resolves with the room's final answer; while the connection is down it waits. Never rejects. */
  submit: (command: ClientCommand) => Promise<Ack>
  /** Forgets a refused command and its words. */
  dismiss: (id: CommandId) => void
  /** Sends a refused command again, as a new one. */
  retry: (id: CommandId) => void
}

/** What there is before the first join, and on the server where pages are rendered. */
export const beforeJoining: RoomView = {
  state: null,
  seq: 0,
  viewer: null,
  roll: {},
  presence: { seats: [], people: [] },
  knocks: [],
  room: null,
  connection: { kind: 'connecting' },
  savedAt: null,
  waiting: [],
  now: () => Date.now(),
  submit: async () => ({ ok: false, rejection: 'not-joined' }),
  dismiss: () => undefined,
  retry: () => undefined,
}

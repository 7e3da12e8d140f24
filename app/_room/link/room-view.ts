// What a screen receives about its room: the folded state, who is present, the connection, and the commands not saved yet.
import type { Fullness } from '#simulation/engine/record-space'
import type { CommandId, RoomId, SeatId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { Ack, DisplayNames, Knock, Presence, RoomAbout } from '#simulation/wire/protocol'

export type Connection =
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** The link reconnects by itself; the state stays readable and submitted commands are kept. */
  | { kind: 'offline'; since: number }
  | { kind: 'restarting'; since: number }
  /** The server is of another version than this page, which reloads and keeps what was typed. */
  | { kind: 'outdated' }
  | { kind: 'removed' }
  /** The chair has moved this person to another table of the activity. */
  | { kind: 'moved'; to: RoomId }
  | { kind: 'refused'; why: 'not-found' | 'taken-away' | 'signed-out' | 'made-by-newer' | 'too-many' }

/** Since when the page is cut off from the server; null while it is connected, or was not yet. */
export const lostSince = (connection: Connection): number | null => ('since' in connection ? connection.since : null)

export type Refusal = Extract<Ack, { ok: false }>['rejection']

/** A command of this person that is not on the record yet. */
export type PendingCommand = {
  id: CommandId
  command: ClientCommand
  at: number
  status: { kind: 'sending' } | { kind: 'refused'; reason: Refusal }
}

/** An office that types words for a clause, until it has been quiet for a while. */
export type Writer = Readonly<{ clause: string; seat: SeatId }>

export type { RoomAbout } from '#simulation/wire/protocol'

export type RoomView = {
  /** The state folded from the rows this viewer may read; null before the join and after a removal. */
  state: RoomState | null
  seq: number
  viewer: Viewer | null
  displayNames: DisplayNames
  presence: Presence
  knocks: readonly Knock[]
  room: RoomAbout | null
  connection: Connection
  /** When the server last saved a command of this page, in milliseconds. */
  savedAt: number | null
  /** Since when the room cannot save what is asked of it, in milliseconds; null while it can. */
  unsavedSince: number | null
  /** How full the record is, as its chair is told (D35). */
  space: Fullness | null
  waiting: readonly PendingCommand[]
  /** The offices that type words for a clause at this moment. */
  writing: readonly Writer[]
  /** Says that this person types words for a clause; as often as one likes. */
  write: (clause: string) => void
  /** The server's clock, in milliseconds. */
  now: () => number
  /** Resolves with the room's final answer, and waits while offline. Never rejects. */
  submit: (command: ClientCommand) => Promise<Ack>
  /** Drops a refused command and its words. */
  dismiss: (id: CommandId) => void
  /** Sends a refused command again, with a new id. */
  retry: (id: CommandId) => void
}

/** Whether the reader came by a code that anybody may have typed (S21). */
export const isByOpenCode = ({ room }: Pick<RoomView, 'room'>): boolean => room?.byOpenCode ?? false

/** The view before the first join, and while the page is rendered on the server. */
export const beforeJoining: RoomView = {
  state: null,
  seq: 0,
  viewer: null,
  displayNames: {},
  presence: { seats: [], people: [] },
  knocks: [],
  room: null,
  connection: { kind: 'connecting' },
  savedAt: null,
  unsavedSince: null,
  space: null,
  waiting: [],
  writing: [],
  write: () => undefined,
  now: () => Date.now(),
  submit: async () => ({ ok: false, rejection: 'not-joined' }),
  dismiss: () => undefined,
  retry: () => undefined,
}

/** A live room of this process with what goes with it, and what the rooms of a process need. */
import type { RoomChannel, RoomNews, WritingHere } from '#server/cluster/room-news'
import type { RoomLog } from '#server/store/log/room-log'
import type { RoomId } from '#simulation/kernel/ids'
import type { Scenario } from '#simulation/scenario/scenario'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import type { RoomState } from '#simulation/state/room-state'
import type { RoomClock } from './clock'
import type { Listener } from './listener'
import type { Room } from './room'
import type { Presence } from './saving/presence'
import type { Time } from './saving/time'

export type LiveRoom = {
  room: Room
  /** The other servers that have the room open. */
  channel: RoomChannel
  clock: RoomClock
  presence: Presence
  activityId: string
  /** What its understudies speak from; null where it has none. */
  scenario: Scenario | null
  /** The number of connections that follow the room. */
  followers: number
}

export type RoomsDependencies = {
  log: RoomLog
  time: Time
  readActivityId: (room: RoomId) => Promise<string | null>
  /** The activity's own copy of the scenario, for its understudies. */
  readScenario: (activityId: string) => Promise<Scenario>
  tell: (live: LiveRoom, rows: readonly MaskedRow[], state: RoomState, before: RoomState | null) => void
  /** Called when the room can save no more, and when it can again. */
  tellSaving?: (live: LiveRoom) => void
  /** What is asked which claim somebody's words make; left out where only the matcher of the rules is. */
  listener?: Listener | null
  /** What passes between servers; left out by a server that is alone. */
  news?: RoomNews
  /** Called when somebody came or went at another server. */
  presenceChanged?: (live: LiveRoom) => void
  /** Called when somebody at another server types words for a clause. */
  writes?: (live: LiveRoom, writing: WritingHere) => void
  /** Called when the room was read anew, because the database no longer held its last rows: its pages must come in anew. */
  startedOver?: (live: LiveRoom) => void
}

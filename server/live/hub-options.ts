/** What the live rooms are given when the server starts (hub.ts). */
import type { Engine } from '#server/cluster/engine'
import type { Peers } from '#server/cluster/peers'
import type { RoomLog } from '#server/store/log/room-log'
import type { Listener } from './listener'
import type { Allowances } from './saving/throttle'
import type { Time } from './saving/time'

/** The other servers of this database: what carries messages to them, and which there are. */
export type Others = { engine: Engine; peers: Peers }

export type HubOptions = {
  log: RoomLog
  others: Others
  time: Time
  publicUrl: string
  allowances: Allowances
  /** What is asked which claim somebody's words make; null where only the matcher of the rules is. */
  listener: Listener | null
}

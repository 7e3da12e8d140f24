// What a decision is given besides the room and the command: who asks, when, and a lot drawn for it.
// Time, identity and randomness come in through here and from nowhere else.
import type { ActorId } from './ids'

export type Moment = {
  by: ActorId
  /** The server's instant, in milliseconds. */
  at: number
  /** Uniform in [0, 1), drawn by the server for this command. */
  lot: number
}

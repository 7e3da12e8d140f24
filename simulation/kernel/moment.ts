// What `decide` is given besides the room and the command: the sender, the instant and a random number. The rules have no other source
// of time, identity or chance, so that a log replayed with the same moments gives the same rows (R10).
import type { ActorId } from './ids'

export type Moment = {
  by: ActorId
  /** The server's clock, in milliseconds since 1970. */
  at: number
  /** Uniform in [0, 1), drawn by the server for this command. It decides a seat by lot (S3). */
  lot: number
}

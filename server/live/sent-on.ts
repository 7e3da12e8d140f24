/**
 * What this server cannot serve while a server of another version beside it can: rooms that a newer one has written, and pages of another
 * version. They are sent on, each time on a new connection, until they land where they are served.
 */
import type { Peers } from '#server/cluster/peers'
import type { RoomId } from '#simulation/kernel/ids'
import type { JOIN_REFUSALS } from '#simulation/wire/protocol'

export class SentOn {
  readonly #peers: Pick<Peers, 'living'>
  readonly #places = new Set<string>()

  constructor(peers: Pick<Peers, 'living'>) {
    this.#peers = peers
  }

  /** Notes that a newer server has written the room, without which its activity cannot be watched as a whole. */
  add(room: RoomId, activityId?: string): void {
    this.#places.add(room)
    if (activityId !== undefined) this.#places.add(activityId)
  }

  /** Whether there is a server that might read what this one cannot. */
  get isPossible(): boolean {
    return this.#peers.living.size > 1
  }

  /**
   * Whether a socket is refused before it is opened, by the room or activity in its address: a balancer that keeps each room on one server
   * asks the next one then, and would else lead the room's pages here for as long as this server runs.
   */
  refuses(place: string | null): boolean {
    return place !== null && this.isPossible && this.#places.has(place)
  }
}

/**
 * Whether a page that is refused so is to come again on another connection. An outdated one reloads, but at most once a minute, and it may
 * have been drawn by a server of before once more; without a new connection it would then stay as it is.
 */
export const comesAgain = (refusal: (typeof JOIN_REFUSALS)[number]): boolean =>
  refusal === 'outdated' || refusal === 'newer-page'

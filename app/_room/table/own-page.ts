// What a student's page keeps while the room goes on (L13): what is open stays open while the person has words or their hands in it, and
// otherwise follows the room. Pure, so that a law can play whole seminars against it.

import type { Seat } from '#simulation/shapes/seats'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { hasFloorAhead } from './room-tabs'

/** What stays open: `open` while it is the person's, else what the room calls for. */
export const held = <T>(open: T, calls: T, isMine: boolean): T => (isMine ? open : calls)

/** Whether a delegate's page has a composer. One that is in their hands stays, even when no floor is left: nobody else has its words. */
export const hasComposer = (state: RoomState, { delegation }: Pick<Seat, 'delegation'>, inHand: boolean): boolean =>
  delegation !== null && phaseNow(state) !== null && (inHand || hasFloorAhead(state))

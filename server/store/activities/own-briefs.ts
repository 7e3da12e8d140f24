/**
 * The briefs of a participant for a page outside the room, from the log as that person may read it: the rules of hearing decide, so a brief
 * that is not issued yet, or not to them, is not in it.
 */
import type { Brief } from '#simulation/agenda/brief'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { ownBriefs } from '#simulation/reading/homework/own-briefs'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import { seatHeldBy } from '#simulation/state/room-state'
import { readRoomRows } from '../log/room-reading'

export async function readOwnBriefs(roomId: string, participantId: string): Promise<readonly Brief[]> {
  const rows = await readRoomRows(roomId)
  const whole = fold(rows)
  const person = personId.parse(participantId)
  const state = whole && fold(viewFor(rows, viewerOf(whole, person), whole.unsealedAt !== null))
  const seat = state && seatHeldBy(state, person)
  if (!state || !seat) return []
  const { own, delegation } = ownBriefs(state, seat)
  return [own, delegation].flatMap((brief) => brief ?? [])
}

/** Seats a person whose seat was prepared before the class (rule S19), as they come in. */

import { cameByOpenCode } from '#server/store/activities/participants'
import { readKeptSeat } from '#server/store/seating/kept-seat'
import { CLOCK, commandId } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import type { PreparedJoin } from './joining'

/** A command of the server that meets another server's rows is not judged again (room.ts), so it is asked a few times. */
const TRIES = 3

/** Resolves when the person sits, or where no seat is kept for them in this room, or the chair alone gives them one (S21). */
export async function sitInKeptSeat({ live: { room }, person, request }: PreparedJoin): Promise<void> {
  if (person === null || request.as === 'stage') return
  const isDue = () => (room.state?.keptSeats.length ?? 0) > 0 && !room.state?.seated.includes(person)
  if (!isDue()) return
  const seat = await readKeptSeat({ person, room: room.id })
  const isByChair = () => seat !== null && room.state !== null && isSideByChair(room.state, seat, person)
  if (isByChair() && (await cameByOpenCode(person))) return
  for (let tried = 0; seat !== null && isDue() && tried < TRIES; tried += 1) {
    const command = { type: 'sitInKeptSeat', person, seat } as const
    const answer = await room.ask(CLOCK, commandId.parse(`kept:${person}`), command)
    if (answer.ok || answer.rejection !== 'try-again') return
  }
}

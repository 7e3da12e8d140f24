/** A text of the small seminar that is signed and goes home. */
import type { PlannedRoom, SeminarChoices } from '#simulation/planning/planning'
import type { JudgedSide } from '#simulation/shapes/ratification'
import { AMARA, CHAIR, DAIKI, FEN, smallSeminar, votes } from './cast'
import { given, type Room } from './given'
import { JP } from './stories/sides'

export const seminar = (choices: Partial<SeminarChoices> = {}) => smallSeminar({ ratification: true, ...choices })

/** All sides agree to common ground in Washington's first words; the gap stays in its bracket. */
export function signed(planned: PlannedRoom = seminar()): Room {
  const room = given(planned).agrees('common-ground').enters('ballot')
  for (const head of [AMARA, DAIKI, FEN]) room.does(head, votes('for'))
  return room.enters('ratification')
}

/** Ends the ratification; what is told of one side. */
export function judged(room: Room, side: string = JP): JudgedSide {
  room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
  const found = room.state.turned?.sides.find(({ delegation }) => delegation === side)
  if (!found) throw new Error(`${side} was not judged.`)
  return found
}

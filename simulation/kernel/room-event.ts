// Everything that can have happened in a room: the shapes that the topics give their events, as one.
// A shape never changes once a class has used it: add a type beside the old one. It must not know who hears what.
import * as z from 'zod/mini'
import { ballotsEvents } from '../topics/ballots/shapes'
import { caucusesEvents } from '../topics/caucuses/shapes'
import { communiqueEvents } from '../topics/communique/shapes'
import { floorEvents } from '../topics/floor/shapes'
import { homeworkEvents } from '../topics/homework/shapes'
import { injectsEvents } from '../topics/injects/shapes'
import { openingEvents } from '../topics/opening/shapes'
import { phasesEvents } from '../topics/phases/shapes'
import { positionsEvents } from '../topics/positions/shapes'
import { seatsEvents } from '../topics/seats/shapes'
import { stancesEvents } from '../topics/stances/shapes'
import { statementsEvents } from '../topics/statements/shapes'
import { undoEvents } from '../topics/undo/shapes'

export const roomEvent = z.discriminatedUnion('type', [
  ...openingEvents,
  ...seatsEvents,
  ...phasesEvents,
  ...undoEvents,
  ...floorEvents,
  ...statementsEvents,
  ...homeworkEvents,
  ...caucusesEvents,
  ...positionsEvents,
  ...communiqueEvents,
  ...ballotsEvents,
  ...injectsEvents,
  ...stancesEvents,
])
export type RoomEvent = z.infer<typeof roomEvent>
export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>

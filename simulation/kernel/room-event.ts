// All events of a room: the union of the topics' event schemas. Stored logs hold them: a change to one needs a new ROOM_VERSION and a
// lift (versions.ts), or rooms of before no longer open.
import * as z from 'zod/mini'
import { ballotsEvents } from '../topics/ballots/schemas'
import { caucusesEvents } from '../topics/caucuses/schemas'
import { communiqueEvents } from '../topics/communique/schemas'
import { floorEvents } from '../topics/floor/schemas'
import { homeworkEvents } from '../topics/homework/schemas'
import { injectsEvents } from '../topics/injects/schemas'
import { observersEvents } from '../topics/observers/schemas'
import { openingEvents } from '../topics/opening/schemas'
import { phasesEvents } from '../topics/phases/schemas'
import { positionsEvents } from '../topics/positions/schemas'
import { seatsEvents } from '../topics/seats/schemas'
import { stancesEvents } from '../topics/stances/schemas'
import { statementsEvents } from '../topics/statements/schemas'
import { strikesEvents } from '../topics/strikes/schemas'
import { turnsEvents } from '../topics/turns/schemas'
import { undoEvents } from '../topics/undo/schemas'

export const roomEvent = z.discriminatedUnion('type', [
  ...openingEvents,
  ...seatsEvents,
  ...phasesEvents,
  ...undoEvents,
  ...floorEvents,
  ...statementsEvents,
  ...turnsEvents,
  ...observersEvents,
  ...homeworkEvents,
  ...caucusesEvents,
  ...positionsEvents,
  ...communiqueEvents,
  ...ballotsEvents,
  ...injectsEvents,
  ...stancesEvents,
  ...strikesEvents,
])
export type RoomEvent = z.infer<typeof roomEvent>
export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>

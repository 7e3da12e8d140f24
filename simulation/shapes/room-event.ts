// All events of a room: the union of the topics' event schemas. Stored logs hold them: a change to one needs a new ROOM_VERSION and a
// lift (versions.ts), or rooms of before no longer open.
import * as z from 'zod/mini'
import { ballotsEvents } from './ballots/schemas'
import { casesEvents } from './cases/schemas'
import { caucusesEvents } from './caucuses/schemas'
import { chipsEvents } from './chips/schemas'
import { floorEvents } from './floor/schemas'
import { homeworkEvents } from './homework/schemas'
import { injectsEvents } from './injects/schemas'
import { motionsEvents } from './motions/schemas'
import { objectivesEvents } from './objectives/schemas'
import { observersEvents } from './observers/schemas'
import { offersEvents } from './offers/schemas'
import { openingEvents } from './opening/schemas'
import { phasesEvents } from './phases/schemas'
import { positionsEvents } from './positions/schemas'
import { ratificationEvents } from './ratification/schemas'
import { readingsEvents } from './readings/schemas'
import { seatsEvents } from './seats/schemas'
import { stancesEvents } from './stances/schemas'
import { statementsEvents } from './statements/schemas'
import { strategyEvents } from './strategy/schemas'
import { strikesEvents } from './strikes/schemas'
import { textEvents } from './text/schemas'
import { turnsEvents } from './turns/schemas'
import { undoEvents } from './undo/schemas'

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
  ...casesEvents,
  ...chipsEvents,
  ...textEvents,
  ...offersEvents,
  ...motionsEvents,
  ...ballotsEvents,
  ...readingsEvents,
  ...ratificationEvents,
  ...injectsEvents,
  ...stancesEvents,
  ...objectivesEvents,
  ...strategyEvents,
  ...strikesEvents,
])
export type RoomEvent = z.infer<typeof roomEvent>
export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>

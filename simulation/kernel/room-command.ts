// Everything a person, the clock or an understudy may ask of a room: the shapes that the topics give their commands, as one.
// It must not know whether it will be allowed: that is `decide`.
import * as z from 'zod/mini'
import { ballotsCommands } from '../topics/ballots/shapes'
import { caucusesCommands } from '../topics/caucuses/shapes'
import { communiqueCommands } from '../topics/communique/shapes'
import { floorCommands, floorServerCommands } from '../topics/floor/shapes'
import { homeworkCommands } from '../topics/homework/shapes'
import { injectsCommands } from '../topics/injects/shapes'
import { openingServerCommands } from '../topics/opening/shapes'
import { phasesCommands } from '../topics/phases/shapes'
import { positionsCommands } from '../topics/positions/shapes'
import { seatsCommands, seatsServerCommands } from '../topics/seats/shapes'
import { stancesCommands } from '../topics/stances/shapes'
import { statementsCommands } from '../topics/statements/shapes'
import { undoCommands } from '../topics/undo/shapes'

/** Commands that only the server itself submits: opening a room, and what the clock and presence bring about. */
export const serverCommand = z.discriminatedUnion('type', [
  ...openingServerCommands,
  ...seatsServerCommands,
  ...floorServerCommands,
])

/** Commands that arrive over the socket (the clock submits some of them too). */
export const clientCommand = z.discriminatedUnion('type', [
  ...seatsCommands,
  ...phasesCommands,
  ...undoCommands,
  ...floorCommands,
  ...statementsCommands,
  ...homeworkCommands,
  ...caucusesCommands,
  ...positionsCommands,
  ...communiqueCommands,
  ...ballotsCommands,
  ...injectsCommands,
  ...stancesCommands,
])
export type ClientCommand = z.infer<typeof clientCommand>

export const roomCommand = z.discriminatedUnion('type', [clientCommand, serverCommand])
export type RoomCommand = z.infer<typeof roomCommand>
export type CommandOf<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>

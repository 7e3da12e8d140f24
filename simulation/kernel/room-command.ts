// All commands to a room: the union of the topics' command schemas. A command that parses is well-formed; `decide` judges whether it is
// allowed.
import * as z from 'zod/mini'
import { ballotsCommands } from '../topics/ballots/schemas'
import { caucusesCommands } from '../topics/caucuses/schemas'
import { communiqueCommands } from '../topics/communique/schemas'
import { floorCommands, floorServerCommands } from '../topics/floor/schemas'
import { homeworkCommands } from '../topics/homework/schemas'
import { injectsCommands } from '../topics/injects/schemas'
import { observersCommands } from '../topics/observers/schemas'
import { openingServerCommands } from '../topics/opening/schemas'
import { phasesCommands } from '../topics/phases/schemas'
import { positionsCommands } from '../topics/positions/schemas'
import { seatsCommands, seatsServerCommands } from '../topics/seats/schemas'
import { stancesCommands } from '../topics/stances/schemas'
import { statementsCommands } from '../topics/statements/schemas'
import { strikesCommands, strikesServerCommands } from '../topics/strikes/schemas'
import { turnsCommands } from '../topics/turns/schemas'
import { undoCommands } from '../topics/undo/schemas'

/** Commands that only the server submits: opening a room, ending a turn, marking a seat's holder absent or back, noting that struck words were read. A socket's are parsed without these. */
export const serverCommand = z.discriminatedUnion('type', [
  ...openingServerCommands,
  ...seatsServerCommands,
  ...floorServerCommands,
  ...strikesServerCommands,
])

/** Commands that arrive over the socket (the clock submits some of them too). */
export const clientCommand = z.discriminatedUnion('type', [
  ...seatsCommands,
  ...phasesCommands,
  ...undoCommands,
  ...floorCommands,
  ...statementsCommands,
  ...turnsCommands,
  ...observersCommands,
  ...homeworkCommands,
  ...caucusesCommands,
  ...positionsCommands,
  ...communiqueCommands,
  ...ballotsCommands,
  ...injectsCommands,
  ...stancesCommands,
  ...strikesCommands,
])
export type ClientCommand = z.infer<typeof clientCommand>

export const roomCommand = z.discriminatedUnion('type', [clientCommand, serverCommand])
export type RoomCommand = z.infer<typeof roomCommand>
export type CommandOf<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>

// All commands to a room: the union of the topics' command schemas. A command that parses is well-formed; `decide` judges whether it is
// allowed.
import * as z from 'zod/mini'
import { ballotsCommands } from './ballots/schemas'
import { casesCommands } from './cases/schemas'
import { caucusesCommands } from './caucuses/schemas'
import { chipsCommands } from './chips/schemas'
import { floorCommands, floorServerCommands } from './floor/schemas'
import { handInServerCommands } from './hand-in/schemas'
import { homeworkCommands, homeworkServerCommands } from './homework/schemas'
import { injectsCommands } from './injects/schemas'
import { motionsCommands, motionsServerCommands } from './motions/schemas'
import { objectivesCommands } from './objectives/schemas'
import { observersCommands } from './observers/schemas'
import { offersCommands } from './offers/schemas'
import { openingServerCommands } from './opening/schemas'
import { phasesCommands, phasesServerCommands } from './phases/schemas'
import { positionsCommands } from './positions/schemas'
import { ratificationCommands } from './ratification/schemas'
import { readingsCommands } from './readings/schemas'
import { seatsCommands, seatsServerCommands } from './seats/schemas'
import { stancesCommands } from './stances/schemas'
import { statementsCommands } from './statements/schemas'
import { strategyCommands } from './strategy/schemas'
import { strikesCommands, strikesServerCommands } from './strikes/schemas'
import { textCommands } from './text/schemas'
import { turnsCommands } from './turns/schemas'
import { undoCommands } from './undo/schemas'

/** Commands that only the server submits: opening a room, ending a turn or a motion, turning to a folded question, marking a seat's holder absent or back, handing in what was left typed, counting annotations, noting that struck words were read. A socket's are parsed without these. */
export const serverCommand = z.discriminatedUnion('type', [
  ...openingServerCommands,
  ...seatsServerCommands,
  ...floorServerCommands,
  ...phasesServerCommands,
  ...motionsServerCommands,
  ...strikesServerCommands,
  ...handInServerCommands,
  ...homeworkServerCommands,
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
  ...casesCommands,
  ...chipsCommands,
  ...textCommands,
  ...offersCommands,
  ...motionsCommands,
  ...ballotsCommands,
  ...readingsCommands,
  ...ratificationCommands,
  ...injectsCommands,
  ...stancesCommands,
  ...objectivesCommands,
  ...strategyCommands,
  ...strikesCommands,
])
export type ClientCommand = z.infer<typeof clientCommand>

export const roomCommand = z.discriminatedUnion('type', [clientCommand, serverCommand])
export type RoomCommand = z.infer<typeof roomCommand>
export type CommandOf<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>

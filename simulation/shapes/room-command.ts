// All commands to a room, as the topics list them. A command that parses is well-formed; `decide` judges whether it is allowed.
import * as z from 'zod/mini'
import { ofAll } from './topics'

/** Commands that only the server submits: opening a room, ending a turn or a motion, turning to a folded question, marking a seat's holder absent or back, handing in what was left typed, counting annotations, offering a speaker what they may have meant, noting that struck words were read. A socket's are parsed without these. */
export const serverCommand = z.discriminatedUnion('type', ofAll('serverCommands'))

/** Commands that arrive over the socket (the clock submits some of them too). */
export const clientCommand = z.discriminatedUnion('type', ofAll('commands'))
export type ClientCommand = z.infer<typeof clientCommand>

export const roomCommand = z.discriminatedUnion('type', [clientCommand, serverCommand])
export type RoomCommand = z.infer<typeof roomCommand>
export type CommandOf<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>

const KEPT: ReadonlySet<RoomCommand['type']> = new Set(ofAll('kept'))
/** Whether a command carries text or a considered choice, so that a page keeps it in its outbox through a reload until the server has it. */
export const isKept = ({ type }: Pick<RoomCommand, 'type'>): boolean => KEPT.has(type)

// The command by which the server hands in at a deadline what people have left typed.
import * as z from 'zod/mini'
import { variant } from '../kernel/variant'
import { postStatement } from './homework'
import { draftPosition } from './positions'
import { writeReflection } from './stances'

/** What a person may have left typed at a deadline, as they would have sent it. */
export const leftWork = z.discriminatedUnion('type', [postStatement, draftPosition, writeReflection])
export type LeftWork = z.infer<typeof leftWork>

/** H14: submitted in the name of whoever left the words. */
export const serverCommands = [variant('handIn', { work: leftWork })] as const

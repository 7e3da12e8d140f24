// Of words on the public record: that they are the brief's (rules O12, T8). Everybody reads it, also who does not hear the brief. How far
// other words differ from it is read where the brief is heard (reading/origin.ts) and never stored: runtimes cut words differently.
import * as z from 'zod/mini'

/** Absent where they are not, and in a room whose plan does not tell (`tellsOrigin`). */
export const asBrief = z.optional(z.literal(true))

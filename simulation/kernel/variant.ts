// How topics write the schemas of their commands and events, and the numbers that both contain.
import * as z from 'zod/mini'

/** The schema of a command or an event: its `type` and its fields; any other field is refused. */
export const variant = <T extends string, S extends z.core.$ZodLooseShape>(type: T, fields: S) =>
  z.strictObject({ type: z.literal(type), ...fields })

/** What one of a topic's schemas makes, by its `type`. */
export type VariantOf<Shapes extends readonly { _zod: { output: { type: string } } }[], T extends string> = Extract<
  Shapes[number]['_zod']['output'],
  { type: T }
>

/** The number of an entry on the public record, from 1. */
export const publicEntryNumber = z.int().check(z.positive())
/** Index of a phase in the plan, from 0. */
export const phaseIndex = z.int().check(z.nonnegative())
/** Set on what the clock handed in as its writer had left it (H14). */
export const handedIn = z.optional(z.literal(true))
export const milliseconds = z.int().check(z.nonnegative())

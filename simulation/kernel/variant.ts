// The two moulds that every topic makes the schemas of its commands and events with, and the numbers both speak in.
// It must not know any topic.
import * as z from 'zod/mini'

/** A command or an event: its name and its fields, and nothing beside them. */
export const variant = <T extends string, S extends z.core.$ZodLooseShape>(type: T, fields: S) =>
  z.strictObject({ type: z.literal(type), ...fields })

/** The number of an entry of the public record, from 1. */
export const publicEntryNumber = z.int().check(z.positive())
/** The place of a phase in the plan, from 0. */
export const phaseIndex = z.int().check(z.nonnegative())
export const milliseconds = z.int().check(z.nonnegative())

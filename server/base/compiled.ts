/** Schemas that every message or every stored row goes through, made into one function each. */
import * as z from 'zod/mini'
import { readRow } from '#simulation/engine/versions'
import { type Recorded, recorded } from '#simulation/shapes/record'

/**
 * The schema, compiled: it accepts, refuses and says the same. Walked part by part, it is fetched from memory at each message, which takes
 * several times as long. Throws where it cannot be compiled, or a new schema would be slow in silence. For the server only: the content
 * security of pages forbids code that is made at run time.
 */
export const compiled = <Schema extends z.core.$ZodType>(schema: Schema): Schema => z.compile(schema, { strict: true })

const RECORDED = compiled(recorded)

/** A row that a server of `version` wrote, lifted to today's shape and checked against it; throws MadeByNewer for a newer one. */
export const readStored = (version: number, row: unknown): Recorded => readRow(version, row, RECORDED)

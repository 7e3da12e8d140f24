/** Typed access to the frozen files. Rows stay as stored; readers lift them. */
import * as z from 'zod/mini'
import { readFrozen } from './archive'

const logs = z.array(z.strictObject({ name: z.string(), rows: z.array(z.unknown()) }))
export const frozenLogs = (version: string) => logs.parse(readFrozen(version, 'logs'))

const reading = z.strictObject({
  retold: z.string(),
  words: z.array(z.tuple([z.int(), z.string()])),
  readers: z.array(
    z.strictObject({
      who: z.string(),
      facts: z.array(z.string()),
      paragraphs: z.array(z.string()),
      csv: z.string(),
      markdown: z.string(),
    }),
  ),
})
const readings = z.array(z.strictObject({ name: z.string(), reading }))
export const frozenReadings = (version: string) => readings.parse(readFrozen(version, 'readings'))

const files = z.array(
  z.strictObject({
    name: z.string(),
    reader: z.enum(['chair', 'person']),
    text: z.string(),
    /** The reading after import; null where it may not be imported. */
    reading: z.nullable(reading),
  }),
)
export const frozenFiles = (version: string) => files.parse(readFrozen(version, 'files'))

const drafts = z.array(
  z.strictObject({ fields: z.record(z.string(), z.array(z.string())), read: z.record(z.string(), z.unknown()) }),
)
export const frozenKeptDrafts = (version: string) => drafts.parse(readFrozen(version, 'kept-drafts'))

const beside = z.strictObject({ settings: z.array(z.unknown()), broughtFrom: z.array(z.unknown()) })
/** Stored choices of activities and origins of imported records. */
export const frozenBeside = (version: string) => beside.parse(readFrozen(version, 'beside'))

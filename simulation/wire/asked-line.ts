// What a student's page without a link to the room is told of now, in words: the asked line and, when their turn comes, what the title says.
import * as z from 'zod/mini'

export const askedLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asked'), ask: z.string(), asks: z.boolean(), title: z.nullable(z.string()) }),
  /** No seminar runs in the room. */
  z.strictObject({ kind: z.literal('still') }),
  /** The reader does not sit there, or there is no such room. */
  z.strictObject({ kind: z.literal('closed') }),
])
export type AskedLine = z.infer<typeof askedLine>

// The form that was sent last, as the storage of a tab keeps it. Loaded where one is kept alone: what reads it is a sixth of a page's script.
import * as z from 'zod/mini'

/** The fields of a form in their order, and its place among the forms of the page that have the same ones. */
export const sentForm = z.strictObject({
  path: z.string(),
  place: z.number(),
  fields: z.array(z.tuple([z.string(), z.string()])),
})

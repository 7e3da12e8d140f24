// Lifts version 5, whose joint text was chosen among the sides' first words, to version 6, in which a side stands on a version: the first
// words of a side are its first version.
import * as z from 'zod/mini'

const chosen = z.looseObject({
  event: z.looseObject({ type: z.literal('TextChosen'), text: z.string(), agreed: z.boolean() }),
})

export function liftRowToVersions(row: unknown): unknown {
  const before = chosen.safeParse(row)
  if (!before.success) return row
  const { event, ...rest } = before.data
  const { text, agreed, type: _, ...of } = event
  return { ...rest, event: { ...of, type: 'VersionStoodOn', version: `${text}-1`, reason: null, clean: agreed } }
}

// What a feature beside the log gives to a research file (D18), so that it is written from one registry and names no feature.
import type { Paragraph } from '../../reading/log/transcript'
import type { RowsOf, Tables } from '../../reading/research/research-table'
import type { ResearchedRoom } from '../../reading/research/researched-room'

type Parts<Key extends string, Given, Its extends Tables> = Readonly<{
  key: Key
  tables: Its
  /** Of one room; `given` is what the server read of it. */
  rows: (of: ResearchedRoom, all: readonly Paragraph[], given: readonly Given[]) => RowsOf<Its>
  /** What of it stands in the file and what does not, as parts of sentences. */
  holds: string
  holdsNot: string
}>

/** The same as the registry holds it: asked with all that was given. */
export const defineResearch = <const Key extends string, Given, const Its extends Tables>({
  rows,
  ...parts
}: Parts<Key, Given, Its>) => ({
  ...parts,
  rows: (
    of: ResearchedRoom,
    all: readonly Paragraph[],
    given: { readonly [K in Key]?: readonly Given[] },
  ): RowsOf<Its> => rows(of, all, given[parts.key] ?? []),
})

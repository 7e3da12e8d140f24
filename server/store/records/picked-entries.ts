/**
 * The data for two filters of a transcript, on the page and in exports, that the log does not hold: which entries match a search, and which
 * are evidence of a mark that this reader may see.
 */
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { readMarks, readOwnMarks, readPositionMarks } from '../marks/marks'
import type { ToldRoom } from '../rooms/room-for-reader'
import { matchesIn } from '../search/search'

export async function readPickedEntries(reading: ToldRoom, q: string): Promise<PickedEntries> {
  const evidence = await readEvidence(reading)
  if (q === '') return { found: null, evidence, marks: null, empty: false, common: [], behind: 0 }
  const { room, viewer, open } = reading
  const { entries, ...rest } = await matchesIn({ roomId: room.id, viewer, unsealed: open.unsealedAt !== null }, q)
  // A query without a searchable word filters nothing: an empty transcript would say that nothing matches.
  return { found: rest.empty ? null : entries, evidence, ...rest }
}

/** Evidence of all marks for a chair; for a student, once marks are released, of their own and of their delegation's positions. */
async function readEvidence({ room, activity, viewer, open }: ToldRoom): Promise<ReadonlySet<string>> {
  switch (viewer.kind) {
    case 'chair':
      return numbersOf(await readMarks(room.id))
    case 'person': {
      const delegation = open.plan.seats.find(({ id }) => id === viewer.seat)?.delegation
      const [own, positions] = await Promise.all([
        readOwnMarks(activity.id, viewer.person),
        delegation ? readPositionMarks(room, delegation, viewer.person) : [],
      ])
      return numbersOf([...own.filter(({ roomId }) => roomId === room.id), ...positions])
    }
    case 'stage':
      return new Set()
    default:
      return viewer satisfies never
  }
}

const numbersOf = (marks: readonly { evidence: readonly string[] }[]): ReadonlySet<string> =>
  new Set(marks.flatMap(({ evidence }) => evidence))

/**
 * Full-text search in records. The database filters out what a reader may not hear before it ranks or counts, or the number of matches would
 * tell of secret entries. `HEARD` states the rule of `mayHear` in SQL a second time; a property test compares the two.
 */

import { Prisma } from '#server/generated/prisma/client'
import { type Highlights, spellings } from '#simulation/kernel/search-text'
import { database } from '../../base/database'
import { inSlices } from '../../base/slices'
import type { SearchScope } from './search-scope'
import { type Alternative, gramsFor, readQuery, spelledRuns, type Wish } from './search-words'

export type FoundEntry = {
  roomId: string
  seq: number
  no: string
  at: Date
  body: string
}
type SearchResults = {
  /** Whether the query has nothing to search for: punctuation only, or only words that are too common. */
  empty: boolean
  /** What was typed and not looked for, because it stands in nearly every entry: a stop word of English such as "the", or a phrase of them. */
  common: readonly string[]
  total: number
  found: readonly FoundEntry[]
  marks: Highlights
  /** How many rows of the searched logs are not indexed yet, so that a page can say the results are incomplete. */
  behind: number
}

/** The scopes as a table `reader` with one row for each room, for `HEARD` to compare with. */
const readerRows = (scopes: readonly SearchScope[]): Prisma.Sql => {
  const of = scopes.map(({ roomId, viewer, unsealed }) => ({
    roomId,
    unsealed,
    kind: viewer.kind,
    person: viewer.kind === 'person' ? viewer.person : null,
    hears: JSON.stringify(viewer.kind === 'person' ? viewer.hears : []),
  }))
  return Prisma.sql`unnest(${of.map(({ roomId }) => roomId)}::text[], ${of.map(({ kind }) => kind)}::text[],
    ${of.map(({ person }) => person)}::text[], ${of.map(({ hears }) => hears)}::jsonb[],
    ${of.map(({ unsealed }) => unsealed)}::boolean[]) AS reader(room_id, kind, person, hears, unsealed)`
}

/** R1–R5 and R12–R14 as a condition on a row `text` of room_text and a row `reader` of `readerRows`. */
const HEARD = Prisma.sql`(
  text.heard_by = 'everyone' OR reader.kind = 'chair'
  OR reader.kind = 'person' AND (
    text.heard_by = 'person' AND text.person_id = reader.person
    OR text.heard_by = 'seats' AND (text.opens AND reader.unsealed OR EXISTS (
      SELECT FROM jsonb_to_recordset(reader.hears) AS ear(seat text, "from" int, until int)
       WHERE ear.seat = ANY(text.seats) AND text.seq >= ear."from" AND (ear.until IS NULL OR text.seq < ear.until)))))`

/** The best matches, `most` of them after the first `from`. A query without spaced words has no rank: then the newest come first. */
export async function search(
  asked: string,
  scopes: readonly SearchScope[],
  { from = 0, most = 20 }: { from?: number; most?: number } = {},
): Promise<SearchResults> {
  const [{ looked, common }, behind] = await Promise.all([understand(asked), countUnindexedRows(scopes)])
  if (looked === null) return { empty: true, common, total: 0, found: [], marks: { words: [], runs: [] }, behind }
  const { condition, rank } = looked
  const [answer] = await database().$queryRaw<{ total: number; found: FoundColumns[] }[]>`
    WITH heard AS MATERIALIZED (
      SELECT text.room_id, text.seq, text.at, ${rank} AS rank
        FROM room_text AS text JOIN ${readerRows(scopes)} ON reader.room_id = text.room_id
       WHERE ${condition} AND ${HEARD}
    ), best AS (
      SELECT * FROM heard ORDER BY rank DESC, at DESC, room_id, seq DESC LIMIT ${most} OFFSET ${from}
    )
    SELECT (SELECT count(*)::int FROM heard) AS total, coalesce((
      SELECT jsonb_agg(jsonb_build_object('roomId', best.room_id, 'seq', best.seq, 'no', text.no, 'at', best.at, 'body', text.body)
                       ORDER BY best.rank DESC, best.at DESC, best.room_id, best.seq DESC)
        FROM best JOIN room_text AS text ON text.room_id = best.room_id AND text.seq = best.seq), '[]') AS found`
  const found = (answer?.found ?? []).map((row) => ({ ...row, at: new Date(row.at) }))
  const marks = await readMarks(
    found.map(({ body }) => body),
    looked,
  )
  return { empty: false, common, total: answer?.total ?? 0, found, marks, behind }
}
type FoundColumns = Omit<FoundEntry, 'at'> & { at: string }

type Matches = Pick<SearchResults, 'empty' | 'common' | 'marks' | 'behind'> & { entries: ReadonlySet<string> }

/** The numbers of all entries of one room that match, for the transcript's filter. */
export async function matchesIn(scope: SearchScope, asked: string): Promise<Matches> {
  const [{ looked, common }, behind] = await Promise.all([understand(asked), countUnindexedRows([scope])])
  if (looked === null) return { empty: true, common, entries: new Set(), marks: { words: [], runs: [] }, behind }
  const { condition } = looked
  const entries = new Set<string>()
  const bodies: string[] = []
  for (let after = 0; ; ) {
    const rows = await database().$queryRaw<{ seq: number; no: string; body: string }[]>`
      SELECT text.seq, text.no, text.body FROM room_text AS text JOIN ${readerRows([scope])} ON reader.room_id = text.room_id
       WHERE ${condition} AND ${HEARD} AND text.seq > ${after} ORDER BY text.seq LIMIT ${STRIDE}`
    for (const { no, body } of rows) {
      entries.add(no)
      bodies.push(body)
    }
    const last = rows.at(-1)
    if (!last || rows.length < STRIDE) break
    after = last.seq
  }
  return { empty: false, common, entries, marks: await readMarks(bodies, looked), behind }
}
/** Entries read at once: all those of a long record in one piece would hold the event loop. */
const STRIDE = 200

/** A query as a condition on `text`, how well a text matches, and what is to be highlighted. */
type Looked = { condition: Prisma.Sql; rank: Prisma.Sql; lexemes: readonly string[]; runs: readonly string[] }

/** `looked` is null where a query looks for nothing: only what is too common, or only what is excluded, as `-tariff` alone, which would match nearly every entry. */
async function understand(asked: string): Promise<{ looked: Looked | null; common: readonly string[] }> {
  const { alternatives, wanted, terms } = readQuery(asked)
  if (terms.length === 0 && alternatives.length === 0) return { looked: null, common: [] }
  const [row] = await database().$queryRaw<{ queries: string[]; lexemes: string[]; common: string[] }[]>`
    SELECT ARRAY(SELECT to_tsquery('english', words)::text
                   FROM unnest(${alternatives.map(({ words }) => words)}::text[]) WITH ORDINALITY AS asked(words, place)
                  ORDER BY place) AS queries,
           tsvector_to_array(to_tsvector('english', ${wanted})) AS lexemes,
           ARRAY(SELECT typed FROM unnest(${terms.map(({ typed }) => typed)}::text[],
                                          ${terms.map(({ words }) => words)}::text[]) WITH ORDINALITY AS term(typed, words, place)
                  WHERE numnode(to_tsquery('english', words)) = 0 GROUP BY typed ORDER BY min(place)) AS common`
  const { queries, lexemes, common } = row ?? { queries: [], lexemes: [], common: [] }
  const some = alternatives.flatMap((one, place) => {
    const query = queries[place] ?? ''
    return query === '' && one.runs.length === 0 ? [] : [{ ...one, query }]
  })
  if (some.length === 0) return { looked: null, common }
  const ranked = some.flatMap(({ query }) => (query === '' ? [] : [query])).join(' | ')
  const looked = {
    condition: Prisma.sql`(${Prisma.join(some.map(meets), ' OR ')})`,
    rank: ranked === '' ? Prisma.sql`0::float4` : Prisma.sql`ts_rank(text.words, ${ranked}::tsquery, 1)`,
    lexemes,
    runs: [...new Set(some.flatMap(({ runs }) => runs))],
  }
  return { looked, common }
}

function meets({ query, runs, without }: Alternative & { query: string }): Prisma.Sql {
  const words = query === '' ? [] : [Prisma.sql`text.words @@ ${query}::tsquery`]
  const hasNot = without.map((wish) => Prisma.sql`NOT (${Prisma.join(has(wish), ' AND ')})`)
  return Prisma.sql`(${Prisma.join([...words, ...hasRuns(runs), ...hasNot], ' AND ')})`
}

/** A stop word that is excluded excludes nothing. */
const has = ({ words, runs }: Wish): Prisma.Sql[] => [
  ...(words === '' ? [] : [Prisma.sql`text.words @@ to_tsquery('english', ${words})`]),
  ...hasRuns(runs),
]

/** A text must contain each run. Its pairs find candidates through the index; runs of more than two characters are then compared in full, since pairs alone would match them out of order. */
function hasRuns(runs: readonly string[]): Prisma.Sql[] {
  const grams = [...new Set(runs.flatMap(gramsFor))]
  const long = runs.filter((run) => [...run].length > 2)
  return [
    ...(grams.length === 0 ? [] : [Prisma.sql`text.grams @> ${grams}::text[]`]),
    ...long.map((run) => Prisma.sql`strpos(text.runs, ${run}) > 0`),
  ]
}

/** What to highlight in these texts: `tariffs` where `tariff` was looked for, 會談 where 会谈 was. */
async function readMarks(bodies: readonly string[], { lexemes, runs }: Looked): Promise<Highlights> {
  const [words, spelled] = await Promise.all([
    readMarkedWords(await inSlices(spellings(bodies)), lexemes),
    inSlices(spelledRuns(bodies, runs)),
  ])
  return { words, runs: spelled }
}

/** Of these spellings, the ones that the dictionary reduces to one of the lexemes searched for. */
async function readMarkedWords(spelled: readonly string[], lexemes: readonly string[]): Promise<string[]> {
  if (spelled.length === 0 || lexemes.length === 0) return []
  const rows = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${spelled}::text[]) AS word
     WHERE tsvector_to_array(to_tsvector('english', regexp_replace(word, '([0-9])s$', '\\1'))) && ${lexemes}::text[]`
  return rows.map(({ word }) => word)
}

async function countUnindexedRows(scopes: readonly SearchScope[]): Promise<number> {
  const [row] = await database().$queryRaw<{ behind: number }[]>`
    SELECT coalesce(sum(last.seq - coalesce(reach.seq, 0)), 0)::int AS behind
      FROM unnest(${scopes.map(({ roomId }) => roomId)}::text[]) AS room(id)
      LEFT JOIN room_text_reach AS reach ON reach.room_id = room.id
      CROSS JOIN LATERAL (SELECT seq FROM room_event WHERE room_id = room.id ORDER BY seq DESC LIMIT 1) AS last`
  return row?.behind ?? 0
}

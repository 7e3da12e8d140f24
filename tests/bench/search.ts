/**
 * A search over a million entries for the chair of a hundred rooms, and a record of two thousand statements read for its page, beside bare
 * SQL that fetches the same rows and checks nothing.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connect, database, disconnect } from '#server/base/database'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readThreadsFor } from '#server/store/records/annotations'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { search } from '#server/store/search/search'
import type { SearchScope } from '#server/store/search/search-scope'
import { indexedText } from '#server/store/search/search-words'
import { paragraphs } from '#simulation/reading/log/transcript'
import { compared, inTurns, type Measure, quantile } from './figures'
import { givenLesson } from './lesson'

const ROOMS = 100
const SAMPLES = 2_000
/** Of two hundred texts one is Japanese and holds `RUN`, and three hold `WORD`. */
const [WORD, RUN, CYCLE] = ['lighthouse', '灯台', 200]
const PLAIN =
  'we hold that our allies should weigh a pledge a deadline the price of delay and what neighbours hear'.split(' ')

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const entries = quick ? 50_000 : 1_000_000
  const turns = quick ? 1 : 5
  const lesson = await givenLesson(clusterUrl, 1, 2_000)
  connect(lesson.url)
  const bare = new pg.Client({ connectionString: lesson.url })
  await bare.connect()
  const scopes = (await fill(bare, entries)).map(
    (roomId): SearchScope => ({ roomId, viewer: { kind: 'chair' }, unsealed: true }),
  )
  const asks = async (condition: string, value: string, rank: string) => {
    const text = `SELECT room_id, seq, no, at, body FROM room_text WHERE ${condition} ORDER BY ${rank} at DESC LIMIT 20`
    if ((await bare.query(text, [value])).rows.length === 0) throw new Error('Void: the bare query found nothing')
  }
  const looks = (words: string) => async () => {
    if ((await search(words, scopes)).total < entries / CYCLE / 2) throw new Error(`Void: ${words} was not found`)
  }
  const roomId = lesson.rooms[0]?.[0]?.roomId ?? ''
  const { activity } = await database().room.findUniqueOrThrow({ where: { id: roomId }, include: { activity: true } })
  const opens = async () => {
    const user = { id: activity.createdById ?? '', isAdmin: false }
    const reading = await readRoomFor(user, roomId)
    if (!reading || paragraphs(reading.state).length < 2_000) throw new Error('Void: the record is short')
    await Promise.all([readPickedEntries(reading, ''), readThreadsFor(user, reading)])
  }
  const readsLog = async () =>
    void (await bare.query('SELECT * FROM room_event WHERE room_id = $1 ORDER BY seq', [roomId]))
  const byWord = () => asks('words @@ $1::tsquery', `'lighthous'`, 'ts_rank(words, $1::tsquery, 1) DESC,')
  const byRun = () => asks('grams @> ARRAY[$1]', RUN, '')
  const rows = [
    [`a word in ${entries} entries`, looks(WORD), byWord],
    [`two characters in ${entries} entries`, looks(RUN), byRun],
    ['a record of 2,000 statements, read for its page', opens, readsLog],
  ] as const
  const figures = []
  for (const [name, ours, theirs] of rows) {
    await ours()
    await theirs()
    figures.push(compared(name, 'ms', 'ms', await inTurns(turns, timed(ours), timed(theirs))))
  }
  await bare.end()
  await closeRoomReading()
  await disconnect()
  await lesson.drop()
  return figures
}

const timed = (work: () => Promise<void>) => async () => {
  const took: number[] = []
  for (let time = 0; time < 15; time += 1) {
    const begun = performance.now()
    await work()
    took.push(performance.now() - begun)
  }
  return { ms: quantile(took, 0.5) }
}

/** A hundred rooms of entries, a tenth of them Japanese. Indexes are built at the end, which is faster. */
async function fill(client: pg.Client, entries: number): Promise<string[]> {
  const [first] = await database().activity.findMany({ select: { id: true } })
  const rooms = Array.from({ length: ROOMS }, () => randomUUID())
  await client.query(
    `INSERT INTO room (id, activity_id, ordinal, name) SELECT id, $2, 100 + place, 'Table' FROM unnest($1::text[]) WITH ORDINALITY AS r(id, place)`,
    [rooms, first?.id],
  )
  const samples = Array.from({ length: SAMPLES }, (_, number) => {
    const body = bodyOf(number)
    return { number, body, ...indexedText(body) }
  })
  await client.query('DROP INDEX room_text_words_idx, room_text_grams_idx')
  await client.query(
    `WITH sample AS MATERIALIZED (
       SELECT number, body, to_tsvector('english', spaced) AS words, runs, grams
         FROM jsonb_to_recordset($3::jsonb) AS s(number int, body text, spaced text, runs text, grams text[]))
     INSERT INTO room_text (room_id, seq, no, at, heard_by, seats, opens, body, words, runs, grams)
     SELECT ($1::text[])[1 + ('x' || substr(md5(n::text), 1, 4))::bit(16)::int % ${ROOMS}], n + 1, (n + 1)::text,
            now() + n * interval '1 millisecond', 'everyone', '{}', false, body, words, runs, grams
       FROM generate_series(0, $2::int - 1) AS n JOIN sample ON number = n % ${SAMPLES}`,
    [rooms, entries, JSON.stringify(samples)],
  )
  await client.query('CREATE INDEX room_text_words_idx ON room_text USING gin (words)')
  await client.query('CREATE INDEX room_text_grams_idx ON room_text USING gin (grams)')
  await client.query('VACUUM ANALYZE room_text')
  return rooms
}

function bodyOf(number: number): string {
  const place = number % CYCLE
  if (number % 10 === 9) return `東京は決断したが財源はまだ見つけていない${place === 9 ? `${RUN}の話` : ''}。${number}`
  const words = Array.from({ length: 40 }, (_, at) => PLAIN[(number * 31 + at * at * 7 + at) % PLAIN.length])
  if ([11, 55, 107].includes(place)) words[number % 40] = WORD
  return `${words.join(' ')} ${number}.`
}

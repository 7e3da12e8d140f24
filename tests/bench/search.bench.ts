/**
 * Measures a search over a million entries, for a chair of a hundred rooms and for one seat, and reading a record of two thousand entries
 * for its page, against bare SQL that fetches the same rows without any check.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { readRoomFor } from '#server/store/access/room-for-reader'
import { connect, database, disconnect } from '#server/store/database'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readNotesFor } from '#server/store/records/notes'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { search } from '#server/store/search/search'
import type { SearchScope } from '#server/store/search/search-scope'
import { personId, seatId } from '#simulation/kernel/ids'
import { gramsOf, spacedPart } from '#simulation/reading/search-text'
import { paragraphs } from '#simulation/reading/transcript'
import { inSeat } from '#simulation/secrecy/viewer'
import { givenLesson } from './lesson'
import { inPairs, type Measure, median, row } from './ratio'

const ROOMS = 100
const SAMPLES = 20_000
/** Of two hundred sample texts, those with the searched word: one for everyone, one for a person, one for seats. */
const SPOKEN = [11, 107, 55]
const WORD = 'lighthouse'
/** Stands in one of two hundred texts. */
const RUN = '灯台'
const PLAIN =
  'we hold that our allies should weigh a pledge a deadline the price of delay and what the neighbours hear'.split(' ')
const UNSPACED = [
  '東京は決断したが財源はまだ見つけていない',
  '北京认为会谈应当继续两国关系不能倒退',
  '日中首脳会談を求める',
]

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const entries = quick ? 50_000 : 1_000_000
  const times = quick ? 5 : 15
  const lesson = await givenLesson(clusterUrl, 1, 2_000)
  connect(lesson.url)
  const bare = new pg.Client({ connectionString: lesson.url })
  await bare.connect()
  const rooms = await fill(bare, entries)
  const chair: SearchScope[] = rooms.map((roomId) => ({ roomId, viewer: { kind: 'chair' }, unsealed: true }))
  const viewer = inSeat(personId.parse('p7'), seatId.parse('jp.pm'))
  const seat: SearchScope[] = [{ roomId: rooms[7] ?? '', viewer, unsealed: false }]

  const looks = (asked: string, scopes: SearchScope[], least: number) => async () => {
    const { total } = await search(asked, scopes)
    if (total < least) throw new Error(`Void: ${asked} was found ${total} times`)
  }
  const asks =
    (condition: string, value: string, rank: string, within = '') =>
    async () => {
      const { rows } = await bare.query(
        `SELECT room_id, seq, no, at, body FROM room_text WHERE ${condition} ${within}
       ORDER BY ${rank} at DESC LIMIT 20`,
        [value],
      )
      if (rows.length === 0) throw new Error('Void: the bare query found nothing')
    }
  const word = [`words @@ $1::tsquery`, "'lighthous'", 'ts_rank(words, $1::tsquery, 1) DESC,'] as const
  const run = [`grams @> ARRAY[$1]`, RUN, ''] as const
  const share = entries / 200 / 2
  const table = [
    [`search a word in ${entries} entries, chair of ${ROOMS} rooms`, looks(WORD, chair, share), asks(...word)],
    [`search two characters in ${entries} entries, the same chair`, looks(RUN, chair, share), asks(...run)],
    [
      `search a word in ${entries} entries, one seat of one room`,
      looks(WORD, seat, 1),
      asks(...word, `AND room_id = '${rooms[7]}'`),
    ],
  ] as const

  const result = []
  for (const [name, ours, theirs] of table) {
    await ours()
    await theirs()
    const taken = await inPairs(pairs, figure(ours, times), figure(theirs, times))
    // Among few entries the fixed cost of a search dominates.
    result.push(row(name, 'ms', taken, quick ? { must: 15, aim: 8 } : { must: 4, aim: 2 }))
  }
  const { user, roomId } = await readerOf(lesson.rooms[0]?.[0]?.roomId ?? '')
  const opens = async () => {
    const reading = await readRoomFor(user, roomId)
    if (!reading) throw new Error('Void: the record could not be read')
    await Promise.all([readPickedEntries(reading, ''), readNotesFor(reading)])
    if (paragraphs(reading.state).length < 2_000) throw new Error('Void: the record is short')
  }
  const reads = async () => {
    const { rows } = await bare.query('SELECT * FROM room_event WHERE room_id = $1 ORDER BY seq', [roomId])
    if (rows.length < 2_000) throw new Error('Void: the log is short')
  }
  const taken = await inPairs(pairs, figure(opens, times), figure(reads, times))
  result.push(row('read a record of 2,000 statements for its page', 'ms', taken, { must: 10, aim: 5 }))
  await bare.end()
  await closeRoomReading()
  await disconnect()
  await lesson.drop()
  return result
}

const figure = (work: () => Promise<void>, times: number) => async () => {
  const spent: number[] = []
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now()
    await work()
    spent.push(performance.now() - begun)
  }
  return { ms: median(spent) }
}

async function readerOf(roomId: string) {
  const { activity } = await database().room.findUniqueOrThrow({ where: { id: roomId }, include: { activity: true } })
  return { roomId, user: { id: activity.createdById ?? '', isAdmin: false } }
}

/**
 * A hundred rooms of entries, a tenth of them in Japanese or Chinese and a third private. Indexes are built at the end, which is faster.
 */
async function fill(client: pg.Client, entries: number): Promise<string[]> {
  const [first] = await database().activity.findMany({ select: { id: true } })
  const rooms = Array.from({ length: ROOMS }, () => randomUUID())
  await client.query(
    `INSERT INTO room (id, activity_id, ordinal, name) SELECT id, $2, 100 + place, 'Table' FROM unnest($1::text[]) WITH ORDINALITY AS r(id, place)`,
    [rooms, first?.id],
  )
  const samples = Array.from({ length: SAMPLES }, (_, number) => {
    const body = bodyOf(number)
    return { number, body, spaced: spacedPart(body), grams: gramsOf(body) }
  })
  await client.query('CREATE TEMP TABLE sample (number int PRIMARY KEY, body text, words tsvector, grams text[])')
  await client.query(
    `INSERT INTO sample SELECT number, body, to_tsvector('english', spaced), grams
       FROM jsonb_to_recordset($1::jsonb) AS s(number int, body text, spaced text, grams text[])`,
    [JSON.stringify(samples)],
  )
  await client.query('DROP INDEX room_text_words_idx, room_text_grams_idx')
  await client.query(
    `INSERT INTO room_text (room_id, seq, no, at, heard_by, seats, opens, person_id, body, words, grams)
     SELECT ($1::text[])[1 + ('x' || substr(md5(n::text), 1, 4))::bit(16)::int % ${ROOMS}], n + 1, (n + 1)::text, now() + n * interval '1 millisecond',
            (CASE n % 10 WHEN 3 THEN 'person' WHEN 5 THEN 'seats' WHEN 7 THEN 'seats' ELSE 'everyone' END)::heard_by,
            CASE n % 10 WHEN 5 THEN '{jp.pm,jp.finance}'::text[] WHEN 7 THEN '{us.state}' ELSE '{}' END, n % 10 IN (5, 7),
            CASE n % 10 WHEN 3 THEN 'p' || n % 30 END, sample.body, sample.words, sample.grams
       FROM generate_series(0, $2::int - 1) AS n JOIN sample ON sample.number = (n::bigint * 7919) % ${SAMPLES}`,
    [rooms, entries],
  )
  await client.query('CREATE INDEX room_text_words_idx ON room_text USING gin (words)')
  await client.query('CREATE INDEX room_text_grams_idx ON room_text USING gin (grams)')
  await client.query('VACUUM ANALYZE room_text')
  return rooms
}

function bodyOf(number: number): string {
  const marked = number % 200
  if (number % 10 === 9) return `${UNSPACED[number % 3]}${marked === 9 ? `${RUN}の話。` : '。'}${number}`
  const words = Array.from(
    { length: 40 },
    (_, place) => PLAIN[(number * 31 + place * place * 7 + place) % PLAIN.length],
  )
  if (SPOKEN.includes(marked)) words[number % 40] = WORD
  return `${words.join(' ')} ${number}.`
}

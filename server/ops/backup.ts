/**
 * A backup: the database of one moment as a compressed file of lines, with a checksum over all it holds. The packaged PostgreSQL
 * has no pg_dump, and a file of our own can be proved equal after it was read back. It must not know what a table means.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { readLines } from './dump-format'

export type Summary = { rows: number; checksum: string }

const FORMAT = 'track-two-backup'
const Head = z.strictObject({ format: z.literal(FORMAT), version: z.literal(1), at: z.iso.datetime() })
const Foot = z.tuple([z.literal('end'), z.strictObject({ rows: z.int(), checksum: z.string() })])

/** Sums up lines as they pass; a row is a line that is an object. */
export class Sum {
  readonly #hash = createHash('sha256')
  #rows = 0

  add(line: string): void {
    this.#hash.update(line).update('\n')
    if (line.startsWith('{')) this.#rows += 1
  }

  end(): Summary {
    return { rows: this.#rows, checksum: this.#hash.digest('hex') }
  }
}

/** Writes the database at `url` into `file`, which appears only when it is whole and on the disk. */
export async function backUp(url: string, file: string, at: Date): Promise<Summary> {
  const draft = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  const sum = new Sum()
  try {
    await inSnapshot(url, async (client) => {
      const text = async function* () {
        yield `${JSON.stringify({ format: FORMAT, version: 1, at: at.toISOString() } satisfies z.input<typeof Head>)}\n`
        for await (const line of readLines(client)) {
          sum.add(line)
          yield `${line}\n`
        }
        yield `${JSON.stringify(['end', sum.end()] satisfies z.input<typeof Foot>)}\n`
      }
      await pipeline(Readable.from(text()), createGzip({ level: 6 }), handle.createWriteStream({ flush: true }))
    })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return summaryOf(file)
}

/** The summary of the database as it stands now: equal content has an equal one. */
export function summarise(url: string): Promise<Summary> {
  return inSnapshot(url, async (client) => {
    const sum = new Sum()
    for await (const line of readLines(client)) sum.add(line)
    return sum.end()
  })
}

/** Reads a backup to its end and answers what it holds; throws when it is cut short, altered, or not one. */
export async function summaryOf(file: string): Promise<Summary> {
  const sum = new Sum()
  const lines = linesIn(file)
  const head = await lines.next()
  if (!Head.safeParse(parsed(head.value ?? '')).success) throw new Error(`${file} is not a backup of this program.`)
  let foot: Summary | null = null
  for await (const line of lines) {
    const end = line.startsWith('["end"') ? Foot.safeParse(parsed(line)).data : undefined
    if (end) foot = end[1]
    else sum.add(line)
  }
  const found = sum.end()
  if (foot?.checksum !== found.checksum || foot.rows !== found.rows)
    throw new Error(`${file} is damaged: what it holds is not what was written.`)
  return found
}

/** The lines of a backup, its head and foot among them. Split at the line feed alone, for a text may hold other separators. */
export async function* linesIn(file: string): AsyncGenerator<string, undefined> {
  let rest = ''
  const text = createGunzip().setEncoding('utf8')
  // A file that cannot be read ends the text with its fault, which is thrown below.
  const read = pipeline(createReadStream(file), text).catch(() => undefined)
  for await (const chunk of text) {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  await read
  if (rest !== '') yield rest
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

async function inSnapshot<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query that runs meets the loss itself
  await client.connect()
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

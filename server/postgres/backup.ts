/**
 * Backups: a snapshot of the whole database as a gzip file of text lines that ends with a row count and a SHA-256 of the lines before.
 * The packaged PostgreSQL has no pg_dump; and lines in a fixed order allow `restore` to prove that what it read back is equal.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { z } from 'zod'
import { asJson } from '#simulation/kernel/as-json'
import { PlainFault } from '../base/faults/plain-fault'
import { onOwnConnection } from '../base/own-connection'
import { readLines } from './dump-format'

export type Summary = { rows: number; checksum: string }

const FORMAT = 'track-two-backup'
const Head = z.strictObject({ format: z.literal(FORMAT), version: z.literal(1), at: z.iso.datetime() })
const Foot = z.tuple([z.literal('end'), z.strictObject({ rows: z.int(), checksum: z.string() })])

/** Counts and hashes lines. A line that is a JSON object is a row; an array is a table's heading and is not counted. */
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

/** Writes the database at `url` into `file`, under another name until it is complete and flushed, so that a crash leaves no half backup. */
export async function backUp(url: string, file: string, at: Date): Promise<Summary> {
  const draft = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await rm(draft, { force: true })
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
      const out = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
      await pipeline(Readable.from(text()), createGzip({ level: 6 }), out)
    })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return summaryOf(file)
}

/** The summary of the database as it is now; two databases with equal content have equal summaries. */
export function summarise(url: string): Promise<Summary> {
  return inSnapshot(url, async (client) => {
    const sum = new Sum()
    for await (const line of readLines(client)) sum.add(line)
    return sum.end()
  })
}

/** Reads a whole backup and returns its summary; throws when the file is cut short, altered, or no backup. */
export async function summaryOf(file: string): Promise<Summary> {
  const sum = new Sum()
  const lines = linesIn(file)
  const head = await lines.next()
  if (!Head.safeParse(asJson(head.value ?? '')).success)
    throw new PlainFault(`${file} is not a backup of this program: name another file.`)
  let foot: Summary | null = null
  for await (const line of lines) {
    const end = line.startsWith('["end"') ? Foot.safeParse(asJson(line)).data : undefined
    if (end) foot = end[1]
    else sum.add(line)
  }
  const found = sum.end()
  if (foot?.checksum !== found.checksum || foot.rows !== found.rows)
    throw new PlainFault(
      `${file} is damaged, for it does not hold what was written: take another backup; nothing was changed.`,
    )
  return found
}

/** The lines of a backup with its head and foot. Split at \n only: readline would also split at U+2028, which a text may hold. */
export async function* linesIn(file: string): AsyncGenerator<string, undefined> {
  let rest = ''
  const text = createGunzip().setEncoding('utf8')
  // When the file cannot be read, the pipeline ends `text` with that error, and the loop below throws it.
  const read = pipeline(createReadStream(file), text).catch(() => undefined)
  for await (const chunk of text) {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  await read
  if (rest !== '') yield rest
}

const inSnapshot = <Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> =>
  onOwnConnection(url, async (client) => {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    return await work(client)
  })

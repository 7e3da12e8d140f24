/** Holds answers against one another, and what is stored against what was stored before. It knows nobody's rights. */
import pg from 'pg'
import type { Answer } from './knocking'
import type { WorldIds } from './matrix/given-world'

/**
 * What an answer says: its words, in no order, because a page is sent in pieces as they come; without what names the thing or the
 * one request.
 */
export function plain(answer: Answer, place: WorldIds): Pick<Answer, 'status' | 'location'> & { words: string } {
  const names = Object.values(place).filter((value) => value.length > 5)
  const without = (text: string) =>
    names
      .reduce((left, name) => left.replaceAll(name, '…').replaceAll(encodeURIComponent(name), '…'), text)
      .replaceAll(/_rsc(=[\w-]*)?/g, '_rsc')
  const words = without(answer.body)
    .replaceAll(/[\w+/=-]{20,}|IconMark|Metadata\w*|Viewport\w*|\w*Outlet/g, '')
    .match(/[A-Za-z]{4,}/g)
  return {
    status: answer.status,
    location: without(answer.location),
    words: [...new Set(words)].sort().join(' '),
  }
}

/** Where two answers part, for whoever reads the failure. */
export function difference(seen: unknown, expected: unknown): string | null {
  const [one, other] = [JSON.stringify(seen), JSON.stringify(expected)]
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return one === other
    ? null
    : `${one.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.slice(Math.max(0, at - 60), at + 60)}`
}

/** Drafts say that there are none for whoever asks without the console of a page calling it a fault. */
const CLOSED = '{"kind":"closed"}'

export const isOpen = ({ status, location, body }: Answer) =>
  status < 400 && body !== CLOSED && !location.startsWith('/sign-in') && !/^\/join(;|$)/.test(location)

/** All of them, six at a time. */
export async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
    }),
  )
}

/**
 * Everything that is stored, except when a sign-in was last seen, and what the server does by itself and in its own time: the index of
 * words, and the rows of its own commands (who has been away for a while), which have a colon in their ids.
 */
export async function storedIn(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
          AND table_name NOT IN ('session', '_prisma_migrations', 'room_text', 'room_text_reach') ORDER BY 1`,
    )
    const sums = []
    for (const { name } of tables.rows) {
      const found = await client.query<{ sum: string }>(
        `SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM "${name}" t
          WHERE coalesce(to_jsonb(t)->>'command_id', '') NOT LIKE '%:%'`,
      )
      sums.push(`${name} ${found.rows[0]?.sum}`)
    }
    return sums.join('\n')
  } finally {
    await client.end()
  }
}

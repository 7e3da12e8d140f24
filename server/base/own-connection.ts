/** A connection to PostgreSQL for one piece of work, outside the pools of Prisma and of the logs. */
import pg from 'pg'
import { FIRST_CONNECTION_MS } from './first-connection'

/** Does `work` on a connection that is closed after it. */
export async function onOwnConnection<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
  more: pg.ClientConfig = {},
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: FIRST_CONNECTION_MS, ...more })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the running query rejects too
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

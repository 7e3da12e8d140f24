/** Lets servers that start together do the work of a start one after another, so that each piece of it is done once. */
import pg from 'pg'
import { LOCKS } from '../base/advisory-locks'
import { FIRST_CONNECTION_MS } from '../base/first-connection'

/** Does `work` while no other server of this database does its own. */
export async function oneAtATime<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: FIRST_CONNECTION_MS, keepAlive: true })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the work goes on or fails by itself
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.start])
    return await work()
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Holds a query of the server's in its midst: a test locks a table, and learns here when the query has come to it. */
import type pg from 'pg'

/** Resolves once another connection waits for the lock that this one holds and none runs a query. */
export async function waitsForLock(holder: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await holder.query(`
      SELECT count(*) FILTER (WHERE wait_event_type = 'Lock')::int AS waiting,
             count(*) FILTER (WHERE state = 'active' AND wait_event_type IS DISTINCT FROM 'Lock')::int AS working
        FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
    if (rows[0].waiting > 0 && rows[0].working === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

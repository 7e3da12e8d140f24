/** Lets servers that start together do the work of a start one after another, so that each piece of it is done once. */
import { LOCKS } from '../base/advisory-locks'
import { onOwnConnection } from '../base/own-connection'

/** Does `work` while no other server of this database does its own. */
export const oneAtATime = <Result>(url: string, work: () => Promise<Result>): Promise<Result> =>
  onOwnConnection(
    url,
    async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCKS.start])
      return await work()
    },
    { keepAlive: true },
  )

/**
 * Batches single look-ups into one query, with DataLoader, for a whole class that joins at once. Nothing is cached: an answer is read after
 * its question was asked.
 */
import DataLoader from 'dataloader'

type Ask<Key, Answer> = (asked: readonly Key[]) => Promise<readonly Answer[]>

const MOST_AT_ONCE = 500

/** Returns a look-up of one key. `ask` answers a batch of keys, in the same order. */
export function batchLoader<Key, Answer>(ask: Ask<Key, Answer>): (asked: Key) => Promise<Answer> {
  let before: Promise<unknown> = Promise.resolve()
  const loader = new DataLoader<Key, Answer>(
    (keys) => {
      const answers = ask(keys).catch((error: unknown) => askOneByOne(ask, keys, error))
      before = answers
      return answers
    },
    {
      cache: false,
      maxBatchSize: MOST_AT_ONCE,
      // While one batch is answered the next one collects, so that a crowd takes one connection of the database.
      batchScheduleFn: (dispatch) => void before.then(() => setImmediate(dispatch)),
    },
  )
  return (key) => loader.load(key)
}

/**
 * A key that cannot be answered makes the whole batch fail, so each is asked again by itself and only the bad one fails. In parallel: when
 * the database is down, hundreds of callers wait for one timeout and not for hundreds in a row.
 */
async function askOneByOne<Key, Answer>(ask: Ask<Key, Answer>, keys: readonly Key[], failed: unknown) {
  const faultOf = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
  if (keys.length === 1) return [faultOf(failed)]
  const asked = await Promise.allSettled(keys.map((key) => ask([key])))
  return asked.flatMap<Answer | Error>((one) => (one.status === 'fulfilled' ? one.value : faultOf(one.reason)))
}

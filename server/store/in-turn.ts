/**
 * One after another for each key, in the order in which they come. Whoever would wait for the same row waits here instead, and holds
 * no connection to the database meanwhile, which all others need. It must not know what is done.
 */

const lasts = new Map<string, Promise<unknown>>()

export async function inTurn<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
  const before = lasts.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  lasts.set(key, mine)
  try {
    return await mine
  } finally {
    if (lasts.get(key) === mine) lasts.delete(key)
  }
}

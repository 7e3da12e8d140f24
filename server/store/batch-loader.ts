/**
 * Batches single look-ups into one query, as DataLoader does, for a whole class that joins at once: while one batch is answered the
 * next one collects. An answer is read after its question was asked, never from a cache, and a question that fails does not fail the
 * others in its batch.
 */

const MOST_AT_ONCE = 500
/** A batch collects for as long as new questions arrive within two turns of the event loop, but no longer than this. */
const PATIENCE_MS = 50
const QUIET_TURNS = 2
/**
 * Callers go on working when they are answered (rendering, writing). At most this many are answered in one turn of the event loop, so
 * that hundreds do not block everything else.
 */
const ANSWERED_AT_ONCE = 8

const turn = (): Promise<void> => new Promise((next) => setImmediate(next))

/** Returns a look-up of one key. `ask` answers a batch of keys, in the same order. */
export function batchLoader<Key, Answer>(
  ask: (asked: readonly Key[]) => Promise<readonly Answer[]>,
): (asked: Key) => Promise<Answer> {
  type Waiting = { asked: Key; done: (answer: Answer) => void; fail: (error: unknown) => void }
  const waiting: Waiting[] = []
  let isAsking = false

  async function untilNobodyComes(): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    let quiet = 0
    while (quiet < QUIET_TURNS && performance.now() < until) {
      const before = waiting.length
      await turn()
      quiet = waiting.length > before ? 0 : quiet + 1
    }
  }

  async function answerInTurns(batch: readonly Waiting[], answers: readonly Answer[]): Promise<void> {
    for (const [index, answer] of answers.entries()) {
      if (index > 0 && index % ANSWERED_AT_ONCE === 0) await turn()
      batch[index]?.done(answer)
    }
  }

  async function answersTo(batch: readonly Waiting[]): Promise<readonly Answer[]> {
    const answers = await ask(batch.map(({ asked }) => asked))
    if (answers.length !== batch.length) throw new Error('A gathered question was not answered in full.')
    return answers
  }

  /**
   * A key that cannot be answered makes the whole batch fail, so each is asked again by itself and only the bad one fails. In parallel:
   * when the database is down, hundreds of callers wait for one timeout and not for hundreds in a row.
   */
  async function askOneByOne(batch: readonly Waiting[]): Promise<void> {
    await Promise.all(
      batch.map(async (one) => {
        try {
          await answerInTurns([one], await answersTo([one]))
        } catch (error) {
          one.fail(error)
        }
      }),
    )
  }

  async function work(): Promise<void> {
    isAsking = true
    while (waiting.length > 0) {
      await untilNobodyComes()
      const batch = waiting.splice(0, MOST_AT_ONCE)
      try {
        void answerInTurns(batch, await answersTo(batch))
      } catch (error) {
        if (batch.length === 1) batch[0]?.fail(error)
        else await askOneByOne(batch)
      }
    }
    isAsking = false // set without an await after the check for an empty queue, or a question pushed in between would never be asked
  }

  return (asked) =>
    new Promise((done, fail) => {
      waiting.push({ asked, done, fail })
      if (!isAsking) void work()
    })
}

/**
 * Gathers what many ask at the same time into one question, as when a whole class comes in: while one question is being answered
 * the next one gathers. An answer is never older than the asking, and nobody is failed by what somebody else asked. It must not know
 * what is asked.
 */

const MOST_AT_ONCE = 500
/** A crowd is waited for as long as somebody comes in every few turns of the event loop, and never longer than this. */
const PATIENCE_MS = 50
const QUIET_TURNS = 2
/** Whoever is answered has much to do next. So many go on in one turn, and the others let everything else have its turn. */
const ANSWERED_AT_ONCE = 8

const turn = (): Promise<void> => new Promise((next) => setImmediate(next))

/** `ask` answers all that it is given, in the same order. */
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
   * One that cannot be answered fails all that were gathered with it, so each is asked again by itself, and only that one fails. All at
   * once: where nobody answers at all, they are told so after one wait and not after hundreds.
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
    isAsking = false // in the same step as the look that found nothing waiting
  }

  return (asked) =>
    new Promise((done, fail) => {
      waiting.push({ asked, done, fail })
      if (!isAsking) void work()
    })
}

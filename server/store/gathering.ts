/**
 * Gathers what many ask at the same time into one question, as when a whole class comes in: while one question is being answered
 * the next one gathers. An answer is never older than the asking. It must not know what is asked.
 */

const MOST_AT_ONCE = 500

/** `ask` answers all that it is given, in the same order. */
export function gathering<Asked, Answer>(
  ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  type Waiting = { asked: Asked; done: (answer: Answer) => void; fail: (error: unknown) => void }
  const waiting: Waiting[] = []
  let isAsking = false

  async function work(): Promise<void> {
    isAsking = true
    await new Promise((turn) => setImmediate(turn)) // whatever else is asked in this turn of the event loop goes along
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE)
      try {
        const answers = await ask(batch.map(({ asked }) => asked))
        if (answers.length !== batch.length) throw new Error('A gathered question was not answered in full.')
        for (const [index, answer] of answers.entries()) batch[index]?.done(answer)
      } catch (error) {
        for (const { fail } of batch) fail(error)
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

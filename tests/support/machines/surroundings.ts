/** Changes the settings of this test process. */
import { onTestFinished } from 'vitest'
import { environment, readEnvironment, settleSecret } from '#server/base/environment'

const shared: typeof globalThis & { __trackTwoEnvironment?: ReturnType<typeof environment> } = globalThis

/** For the rest of a test; the secret stays, because sessions are signed with it. */
export function inSurroundings(settings: Record<string, string>): void {
  const before = environment()
  shared.__trackTwoEnvironment = readEnvironment(settings)
  if (before.secret !== null) settleSecret(before.secret)
  onTestFinished(() => {
    shared.__trackTwoEnvironment = before
  })
}

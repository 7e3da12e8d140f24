/** Tries the engine once at the start: a setting that can never work is refused, one that may work later is warned of. */
import { StartFault } from '#server/base/faults/start-fault'
import { openWire } from './wire'

const CHANNEL = 'first-answer'

/**
 * Resolves with null when the engine can be used, and with a sentence when it does not answer now. Servers start without it, because they
 * go on without it too. Throws a StartFault when it answers and will never serve.
 */
export async function tryEngine(url: string): Promise<string | null> {
  const where = new URL(url).host
  try {
    const wire = await openWire(url, () => undefined)
    await wire.subscribe(CHANNEL, () => undefined).finally(() => wire.close())
    return null
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/^(WRONGPASS|NOAUTH|NOPERM)|AUTH/.test(said))
      throw new StartFault(
        `The engine at ${where} does not let this server in: correct the user or the password in REDIS_URL.`,
      )
    if (/unknown command/i.test(said))
      throw new StartFault(
        `The engine at ${where} is too old to serve: put Redis 7 or Valkey there, or name another in REDIS_URL.`,
      )
    return `Warning: no engine answers at ${where}, so servers hear of one another only twice a second, by the database. Start it, or correct REDIS_URL.`
  }
}

/** What the operator may read of this server: that something happened and where, never what anybody wrote or is called. */
import pino from 'pino'

/** Names of fields that may hold somebody's words, name, address or way in, wherever they turn up. */
const PRIVATE = [
  'text',
  'name',
  'email',
  'password',
  'passwordHash',
  'secret',
  'token',
  'cookie',
  'authorization',
  'url',
]

const journal = pino({
  name: 'track-two',
  base: null,
  redact: PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
})

type Where = Readonly<Record<string, string | number>>

/** Notes a fault by its kind. A database's own words about a row would quote the row, so only its code is kept. */
export function complain(what: string, error: unknown, where: Where = {}): void {
  journal.error({ ...where, fault: kindOf(error), at: placesOf(error) }, what)
}

export function note(what: string, where: Where = {}): void {
  journal.info(where, what)
}

/** Its name and its code, and its cause's. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : ''
  return `${error.name}${code}${error.cause === undefined ? '' : ` < ${kindOf(error.cause)}`}`
}

/** Where in the program it was met: the stack without the message that stands above it. */
function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? error.stack : undefined
  return (stack?.match(/^ +at .+$/gm) ?? []).slice(0, 6).map((line) => line.trim())
}

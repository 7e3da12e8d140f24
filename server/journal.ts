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
  journal.error({ ...where, fault: kindOf(error) }, what)
}

export function note(what: string, where: Where = {}): void {
  journal.info(where, what)
}

/** The kind of a fault and where it was met: its name, its code and its place in the program, and none of its words. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : ''
  const cause = error.cause === undefined ? '' : ` < ${kindOf(error.cause)}`
  const at = code === '' && cause === '' ? ` ${error.stack?.match(/^\s+at .+$/m)?.[0].trim() ?? ''}` : ''
  return `${error.name}${code}${cause}${at}`
}

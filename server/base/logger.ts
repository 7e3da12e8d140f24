/** The server's log, for its operator: what happened and where. Texts, names and addresses of people are kept out of it. */
import pino from 'pino'

/** Fields with these names, up to two levels deep, are printed as [Redacted]: a last guard, should a caller pass one by mistake. */
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

/** On `globalThis`, because Next bundles its own copies of this module. */
const shared: typeof globalThis & { __trackTwoServer?: string } = globalThis

/** From now on every line says which of several servers wrote it. */
export function nameServer(id: string): void {
  shared.__trackTwoServer = id
}

/** This server's id; null before it has one, and in a command of the operator's. */
export const serverName = (): string | null => shared.__trackTwoServer ?? null

const journal = pino({
  name: 'track-two',
  base: null,
  mixin: () => (shared.__trackTwoServer === undefined ? {} : { server: shared.__trackTwoServer }),
  redact: PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
})

type Where = Readonly<Record<string, string | number>>

/** Logs an error by its name and code, never by its message: PostgreSQL's messages quote the row, which is what people wrote. */
export function logError(what: string, error: unknown, where: Where = {}): void {
  journal.error({ ...where, fault: kindOf(error), at: placesOf(error) }, what)
}

/** Logs what an operator should know of, and what is no fault of the server. */
export function logWarning(what: string, where: Where = {}): void {
  journal.warn(where, what)
}

export function logInfo(what: string, where: Where = {}): void {
  journal.info(where, what)
}

/** The error's name and code, followed by those of its cause. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : ''
  return `${error.name}${code}${error.cause === undefined ? '' : ` < ${kindOf(error.cause)}`}`
}

/** The first six lines of the stack, without the message above them, which may quote what people wrote. */
function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? error.stack : undefined
  return (stack?.match(/^ +at .+$/gm) ?? []).slice(0, 6).map((line) => line.trim())
}

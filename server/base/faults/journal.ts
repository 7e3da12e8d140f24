/** Where the lines of the log go: JSON on standard output, each with the server's name, and without what belongs to people. */
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

export const journal = pino({
  name: 'track-two',
  base: null,
  mixin: () => (shared.__trackTwoServer === undefined ? {} : { server: shared.__trackTwoServer }),
  redact: PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
})

/** Names an error for the log by what is safe to tell of it: its kind, its codes, and its reason where nobody can have written that. */
import { z } from 'zod'

/** Errors of our own whose messages are made to be told. */
const TOLD: ReadonlySet<string> = new Set(['PlainFault', 'DatabaseLost', 'StartFault'])

/** What the client of PostgreSQL itself says of a line that broke; such errors have no code. */
export const LINE_BROKE: ReadonlySet<string> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
])

/** What a library names a fault by; anything else in its place might be what somebody wrote. */
const CODE = /^[A-Z0-9_]{1,40}$/

/** One error of a chain of causes: its class, its code, and its reason where that may be told. */
export type Link = { name: string; code: string | null; reason: string | null }

/** Prisma keeps what the database answered beside its own error. */
const ofPrisma = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        kind: z.string().regex(/^\w+$/),
        originalCode: z.string().regex(/^\w+$/).optional(),
        originalMessage: z.string().optional(),
      }),
    }),
  }),
})

/** A chain of causes that is longer, or leads back into itself, is told no further. */
const MOST_LINKS = 6

/** The error and what caused it, the outermost first. */
export function linksOf(error: unknown): Link[] {
  const links: Link[] = []
  let next = error
  do {
    links.push(linkOf(next))
    const database = ofPrisma.safeParse(next).data?.meta.driverAdapterError.cause
    if (database) links.push({ name: database.kind, code: database.originalCode ?? null, reason: null })
    next = next instanceof Error ? next.cause : undefined
  } while (next !== undefined && links.length < MOST_LINKS)
  return links
}

function linkOf(error: unknown): Link {
  if (!(error instanceof Error)) return { name: `a thrown ${typeof error}`, code: null, reason: null }
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : null
  const kind = error.name === 'Error' ? error.constructor.name : error.name
  if (TOLD.has(error.name) || LINE_BROKE.has(error.message)) return { name: kind, code, reason: error.message }
  // An error without a class, a code or a reason is told by where it was thrown: `Error` alone says nothing.
  return kind === 'Error' && code === null
    ? { name: kind, code, reason: throwerOf(error) }
    : { name: kind, code, reason: null }
}

/** `in takeSteps`, or the last words of a stack without a function's name. */
function throwerOf(error: Error): string {
  const [place] = placesOf(error)
  if (place === undefined) return 'thrown without a stack'
  return `in ${/^at (?:async )?(\S+) \(/.exec(place)?.[1] ?? place.split('/').at(-1)}`
}

/** As in `OutcomeUnknown < DatabaseLost (the line to the database broke) < Error:ECONNREFUSED`. Never the bare word `Error`. */
export const faultName = (error: unknown): string =>
  linksOf(error)
    .map(
      ({ name, code, reason }) => `${name}${code === null ? '' : `:${code}`}${reason === null ? '' : ` (${reason})`}`,
    )
    .join(' < ')

/** The first six lines of the stack, without the message above them, which may quote what people wrote. */
export function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? error.stack : undefined
  return (stack?.match(/^ +at .+$/gm) ?? []).slice(0, 6).map((line) => line.trim())
}

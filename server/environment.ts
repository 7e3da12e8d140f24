/**
 * What the surroundings tell this server, read once and checked whole; the only reader of process.env.
 * It opens nothing and knows no table.
 */
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { readProxies } from './web/forwarding'
import { isLoopback } from './web/loopback'

export type Environment = {
  host: string
  port: number
  /** The address people type, without a slash at the end. */
  publicUrl: string
  /** The origins a browser may speak to us from. */
  origins: readonly string[]
  /** The folder that holds the database and the secret; absolute. */
  dataDir: string
  /** A PostgreSQL of the operator's own; null when we start one. */
  databaseUrl: string | null
  /** The secret that signs sign-ins; null until one is found or made in the data folder. */
  secret: string | null
  /** Whose the demo is: nobody's, whoever's sits at this machine, or, only when asked for, everybody's who reaches it. */
  demo: 'off' | 'here' | 'everybody'
  /** The proxies on other machines whose word on who asks is believed, as they were listed. */
  trustProxy: string
  /** Who may make an account: whoever reaches the server, whoever holds an invitation, or nobody. */
  signUp: 'open' | 'invited' | 'closed'
  /** What a reader of /metrics must show; null hides the page from everybody. */
  metricsToken: string | null
  /** Where the daily backups are kept, absolute; null for none. */
  backupDir: string | null
  /** A folder with scenarios beside the built-in ones, absolute; null for none. */
  scenarios: string | null
  /** Where a test of faults has this process die, and at which pass; null in every class. */
  killAt: { point: string; pass: number } | null
  development: boolean
}

/** All that is wrong with the surroundings, one sentence each. */
export class EnvironmentFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'EnvironmentFault'
  }
}

const port = 'PORT must be a whole number from 1 to 65535: set PORT=3000, or leave it out.'
const demo = 'DEMO must be 1 or 0: set DEMO=1 to open the demo to everybody who reaches this server, or leave it out.'
const address =
  'NEXTAUTH_URL must be the address people type, without a path: set NEXTAUTH_URL=https://seminar.example.edu.'
const database =
  'DATABASE_URL must be the address of a PostgreSQL: set DATABASE_URL=postgresql://user:password@host:5432/name, or leave it out to have one started.'
const secret =
  'NEXTAUTH_SECRET must have at least 32 characters: set one (openssl rand -base64 48), or leave it out to have one made.'
const trustProxy =
  'TRUST_PROXY must list the addresses of your own proxies: set TRUST_PROXY=10.0.0.5 or TRUST_PROXY=10.0.0.0/24,fd00::/64, or leave it out.'
const signUp =
  'SIGN_UP must be open, invited or closed: set SIGN_UP=invited to let only invited people make accounts, or leave it out.'
const metricsToken =
  'METRICS_TOKEN must have at least 16 characters: set one (openssl rand -hex 16), or leave it out to show /metrics to nobody.'

const Settings = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().min(1, port).max(65535, port)).optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be a host name or an IP address: set HOST=127.0.0.1, or HOST=0.0.0.0.')
    .optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:$/.test(parseUrl(value)?.protocol ?? ''), database)
    .optional(),
  NEXTAUTH_URL: z.string().refine(isBareAddress, address).optional(),
  NEXTAUTH_SECRET: z.string().min(32, secret).optional(),
  DEMO: z.enum(['0', '1'], demo).optional(),
  TRUST_PROXY: z
    .string()
    .refine((list) => readProxies(list) !== null, trustProxy)
    .optional(),
  SIGN_UP: z.enum(['open', 'invited', 'closed'], signUp).optional(),
  METRICS_TOKEN: z.string().min(16, metricsToken).optional(),
  BACKUP_DIR: z.string().optional(),
  SCENARIOS: z.string().optional(),
  KILL_AT: z
    .string()
    .regex(/^[a-z-]+:[1-9]\d*$/, 'KILL_AT is for tests of faults alone: set KILL_AT=after-commit:3, or leave it out.')
    .optional(),
})

type Source = Readonly<Record<string, string | undefined>>

/** Reads the settings out of `source`; an empty one counts as not set. */
export function readEnvironment(source: Source): Environment {
  const set = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, source[name]?.trim() || undefined]))
  const parsed = Settings.safeParse(set)
  if (!parsed.success) throw new EnvironmentFault([...new Set(parsed.error.issues.map((issue) => issue.message))])
  const given = parsed.data
  const host = given.HOST ?? '127.0.0.1'
  const port = given.PORT ?? 3000
  const publicUrl = (given.NEXTAUTH_URL ?? `http://${inUrl(nameOf(host))}:${port}`).replace(/\/$/, '')
  // With https a proxy stands in front, and nobody's pages come from behind it.
  const isNear = !publicUrl.startsWith('https:') && (isLoopback(host) || isAnyAddress(host))
  const near = isNear ? ['127.0.0.1', 'localhost', '[::1]'] : []
  const dataDir = path.resolve(given.DATA_DIR ?? '.data')
  return {
    host,
    port,
    publicUrl,
    origins: [
      ...new Set([publicUrl, ...near.map((name) => `http://${name}:${port}`)].map((url) => new URL(url).origin)),
    ],
    dataDir,
    databaseUrl: given.DATABASE_URL ?? null,
    secret: given.NEXTAUTH_SECRET ?? null,
    demo: demoOf(given.DEMO, host, publicUrl),
    trustProxy: given.TRUST_PROXY ?? '',
    signUp: given.SIGN_UP ?? (isThisMachineAlone(host, publicUrl) ? 'open' : 'invited'),
    metricsToken: given.METRICS_TOKEN ?? null,
    backupDir: given.BACKUP_DIR === 'none' ? null : path.resolve(given.BACKUP_DIR ?? path.join(dataDir, 'backups')),
    scenarios: given.SCENARIOS === undefined ? null : path.resolve(given.SCENARIOS),
    killAt: killPointOf(given.KILL_AT),
    development: source.NODE_ENV !== 'production',
  }
}

/** Next bundles its own copies of this module; all of them must see the one reading, so it lives on `globalThis`. */
const shared: typeof globalThis & { __trackTwoEnvironment?: Environment } = globalThis

export function environment(): Environment {
  shared.__trackTwoEnvironment ??= readEnvironment(process.env)
  return shared.__trackTwoEnvironment
}

/** Adds the secret once it is known, and tells next-auth what it reads for itself. */
export function settleSecret(secret: string): Environment {
  const settled = { ...environment(), secret }
  shared.__trackTwoEnvironment = settled
  process.env.NEXTAUTH_SECRET = secret
  process.env.NEXTAUTH_URL = settled.publicUrl
  return settled
}

/** The secret that signs sign-ins; asking before main.ts has settled it is a mistake. */
export function signingSecret(): string {
  const { secret } = environment()
  if (secret === null)
    throw new Error('The signing secret is not settled yet: main.ts settles it when the process starts.')
  return secret
}

function demoOf(given: '0' | '1' | undefined, host: string, publicUrl: string): Environment['demo'] {
  if (given !== undefined) return given === '1' ? 'everybody' : 'off'
  return isThisMachineAlone(host, publicUrl) ? 'here' : 'off'
}

/** A proxy on this machine makes everybody loopback, so the address that people type is asked as well. */
function isThisMachineAlone(host: string, publicUrl: string): boolean {
  return isLoopback(host) && isLoopback(new URL(publicUrl).hostname)
}

function killPointOf(given: string | undefined): Environment['killAt'] {
  const [point, pass] = given?.split(':') ?? []
  return point === undefined ? null : { point, pass: Number(pass) }
}

function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined
}

function isBareAddress(value: string): boolean {
  const url = parseUrl(value)
  return (
    url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
  )
}

function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The name others reach `host` by: when it is every address of this machine, its first one on a network. */
function nameOf(host: string): string {
  if (!isAnyAddress(host)) return host
  const outward = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return outward.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost'
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/**
 * The settings: environment variables, or the files that they name (NAME_FILE), read and checked once at the start. No other file of the
 * server reads process.env, so that every fault is found and named at the start.
 */
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { type SliceKey, SWITCHES } from '#simulation/beside/slices'
import { COPY_SETTINGS, copyFaults } from './copy-place'
import { LISTENER_SETTINGS, listenerFaults, listenerOf } from './listener-settings'
import { MAIL_SETTINGS, mailFaults, mailOf } from './mail-settings'
import { readProxies } from './secrets/forwarding'
import { isLoopback } from './secrets/loopback'
import { readGiven } from './secrets/secret-files'

/** Thrown with everything that is wrong with the settings at once, one sentence each, naming the fix. */
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
const redis =
  'REDIS_URL must be the address of a Redis 7 or Valkey: set REDIS_URL=rediss://:password@host:6379, or leave it out for a single server.'
const noDatabase =
  'This server has no database: set DATABASE_URL=postgresql://user:password@host:5432/name, or EMBEDDED=1 to have one started in DATA_DIR.'
const sharedDatabase =
  'REDIS_URL is for servers that share one PostgreSQL: set DATABASE_URL, the same for each, or leave REDIS_URL out.'
const sharedSecret =
  'Servers that share a database must open the same sign-ins: set NEXTAUTH_SECRET (openssl rand -base64 48), the same for each, or leave REDIS_URL out.'
const sessionUrl =
  'DATABASE_SESSION_URL must be the address of the PostgreSQL behind the pooler that DATABASE_URL names: set both, or leave it out where there is no pooler.'
const secret =
  'NEXTAUTH_SECRET must have at least 32 characters: set one (openssl rand -base64 48), or leave it out to have one made.'
const trustProxy =
  'TRUST_PROXY must list the addresses of your own proxies: set TRUST_PROXY=10.0.0.5 or TRUST_PROXY=10.0.0.0/24,fd00::/64, or leave it out.'
const signUp =
  'SIGN_UP must be open, invited or closed: set SIGN_UP=invited to let only invited people make accounts, or leave it out.'
const metricsToken =
  'METRICS_TOKEN must have at least 16 characters: set one (openssl rand -hex 16), or leave it out to show /metrics to nobody.'

const besideOff = `BESIDE_OFF must list what is switched off, of ${SWITCHES.join(' and ')}: set BESIDE_OFF=${SWITCHES.join(',')}, or leave it out.`

const isPostgres = (value: string) => /^postgres(ql)?:$/.test(parseUrl(value)?.protocol ?? '')

const Settings = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().min(1, port).max(65535, port)).optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be a host name or an IP address: set HOST=127.0.0.1, or HOST=0.0.0.0.')
    .optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.string().refine(isPostgres, database).optional(),
  /** The image says 0: a server that has lost its settings would otherwise open an empty house of its own. */
  EMBEDDED: z
    .enum(['0', '1'], 'EMBEDDED must be 1 or 0: set EMBEDDED=1 to have a database started, or leave it out.')
    .optional(),
  DATABASE_SESSION_URL: z.string().refine(isPostgres, sessionUrl).optional(),
  REDIS_URL: z
    .string()
    .refine((url) => /^rediss?: [^,]+$/.test([parseUrl(url)?.protocol, parseUrl(url)?.hostname].join(' ')), redis)
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
  BESIDE_OFF: z
    .string()
    .refine((list) => switchedIn(list) !== null, besideOff)
    .optional(),
  BACKUP_DIR: z.string().optional(),
  ...COPY_SETTINGS,
  SCENARIOS: z.string().optional(),
  ...MAIL_SETTINGS,
  ...LISTENER_SETTINGS,
  KILL_AT: z
    .string()
    .regex(/^[a-z-]+:[1-9]\d*$/, 'KILL_AT is for tests of faults alone: set KILL_AT=after-commit:3, or leave it out.')
    .optional(),
})

type Source = Readonly<Record<string, string | undefined>>

/** Reads the settings from `source`, usually process.env; one that is empty or only spaces counts as not set. */
export function readEnvironment(source: Source) {
  const { given: set, faults: unread } = readGiven(Object.keys(Settings.shape), source)
  const parsed = Settings.safeParse(set)
  const faults = [...unread, ...(parsed.error?.issues ?? []).map((issue) => issue.message), ...faultsTogether(set)]
  if (!parsed.success || faults.length > 0) throw new EnvironmentFault([...new Set(faults)])
  const given = parsed.data
  const host = given.HOST ?? '127.0.0.1'
  const port = given.PORT ?? 3000
  const publicUrl = (given.NEXTAUTH_URL ?? `http://${inUrl(nameOf(host))}:${port}`).replace(/\/$/, '')
  // With https a proxy is in front, and pages come from its address only, never from localhost.
  const isNear = !publicUrl.startsWith('https:') && (isLoopback(host) || isAnyAddress(host))
  const near = isNear ? ['127.0.0.1', 'localhost', '[::1]'] : []
  const dataDir = path.resolve(/*turbopackIgnore: true*/ given.DATA_DIR ?? '.data')
  return {
    host,
    port,
    /** The address people type, without a slash at the end. */
    publicUrl,
    /** The origins from which a browser may open a socket or call an action: a page of another origin is refused. */
    origins: [
      ...new Set([publicUrl, ...near.map((name) => `http://${name}:${port}`)].map((url) => new URL(url).origin)),
    ],
    /** The folder that holds the database and the secret; absolute. */
    dataDir,
    /** The operator's own PostgreSQL; null when the embedded one is started. */
    databaseUrl: given.DATABASE_URL ?? null,
    /** The engine by which servers that share the database hear of one another; null for one server. */
    redisUrl: given.REDIS_URL ?? null,
    /** The same database without a pooler in between, for the connections that need a session; null where `databaseUrl` is no pooler. */
    databaseSessionUrl: given.DATABASE_SESSION_URL ?? null,
    /** Signs session cookies; null until main.ts has read or made one in the data folder. */
    secret: given.NEXTAUTH_SECRET ?? null,
    /** Who may enter the demo as its instructor: nobody, people at this machine, or (with DEMO=1) everybody who reaches the server. */
    demo: demoOf(given.DEMO, host, publicUrl),
    /** Comma-separated addresses of proxies on other machines, whose X-Forwarded-For headers are believed. */
    trustProxy: given.TRUST_PROXY ?? '',
    /** Who may make an account: everybody who reaches the server, people with an invitation, or nobody. */
    signUp: given.SIGN_UP ?? (isThisMachineAlone(host, publicUrl) ? 'open' : 'invited'),
    /** What stands beside the log and is switched off on this server (L31). */
    besideOff: switchedIn(given.BESIDE_OFF ?? '') ?? [],
    /** The bearer token that /metrics demands; null answers 404 there to everybody. */
    metricsToken: given.METRICS_TOKEN ?? null,
    /** Where the daily backups are kept, absolute; null for none. */
    backupDir:
      given.BACKUP_DIR === 'none'
        ? null
        : path.resolve(/*turbopackIgnore: true*/ given.BACKUP_DIR ?? path.join(dataDir, 'backups')),
    /** Where each daily backup is copied to; null for nowhere. */
    backupCopy: given.BACKUP_COPY ?? null,
    /** A folder with scenarios beside the built-in ones, absolute; null for none. */
    scenarios: given.SCENARIOS === undefined ? null : path.resolve(given.SCENARIOS),
    /** How mail is sent; null where none is. */
    mail: mailOf(given),
    /** The server that says which claim a student’s words make; null where none is asked, and no word leaves this one. */
    listener: listenerOf(given),
    /** The failpoint (base/failpoints.ts) at which a fault test kills this process, and at which pass of it; null outside those tests. */
    killAt: killPointOf(given.KILL_AT),
    development: source.NODE_ENV !== 'production',
  }
}
export type Environment = Readonly<ReturnType<typeof readEnvironment>>

/** On `globalThis`, because Next bundles its own copies of this module, and they would not see the secret that main.ts settled. */
const shared: typeof globalThis & { __trackTwoEnvironment?: Environment } = globalThis

export function environment(): Environment {
  shared.__trackTwoEnvironment ??= readEnvironment(process.env)
  return shared.__trackTwoEnvironment
}

/** Adds the secret once it is known. Also sets process.env, because next-auth reads its two variables there itself. */
export function settleSecret(secret: string): Environment {
  const settled = { ...environment(), secret }
  shared.__trackTwoEnvironment = settled
  process.env.NEXTAUTH_SECRET = secret
  process.env.NEXTAUTH_URL = settled.publicUrl
  return settled
}

/** The secret that signs session cookies; throws before `settleSecret`. */
export function signingSecret(): string {
  const { secret } = environment()
  if (secret === null)
    throw new Error('The signing secret is not settled yet: main.ts settles it when the process starts.')
  return secret
}

/** What is wrong only beside another setting: what each of several servers would make for itself, an address behind no pooler. */
function faultsTogether(set: Source): string[] {
  const unnamed = [
    ...mailFaults(set),
    ...listenerFaults(set),
    ...copyFaults(set),
    ...(set.DATABASE_SESSION_URL !== undefined && set.DATABASE_URL === undefined ? [sessionUrl] : []),
    ...(set.EMBEDDED === '0' && set.DATABASE_URL === undefined ? [noDatabase] : []),
  ]
  if (set.REDIS_URL === undefined) return unnamed
  return [
    ...unnamed,
    ...(set.DATABASE_URL === undefined ? [sharedDatabase] : []),
    ...(set.NEXTAUTH_SECRET === undefined ? [sharedSecret] : []),
  ]
}

function demoOf(given: '0' | '1' | undefined, host: string, publicUrl: string): 'off' | 'here' | 'everybody' {
  if (given !== undefined) return given === '1' ? 'everybody' : 'off'
  return isThisMachineAlone(host, publicUrl) ? 'here' : 'off'
}

/** Whether only this machine reaches the server. A proxy on it makes everybody's address loopback, so publicUrl must be local too. */
function isThisMachineAlone(host: string, publicUrl: string): boolean {
  return isLoopback(host) && isLoopback(new URL(publicUrl).hostname)
}

/** The slices that a list names; null where it names something else. */
function switchedIn(list: string): readonly SliceKey[] | null {
  const names = list.split(',').flatMap((name) => name.trim() || [])
  const found = names.flatMap((name) => SWITCHES.find((key) => key === name) ?? [])
  return found.length === names.length ? found : null
}

function killPointOf(given: string | undefined): { point: string; pass: number } | null {
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

/** The name by which others reach `host`; for 0.0.0.0 or ::, this machine's first IPv4 address on a network. */
function nameOf(host: string): string {
  return isAnyAddress(host) ? (lanAddress() ?? 'localhost') : host
}

function lanAddress(): string | null {
  const outward = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return outward.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}

/**
 * What keeps phones from the address that people type; null when nothing here does. `setting` opens it, and `lan` is the address they then
 * type, where this machine is on a network.
 */
export type Unreachable = { setting: 'HOST' | 'NEXTAUTH_URL'; lan: string | null }

export function unreachable({
  host,
  port,
  publicUrl,
}: Pick<Environment, 'host' | 'port' | 'publicUrl'>): Unreachable | null {
  if (!isLoopback(new URL(publicUrl).hostname)) return null
  const address = lanAddress()
  const lan = address === null ? null : `http://${address}:${port}`
  return { setting: isLoopback(host) ? 'HOST' : 'NEXTAUTH_URL', lan }
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

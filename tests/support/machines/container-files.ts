/** Reads Dockerfile, .dockerignore and the compose files, so that tests can do by hand what a Docker engine would do with them. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

export type Instruction = { keyword: string; words: string }
export type Stage = { name: string; base: string; instructions: readonly Instruction[] }

/** The stages of a Dockerfile, in their order. */
export function readDockerfile(file = 'Dockerfile'): Stage[] {
  const text = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
  const stages: { name: string; base: string; instructions: Instruction[] }[] = []
  for (const line of text.split('\n').filter((each) => each.trim())) {
    const [, keyword = '', words = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    if (keyword === 'FROM') {
      const [base = '', , name = ''] = words.split(/\s+/)
      stages.push({ name, base, instructions: [] })
    } else stages.at(-1)?.instructions.push({ keyword, words })
  }
  return stages
}

/** What the last stage of the Dockerfile says of the running container. */
export function readImage(file = 'Dockerfile'): {
  env: Record<string, string>
  command: string[]
  health: string[]
  user: { uid: number; gid: number }
  volumes: string[]
} {
  const last = readDockerfile(file).at(-1)
  const said = (keyword: string) =>
    (last?.instructions ?? []).filter((each) => each.keyword === keyword).map(({ words }) => words)
  const pairs = said('ENV').flatMap((words) => words.split(/\s+/).map((pair) => pair.split('=')))
  const [uid, gid] = (said('USER')[0] ?? '').split(':').map(Number)
  return {
    env: Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value])),
    command: listIn(said('CMD')[0]),
    health: listIn(said('HEALTHCHECK')[0]?.replace(/^.*\bCMD\b/, '')),
    user: z.object({ uid: z.number().int(), gid: z.number().int() }).parse({ uid, gid }),
    volumes: said('VOLUME'),
  }
}

const listIn = (words = '[]'): string[] => z.array(z.string()).parse(JSON.parse(words))

/** What `COPY . .` takes along: names at the top level, but for the paths that are left out again. */
export function readContext(file = '.dockerignore'): { taken: string[]; left: string[] } {
  const [all, ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  if (all !== '*' || lines.some((line) => /[*?[\]]/.test(line)))
    throw new Error(
      `${file} is no longer "nothing but these": teach tests/support/machines/container-files.ts its new lines.`,
    )
  return {
    taken: lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)),
    left: lines.filter((line) => !line.startsWith('!')),
  }
}

const Words = z.union([z.string(), z.array(z.string())])
const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  user: z.string().optional(),
  command: Words.optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  init: z.boolean().default(false),
  mem_limit: z.string().optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }),
  networks: z.union([
    z.array(z.string()).transform((names) => names.map((name) => ({ name, address: null }))),
    z
      .record(z.string(), z.object({ ipv4_address: z.string().optional() }))
      .transform((named) =>
        Object.entries(named).map(([name, { ipv4_address }]) => ({ name, address: ipv4_address ?? null })),
      ),
  ]),
})
const Network = z.object({
  internal: z.boolean().default(false),
  ipam: z
    .object({
      config: z.array(
        z.object({ subnet: z.string(), ip_range: z.string().optional(), gateway: z.string().optional() }),
      ),
    })
    .optional(),
})
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), Network),
  volumes: z.record(z.string(), z.object({})),
})
export type Compose = z.infer<typeof Compose>
export type ComposeService = z.infer<typeof Service>

/** compose.yaml, or another such file, with these settings in the places of its variables; throws, as Compose does, where one that it asks for is missing. */
export function readCompose(settings: Readonly<Record<string, string | undefined>>, file = 'compose.yaml'): Compose {
  const missing = new Set<string>()
  const filled = (text: string) =>
    text.replace(/\$(\$|\{(\w+)(?::([-?])([^}]*))?\})/g, (_, whole: string, name = '', sign = '', rest = '') => {
      if (whole === '$') return '$'
      if (!settings[name] && sign === '?') missing.add(name)
      return settings[name] || (sign === '-' ? rest : '')
    })
  // Compose, too, reads the file first, so that no secret can be taken for a part of it.
  const read: unknown = parse(
    readFileSync(file, 'utf8'),
    (_, value) => (typeof value === 'string' ? filled(value) : value),
    {
      merge: true,
    },
  )
  if (missing.size > 0) throw new Error(`Not set: ${[...missing].toSorted().join(', ')}`)
  return Compose.parse(read)
}

/** The variables of a file like .env. */
export const readSettings = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

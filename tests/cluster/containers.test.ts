/** Dockerfile, .dockerignore and the two compose files: what they promise, read out of the files themselves. Nothing here needs a Docker engine. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#server/base/environment'
import { LARGEST_FILE } from '#simulation/reading/record/record-file'
import {
  type Compose,
  readCompose,
  readContext,
  readDockerfile,
  readImage,
  readSettings,
} from '../support/machines/container-files'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const guide = readFileSync('docs/operating.md', 'utf8')
const severalGuide = readFileSync('docs/several-servers.md', 'utf8')
const SEVERAL = 'compose.several.yaml'
const SERVERS = ['server-1', 'server-2', 'server-3']

/** The file .env, made by the words of docs/several-servers.md. */
function settingsOfGuide(): Record<string, string> {
  const [, words] = /```\n(umask 077\n[\s\S]*?> \.env\n)/.exec(severalGuide) ?? []
  if (!words) throw new Error('docs/several-servers.md no longer says how .env is made.')
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-env-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  execFileSync('sh', ['-ec', words], { cwd: folder })
  return readSettings(readFileSync(path.join(folder, '.env'), 'utf8'))
}

describe('the image', () => {
  test('starts as npm start does, as somebody who is not root, with its data where a volume is', () => {
    const { command, user, env, volumes } = readImage()
    expect(`exec ${command.join(' ')}`).toBe(manifest.scripts.start)
    expect(user.uid).toBeGreaterThan(0)
    expect(volumes).toEqual([env.DATA_DIR])
  })

  test('is installed by the words of npm start and built without an address', () => {
    const prepare = readFileSync('server/ops/start/prepare.mjs', 'utf8')
    const [, words = ''] = /'npm', \['ci', kinds, (.*?)\]/.exec(prepare) ?? []
    const install = ['npm', 'ci', '--omit=dev', ...words.split(', ').map((word) => word.slice(1, -1))].join(' ')
    const [build] = readDockerfile()
    const run = build?.instructions.filter(({ keyword }) => keyword === 'RUN').map(({ words }) => words)
    expect(run?.[0]).toBe(install)
    expect(run?.at(-1)).toMatch(/^npm run build /)
    expect(readFileSync('Dockerfile', 'utf8')).not.toMatch(/^(ARG|ENV).*(URL|SECRET|PASSWORD)/m)
  })

  test('holds a Node that is new enough, the same for building and running', () => {
    const bases = new Set(readDockerfile().map(({ base }) => base))
    expect(bases.size).toBe(1)
    expect([...bases][0]).toMatch(/^node:24\.\d+\.\d+-/)
  })

  test('is made of what the build reads, and of nothing else that lies here', () => {
    const { taken, left } = readContext()
    const prepare = readFileSync('server/ops/start/prepare.mjs', 'utf8')
    const [, files = ''] = /^const settings = \[(.*)\]$/m.exec(prepare) ?? []
    const settings = files.split(', ').map((name) => name.slice(1, -1))
    expect(settings.length).toBeGreaterThan(3)
    for (const name of ['app', 'simulation', 'server', 'prisma', ...settings]) expect(taken).toContain(name)
    const [copied = ''] =
      readDockerfile()[0]
        ?.instructions.filter(({ keyword }) => keyword === 'COPY')
        .map(({ words }) => words) ?? []
    for (const name of copied.split(' ').slice(0, -1)) expect(taken).toContain(name)
    expect(taken.filter((name) => !readdirSync('.').includes(name))).toEqual([])
    expect(taken).not.toContain('tests')
    expect(left).toEqual(['server/generated'])
  })
})

describe('compose.yaml', () => {
  const address = { NEXTAUTH_URL: 'https://seminar.example.edu' }

  test('asks for the address alone, which the words of docs/operating.md give', () => {
    expect(() => readCompose({})).toThrow(/^Not set: NEXTAUTH_URL$/)
    const [, line = ''] = /^echo (NEXTAUTH_URL=\S+) > \.env$/m.exec(guide) ?? []
    expect(readSettings(line)).toEqual(address)
  })

  test('starts one server, with a database of its own and open to a proxy on this machine alone', () => {
    const { services, networks, volumes } = readCompose(address)
    const { server, ...others } = services
    expect(others).toEqual({})
    const read = readEnvironment({ ...readImage().env, ...server?.environment })
    expect(read).toMatchObject({ databaseUrl: null, redisUrl: null, demo: 'off', signUp: 'invited', backupCopy: null })
    expect(read.trustProxy).toBe(networks.public?.ipam?.config[0]?.gateway)
    expect(server?.ports).toEqual([`127.0.0.1:${read.port}:${read.port}`])
    // A volume of its own: on that of several servers it would open an empty house beside their secret.
    const names = Object.keys(volumes)
    expect(server?.volumes).toEqual(names.map((name) => `${name}:${read.dataDir}`))
    const several = readCompose(settingsOfGuide(), SEVERAL)
    expect(Object.keys(several.volumes).filter((name) => names.includes(name))).toEqual([])
  })

  test('passes on every setting that compose.several.yaml passes on', () => {
    const passed = (file: string) => [...readFileSync(file, 'utf8').matchAll(/\$\{(\w+):-/g)].map(([, name]) => name)
    expect(passed('compose.yaml').toSorted()).toEqual(passed(SEVERAL).toSorted())
  })

  test('confines its server as compose.several.yaml confines each of its services', () => {
    expectConfined(readCompose(address))
  })
})

describe('compose.several.yaml', () => {
  test('starts nothing before every secret is given, and has none of its own', () => {
    const named = () => readCompose({}, SEVERAL)
    expect(named).toThrow('DATABASE_OWNER_PASSWORD, DATABASE_PASSWORD, ENGINE_PASSWORD, NEXTAUTH_SECRET, NEXTAUTH_URL')
    const { services } = readCompose(Object.fromEntries(needed().map((name) => [name, `<${name}>`])), SEVERAL)
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|AUTH$/.test(name)),
    )
    expect(secrets.length).toBeGreaterThanOrEqual(5)
    for (const [, value] of secrets) expect(value).toMatch(/^<\w+>$/)
  })

  test('is given all of them by the words of docs/several-servers.md, each long and used once', () => {
    const settings = settingsOfGuide()
    const { COMPOSE_FILE, ...others } = settings
    expect(COMPOSE_FILE).toBe(SEVERAL)
    expect(Object.keys(others).toSorted()).toEqual(needed())
    const secrets = Object.values(others).filter((value) => !value.startsWith('http'))
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(secrets).size).toBe(secrets.length)
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env')
  })

  test('gives all servers settings that a server takes, the same but for their folder and address', () => {
    const { services } = readCompose(settingsOfGuide(), SEVERAL)
    const servers = SERVERS.map((name) => services[name])
    const different = (of: (server: (typeof servers)[number]) => unknown) =>
      new Set(servers.map((server) => JSON.stringify(of(server)))).size
    for (const server of servers) {
      const read = readEnvironment({ ...readImage().env, ...server?.environment })
      expect(read.databaseUrl).toContain('@database:5432/')
      expect(read.secret).not.toBeNull()
      expect(read.demo).toBe('off')
      expect(read.dataDir).toMatch(/^\/data\/./)
      expect(server?.volumes).toEqual(['data:/data'])
      // The same place for all, or a backup would be found only on the server that made it.
      expect(server?.environment.BACKUP_DIR).toMatch(/^\/data\//)
    }
    expect(different((server) => server?.environment.DATA_DIR)).toBe(SERVERS.length)
    expect(different((server) => server?.networks.find(({ name }) => name === 'private')?.address)).toBe(SERVERS.length)
    expect(different((server) => ({ ...server?.environment, DATA_DIR: '' }))).toBe(1)
  })

  test('lets each service do as little as it needs, and looks after its health', () => {
    const compose = readCompose(settingsOfGuide(), SEVERAL)
    expect(Object.keys(compose.services).toSorted()).toEqual(['balancer', 'database', 'engine', ...SERVERS])
    expectConfined(compose)
    // All that a service waits for must be well, not merely begun.
    for (const { depends_on } of Object.values(compose.services))
      for (const { condition } of Object.values(depends_on)) expect(condition).toBe('service_healthy')
  })

  test('shows the balancer alone to the outside, and the rest to each other on a network that leads nowhere', () => {
    const { services, networks } = readCompose(settingsOfGuide(), SEVERAL)
    expect(networks.private?.internal).toBe(true)
    for (const [name, service] of Object.entries(services)) {
      const isBalancer = name === 'balancer'
      expect(service.ports.length).toBe(isBalancer ? 1 : 0)
      expect(service.networks.map((network) => network.name)).toEqual(isBalancer ? ['private', 'public'] : ['private'])
    }
    // By default a proxy on this machine ends https: plain http must not be open to a network.
    expect(services.balancer?.ports).toEqual(['127.0.0.1:8080:8080'])
  })

  test('has the servers believe the balancer, and what stands before it on this machine', () => {
    const { services, networks } = readCompose(settingsOfGuide(), SEVERAL)
    const balancer = services.balancer?.networks.find(({ name }) => name === 'private')?.address
    const machine = networks.public?.ipam?.config[0]?.gateway
    expect(services['server-1']?.environment.TRUST_PROXY).toBe(`${balancer},${machine}`)
  })
})

test('the balancer has a line for each server of compose.several.yaml wherever it has one, and its guide shows lines of its file', () => {
  const text = readFileSync('server/ops/deploy/haproxy.cfg', 'utf8')
  const asked = [...text.matchAll(/^ +server ([\w-]+) ([\w-]+):3000$/gm)].map(([, name, at]) => [name, at].join(' at '))
  expect(asked.length).toBe(4 * SERVERS.length)
  expect([...new Set(asked)].toSorted()).toEqual(SERVERS.map((name) => `${name} at ${name}`))
  const shown = [...severalGuide.matchAll(/```haproxy\n([\s\S]*?)```/g)].map(([, lines = '']) => lines)
  expect(shown.filter((lines) => text.includes(lines))).toHaveLength(1)
})

test('every proxy that is shipped or described takes the largest record', () => {
  const files = ['Caddyfile', 'https.Caddyfile'].map((file) => readFileSync(`server/ops/deploy/${file}`, 'utf8'))
  for (const text of [...files, guide]) {
    const most = /(?:max_size|take) (\d+) ?m/i.exec(text)?.[1]
    expect(Number(most) * 1_000_000).toBeGreaterThan(LARGEST_FILE)
  }
})

/** Each service does as little as it needs, as somebody who is not root, and its health is looked after. */
function expectConfined({ services, volumes }: Compose): void {
  for (const [name, service] of Object.entries(services)) {
    expect([name, service.read_only, service.cap_drop, service.security_opt, service.init]).toEqual([
      name,
      true,
      ['ALL'],
      ['no-new-privileges:true'],
      true,
    ])
    const uid = service.build ? readImage().user.uid : Number(service.user?.split(':')[0])
    expect(uid).toBeGreaterThan(0)
    expect(service.healthcheck.test.length).toBeGreaterThan(1)
    expect(service.mem_limit).toMatch(/^\d+[mg]$/)
    expect(service.image).toMatch(service.build ? /^track-two$/ : /:\d/)
    for (const [volume = '', , mode] of service.volumes.map((each) => each.split(':')))
      expect(volume in volumes || mode === 'ro').toBe(true)
  }
}

/** The variables that compose.several.yaml asks for. */
function needed(): string[] {
  try {
    readCompose({}, SEVERAL)
    return []
  } catch (error) {
    return String(error)
      .replace(/^Error: Not set: /, '')
      .split(', ')
  }
}

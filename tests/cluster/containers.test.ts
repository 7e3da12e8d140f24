/** Dockerfile, .dockerignore and compose.yaml: what they promise, read out of the files themselves. Nothing here needs a Docker engine. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#server/base/environment'
import { LARGEST_FILE } from '#simulation/reading/record-file'
import { readCompose, readContext, readDockerfile, readImage, readSettings } from '../support/container-files'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const guide = readFileSync('docs/operating.md', 'utf8')

/** The file .env, made by the words of docs/operating.md. */
function settingsOfGuide(): Record<string, string> {
  const [, words] = /```\n(umask 077\n[\s\S]*?> \.env\n)/.exec(guide) ?? []
  if (!words) throw new Error('docs/operating.md no longer says how .env is made.')
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
  test('starts nothing before every secret is given, and has none of its own', () => {
    const named = () => readCompose({})
    expect(named).toThrow('DATABASE_OWNER_PASSWORD, DATABASE_PASSWORD, ENGINE_PASSWORD, NEXTAUTH_SECRET, NEXTAUTH_URL')
    const { services } = readCompose(Object.fromEntries(needed().map((name) => [name, `<${name}>`])))
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|AUTH$/.test(name)),
    )
    expect(secrets.length).toBeGreaterThanOrEqual(5)
    for (const [, value] of secrets) expect(value).toMatch(/^<\w+>$/)
  })

  test('is given all of them by the words of docs/operating.md, each long and used once', () => {
    const settings = settingsOfGuide()
    expect(Object.keys(settings).toSorted()).toEqual(needed())
    const secrets = Object.values(settings).filter((value) => !value.startsWith('http'))
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(secrets).size).toBe(secrets.length)
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env')
  })

  test('gives both servers settings that a server takes, the same but for their folder', () => {
    const { services } = readCompose(settingsOfGuide())
    const [one, two] = ['server-1', 'server-2'].map((name) => services[name])
    for (const server of [one, two]) {
      const read = readEnvironment({ ...readImage().env, ...server?.environment })
      expect(read.databaseUrl).toContain('@database:5432/')
      expect(read.secret).not.toBeNull()
      expect(read.demo).toBe('off')
      expect(read.dataDir).toMatch(/^\/data\/./)
      expect(server?.volumes).toEqual(['data:/data'])
    }
    expect(one?.environment.DATA_DIR).not.toBe(two?.environment.DATA_DIR)
    expect({ ...one?.environment, DATA_DIR: '' }).toEqual({ ...two?.environment, DATA_DIR: '' })
    // The same place for both, or a backup would be found only on the server that made it.
    expect(one?.environment.BACKUP_DIR).toMatch(/^\/data\//)
  })

  test('lets each service do as little as it needs, and looks after its health', () => {
    const { services, volumes } = readCompose(settingsOfGuide())
    expect(Object.keys(services).toSorted()).toEqual(['balancer', 'database', 'engine', 'server-1', 'server-2'])
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
      // All that a service waits for must be well, not merely begun.
      for (const { condition } of Object.values(service.depends_on)) expect(condition).toBe('service_healthy')
    }
  })

  test('shows the balancer alone to the outside, and the rest to each other on a network that leads nowhere', () => {
    const { services, networks } = readCompose(settingsOfGuide())
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
    const { services, networks } = readCompose(settingsOfGuide())
    const balancer = services.balancer?.networks.find(({ name }) => name === 'private')?.address
    const machine = networks.public?.ipam?.config[0]?.gateway
    expect(services['server-1']?.environment.TRUST_PROXY).toBe(`${balancer},${machine}`)
  })
})

test('the balancer looks for the servers of compose.yaml, and docs/operating.md shows lines of its file', () => {
  const { services } = readCompose(settingsOfGuide())
  const text = readFileSync('server/ops/deploy/haproxy.cfg', 'utf8')
  const asked = new Set([...text.matchAll(/\b([\w-]+):3000\b/g)].map(([, name = '']) => name))
  expect([...asked].toSorted()).toEqual(Object.keys(services).filter((name) => name.startsWith('server-')))
  const shown = [...guide.matchAll(/```haproxy\n([\s\S]*?)```/g)].map(([, lines = '']) => lines)
  expect(shown.filter((lines) => text.includes(lines))).toHaveLength(1)
})

test('every proxy that is shipped or described takes the largest record', () => {
  for (const text of [readFileSync('server/ops/deploy/https.Caddyfile', 'utf8'), guide]) {
    const most = /(?:max_size|take) (\d+) ?m/i.exec(text)?.[1]
    expect(Number(most) * 1_000_000).toBeGreaterThan(LARGEST_FILE)
  }
})

test('a third server is added by the words of docs/operating.md', () => {
  expect(guide).toContain(
    'Copy the block `server-2` in `compose.yaml` to `server-3` with another `DATA_DIR` and address',
  )
  const compose = readFileSync('compose.yaml', 'utf8')
  const [block = ''] = /^ {2}server-2:\n(?: {4}.*\n)+/m.exec(compose) ?? []
  const address = /[\d.]+(?= \} \}\n$)/.exec(block)?.[0] ?? ''
  const third = block.replaceAll('server-2', 'server-3').replace(address, address.replace(/\d+$/, '13'))
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-third-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'compose.yaml')
  writeFileSync(file, compose.replace(block, `${block}\n${third}`))
  const { services } = readCompose(settingsOfGuide(), file)
  const servers = ['server-1', 'server-2', 'server-3'].map((name) => services[name])
  const places = (of: (server: (typeof servers)[number]) => unknown) => new Set(servers.map(of)).size
  expect(places((server) => readEnvironment({ ...readImage().env, ...server?.environment }).dataDir)).toBe(3)
  expect(places((server) => server?.networks.find(({ name }) => name === 'private')?.address)).toBe(3)
  // Wherever the balancer knows the first server it has a line of the second, which is copied.
  const balancer = readFileSync('server/ops/deploy/haproxy.cfg', 'utf8')
  const lines = (name: string) => [...balancer.matchAll(new RegExp(`^ +server ${name} ${name}:3000.*$`, 'gm'))].length
  expect([lines('server-1'), lines('server-2')]).toEqual([4, 4])
})

/** The variables that compose.yaml asks for. */
function needed(): string[] {
  try {
    readCompose({})
    return []
  } catch (error) {
    return String(error)
      .replace(/^Error: Not set: /, '')
      .split(', ')
  }
}

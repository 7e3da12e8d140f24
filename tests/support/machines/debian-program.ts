/** Finds a program that tests need, or installs Debian's package of it: the engine, the balancer, a pooler, what checks units and copies backups; the headless shell of a browser. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** In the order of preference; each is also the name of the service that Debian's package starts, and of the package, unless PACKAGES has it. */
const NAMES = {
  engine: ['valkey-server', 'redis-server'],
  haproxy: ['haproxy'],
  caddy: ['caddy'],
  pgbouncer: ['pgbouncer'],
  rsync: ['rsync'],
  rclone: ['rclone'],
  shell: ['chromium-headless-shell'],
  units: ['systemd-analyze'],
} as const
const PACKAGES: Readonly<Record<string, string>> = { 'systemd-analyze': 'systemd' }
export type Program = keyof typeof NAMES

/** Sharded publish and subscribe came with Redis 7. */
const OLDEST_ENGINE = 7

/** Debian keeps servers in /usr/sbin, which only root has on the PATH. */
const usual = () => [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), '/usr/local/sbin', '/usr/sbin']

/** The installed program's path, or undefined. */
export async function findProgram(program: Program, folders = usual()): Promise<string | undefined> {
  const places = NAMES[program].flatMap((name) => folders.map((folder) => path.join(folder, name)))
  for (const place of places) if (existsSync(place) && (await isNewEnough(program, place))) return place
  return undefined
}

/** The program's path, installed if need be; throws one sentence with the remedy where it cannot be had. */
export async function requireProgram(program: Program, folders = usual()): Promise<string> {
  const look = () => findProgram(program, folders)
  const found = await look()
  if (found) return found
  if (process.getuid?.() === 0) {
    for (const name of NAMES[program]) {
      await install(name, async () => (await look()) !== undefined)
      const installed = await look()
      if (installed) return installed
    }
  }
  const names = NAMES[program].join(' or ')
  const version = program === 'engine' ? ` of version ${OLDEST_ENGINE} or newer` : ''
  throw new Error(
    `No ${names}${version} for the tests: install it (\`apt-get install ${packageOf(NAMES[program][0])}\`), or put it on the PATH.`,
  )
}

const packageOf = (name: string): string => PACKAGES[name] ?? name

async function isNewEnough(program: Program, place: string): Promise<boolean> {
  if (program !== 'engine') return true
  const said = await run(place, ['--version'])
  return Number(/v=(\d+)/.exec(said)?.[1] ?? 0) >= OLDEST_ENGINE
}

/** Tests in other processes may install at the same time, and apt-get refuses to wait for its lists: so each waits for its turn. */
async function install(name: string, isThere: () => Promise<boolean>): Promise<void> {
  const inTurn = (words: string[]) => run('flock', [path.join(tmpdir(), 'track-two-apt.lock'), 'apt-get', ...words])
  const words = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', packageOf(name)]
  await inTurn(words)
  if (!(await isThere())) {
    await inTurn(['update', '-q'])
    await inTurn(words)
  }
  // Debian starts what it installs, now and with the machine. The program was not there before, so nobody else uses this service.
  await run('service', [name, 'stop'])
  await run('update-rc.d', [name, 'disable'])
}

/** What the command printed. Failure is not reported here: the caller looks for the program afterwards. */
function run(command: string, words: string[]): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => execFile(command, words, { timeout: 300_000, env }, (_, said) => resolve(said)))
}

/** The Dockerfile done by hand: its steps in a folder of their own, and its CMD as its user, who may write nothing of it. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, startChild } from './children'
import { readContext, readDockerfile, readImage } from './container-files'

const here = path.resolve(import.meta.dirname, '../../..')

export type PlayedImage = {
  /** What is /app in the container. */
  app: string
  /** What is /data in the container, of this name's own. */
  dataOf(name: string): string
  /** Starts its CMD with these settings beside those of its ENV; /data is the folder of `name`. */
  start(name: string, settings: Record<string, string>): Promise<Child>
  /** Runs a command in it as `docker exec` would; resolves to its exit code and what it said. */
  run(name: string, words: readonly string[], settings: Record<string, string>): Promise<{ code: number; said: string }>
  remove(): void
}

/** Every step of the Dockerfile, which takes as long as an installation and a build. */
export async function buildImage(): Promise<PlayedImage> {
  const folder = newFolder()
  const app = path.join(folder, 'app')
  mkdirSync(app)
  const [build] = readDockerfile()
  for (const { keyword, words } of build?.instructions ?? []) {
    switch (keyword) {
      case 'WORKDIR':
        if (words !== '/app') throw new Error(`The image is built in ${words}; teach tests/support/machines/image.ts.`)
        break
      case 'COPY':
        copy(words.split(' '), app)
        break
      case 'RUN': {
        const { code, said } = await finished('sh', ['-ec', words], {
          cwd: app,
          env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: folder },
        })
        if (code !== 0) throw new Error(`RUN ${words} ended with ${code}:\n${said}`)
        break
      }
      default:
        throw new Error(`${keyword} is new in the first stage; teach tests/support/machines/image.ts.`)
    }
  }
  return playedIn(app, folder, becomesItsUser(app))
}

/** The built checkout in the place of the image: what `npm test` has anyway. Built anew where it is old, or each server would try to. */
export async function checkoutAsImage(): Promise<PlayedImage> {
  const { code, said } = await finished(process.execPath, ['server/ops/start/prepare.mjs', 'build'], {
    cwd: here,
    env: process.env,
  })
  if (code !== 0) throw new Error(said)
  return playedIn(here, newFolder(), {})
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-image-'))
  // The user of the image has to come through here.
  chmodSync(folder, 0o755)
  return folder
}

function copy(words: string[], app: string): void {
  const names = words.slice(0, -1)
  const { taken, left } = readContext()
  const copied = names.includes('.') ? taken : names
  for (const name of copied) {
    if (!taken.includes(name)) throw new Error(`.dockerignore leaves out ${name}, which the Dockerfile copies.`)
    cpSync(name, path.join(app, name), {
      recursive: true,
      filter: (from) => !left.includes(path.relative(here, path.resolve(from)).replaceAll(path.sep, '/')),
    })
  }
}

type Identity = { uid?: number; gid?: number }

/** As root the files are root's and the image's user reads them; anybody else takes the right to write from themselves. */
function becomesItsUser(app: string): Identity {
  if (process.getuid?.() === 0) return knownHere(readImage().user)
  spawnSync('chmod', ['-R', 'a-w', app])
  return {}
}

/** initdb asks for its user's name, which the image has and this machine may not: then `nobody` stands in, who may write as little. */
function knownHere(user: Identity): Identity {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  const isKnown = accounts.some((line) => line.split(':')[2] === String(user.uid))
  return isKnown ? user : { uid: 65_534, gid: 65_534 }
}

function playedIn(app: string, folder: string, identity: Identity): PlayedImage {
  const image = readImage()
  // Node alone: a start in the container must need no npm, though the image has one.
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(process.execPath, path.join(bin, 'node'))
  const dataOf = (name: string) => path.join(folder, name)
  const envOf = (name: string, settings: Record<string, string>) => {
    if (identity.uid !== undefined) giveFolder(dataOf(name), identity)
    const all = { ...image.env, ...settings }
    const within = Object.entries(all).map(([key, value]) => [key, value.replace(/^\/data(?=\/|$)/, dataOf(name))])
    // Everywhere but in a container it listens to this machine alone.
    return { ...Object.fromEntries(within), HOST: '127.0.0.1', PATH: bin, HOME: '/nowhere' }
  }
  const inside = ([command = '', ...words]: readonly string[]) => [path.join(bin, command), words] as const
  return {
    app,
    dataOf,
    async start(name, settings) {
      const [command, words] = inside(image.command)
      const env = envOf(name, settings)
      return startChild({ command, words, cwd: app, env, ...identity, isReady: (said) => said.includes('is open at') })
    },
    run(name, all, settings) {
      const [command, words] = inside(all)
      return finished(command, words, { cwd: app, env: envOf(name, settings), ...identity })
    },
    remove() {
      if (app !== here) spawnSync('chmod', ['-R', 'u+w', app])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function giveFolder(folder: string, { uid = 0, gid = 0 }: Identity): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, uid, gid)
}

function finished(
  command: string,
  words: readonly string[],
  more: { cwd: string; env: NodeJS.ProcessEnv } & Identity,
): Promise<{ code: number; said: string }> {
  const child = spawn(command, words, { ...more, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/**
 * The releases of this program on one machine: each a clone of its tag in a folder of its own (`v4.0.0`), side by side, and the link `current`
 * to the one that the service starts. A release is built beside the running one and never changed afterwards, so going back is one link.
 */
import { spawn } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { sectionsIn, versionIn } from '../base/release-notes'
import { readMigrations } from '../postgres/migrate'
import { Refusal } from './refusal'

const TAG = /^v\d+\.\d+\.\d+$/
/** The end of a long output says why; npm and git begin with warnings. */
const SAID = 2_000

/** `here` is the release that `current` leads to, `folder` what holds all of them; both whole paths without links. */
export type Releases = { folder: string; here: string }

/** Throws a Refusal where `here` is not laid out so. */
export function findReleases(here: string): Releases {
  const own = realpathSync(here)
  const folder = path.dirname(own)
  const link = path.join(folder, 'current')
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(link) && realpathSync(link) === own)
    return { folder, here: own }
  throw new Refusal(
    `${own} is not what ${link} leads to: lay releases out as docs/operating.md does (v1.2.3, and the link current to it), and run this in current.`,
  )
}

/** Oldest first. */
export function compareTags(one: string, other: string): number {
  const [a, b] = [one, other].map((tag) => tag.slice(1).split('.').map(Number))
  const place = [0, 1, 2].find((index) => a?.[index] !== b?.[index]) ?? 0
  return (a?.[place] ?? 0) - (b?.[place] ?? 0)
}

/** The tags of releases where this clone came from, oldest first. */
export async function fetchTags(here: string): Promise<string[]> {
  const said = await run('git', ['ls-remote', '--tags', '--refs', 'origin'], here)
  const names = said.split('\n').map((line) => line.split('refs/tags/')[1] ?? '')
  return names.filter((name) => TAG.test(name)).toSorted(compareTags)
}

/** The folder of a release, cloned if it is not there. */
export async function fetchRelease({ folder, here }: Releases, tag: string): Promise<string> {
  if (!TAG.test(tag)) throw new Refusal(`${tag} is no release: say a tag such as v4.0.0.`)
  const place = path.join(folder, tag)
  if (!existsSync(place)) {
    const draft = path.join(folder, `.${tag}`)
    rmSync(draft, { recursive: true, force: true })
    const origin = (await run('git', ['remote', 'get-url', 'origin'], here)).trim()
    await run('git', ['clone', '--quiet', '--depth', '1', '--branch', tag, '--', origin, draft], folder)
    renameSync(draft, place)
  }
  const version = versionOf(place)
  if (`v${version}` !== tag) throw new Refusal(`The release ${tag} says that it is ${version}: it cannot be trusted.`)
  return place
}

/** Installs and builds a release in its own folder. It gives way to the running server, which has a class. */
export async function buildRelease(place: string): Promise<void> {
  await run('nice', ['-n', '15', 'npm', 'run', 'build'], place)
}

/** The next start of the service takes this release. A link cannot be changed, but it can be replaced at once. */
export function leadTo({ folder }: Releases, place: string): void {
  const draft = path.join(folder, '.current')
  rmSync(draft, { force: true })
  symlinkSync(path.basename(place), draft)
  renameSync(draft, path.join(folder, 'current'))
}

/** Deletes all releases but these. */
export function clearReleases({ folder }: Releases, kept: readonly string[]): void {
  for (const name of readdirSync(folder))
    if (TAG.test(name) && !kept.includes(path.join(folder, name)))
      rmSync(path.join(folder, name), { recursive: true, force: true })
}

/** Throws a Refusal where the folder holds no release. */
export function versionOf(place: string): string {
  const file = path.join(place, 'package.json')
  const version = existsSync(file) ? versionIn(readFileSync(file, 'utf8')) : null
  if (version === null) throw new Refusal(`${place} holds no release: there is no version in its package.json.`)
  return version
}

/** The sections of CHANGELOG.md (`## [4.0.0] - 2026-12-03`) later than `from` up to `to` (tags), the newest first, as they are written. */
export function notesOf(place: string, from: string, to: string): string {
  const file = path.join(place, 'CHANGELOG.md')
  const sections = existsSync(file) ? sectionsIn(readFileSync(file, 'utf8')) : []
  const isNew = (tag: string) => compareTags(tag, from) > 0 && compareTags(tag, to) <= 0
  return sections
    .filter((section) => isNew(`v${/^\[([\d.]+)\]/.exec(section)?.[1]}`))
    .map((section) => `## ${section.trim()}`)
    .join('\n\n')
}

/** The migrations of `newer` that `older` has not and could not work with: after them only a backup leads back. */
export function changesBetween(older: string, newer: string): string[] {
  const [known, all] = [older, newer].map((place) => readMigrations(path.join(place, 'prisma/migrations')))
  const names = new Set(known?.map(({ name }) => name))
  return (all ?? []).filter(({ name, adds }) => !adds && !names.has(name)).map(({ name }) => name)
}

/** What the command printed; rejects with a Refusal that ends with what it said. */
function run(command: string, words: readonly string[], cwd: string): Promise<string> {
  const child = spawn(command, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(printed)
        : reject(new Refusal(`${command} ${words.join(' ')} ended with ${code}:\n${said.trim().slice(-SAID)}`)),
    )
  })
}

/**
 * `npm run bench` measures what a class feels beside what somebody would write instead, in one run of six minutes: prints a table and JSON,
 * writes the tables of docs/figures.md, and ends with an error where a row is beyond its limit. `-- --only search,grading` takes other subjects,
 * `-- --all` takes all; `-- --quick` shows that they run, and writes nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '#server/postgres/embedded-postgres'
import { migrate } from '#server/postgres/migrate'
import { rowsOf } from '../support/files/rows'
import { measure as room } from './class'
import { measure as compare } from './compare'
import { type Figure, isKept, type Measure, markdown, writeFigures } from './figures'
import { measure as grading } from './grading'
import { measure as jitter } from './jitter'
import { measure as memory } from './memory'
import { measure as pages } from './pages'
import { Measured, pinTheClients } from './processes'
import { measure as replay } from './replay'
import { measure as rooms } from './rooms'
import { measure as search } from './search'
import { measure as storm } from './storm'

const SUBJECTS: Readonly<Record<string, Measure>> = {
  rooms,
  storm,
  jitter,
  pages,
  memory,
  replay,
  search,
  grading,
  compare,
  class: room,
}
/** What a class feels. The others are for whoever changes them, and for a release. */
const USUAL = ['rooms', 'storm', 'jitter', 'pages', 'class']

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    minutes: { type: 'string', default: '0.5' },
  },
})
const chosen = asked.only?.split(',') ?? (asked.all ? Object.keys(SUBJECTS) : USUAL)
const unknown = chosen.filter((name) => !Object.hasOwn(SUBJECTS, name))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: ${Object.keys(SUBJECTS).join(', ')}.`)

const folder = mkdtempSync(path.join(tmpdir(), 'track-two-bench-'))
const cluster = await startEmbedded(path.join(folder, 'postgres'))
process.once('exit', () => cluster.abandon())
const measured: Record<string, readonly Figure[]> = {}
try {
  await rowsOf(cluster.ownerUrl, 'CREATE DATABASE migrated')
  const template = new URL(cluster.ownerUrl)
  template.pathname = '/migrated'
  await migrate(template.href, path.resolve('prisma/migrations'))
  pinTheClients()
  for (const name of chosen) {
    const given = { quick: asked.quick, minutes: Number(asked.minutes), clusterUrl: cluster.ownerUrl }
    const figures = (await SUBJECTS[name]?.(given)) ?? []
    measured[name] = figures
    console.log(`${name}\n${markdown(figures)}\n`)
    if (!asked.quick) writeFigures(name, figures)
  }
} finally {
  await Measured.stopAll()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(JSON.stringify(measured))
const beyond = Object.values(measured)
  .flat()
  .filter((figure) => !isKept(figure))
for (const { name, ours, unit, ratio, most, least } of beyond)
  console.log(
    `Beyond its limit: ${name}, ${ratio ? `${ratio.of.toFixed(2)} times the other` : `${ours.toFixed(1)} ${unit}`}, allowed ${most === undefined ? `≥ ${least}` : `≤ ${most}`}.`,
  )
process.exit(beyond.length === 0 ? 0 : 1)

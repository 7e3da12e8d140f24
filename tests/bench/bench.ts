/**
 * `npm run bench` measures this server beside plain things that do the same, in one run: prints a table and JSON, and writes the tables of
 * docs/figures.md. `-- --only rooms,storm` takes some subjects; `-- --quick` shows within a minute that they run, and writes nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '#server/postgres/embedded-postgres'
import { migrate } from '#server/postgres/migrate'
import { rowsOf } from '../support/rows'
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
/** Takes ten minutes, so it is measured only where it is asked for. */
const ALONE = 'class'

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    minutes: { type: 'string', default: '10' },
  },
})
const chosen = asked.only?.split(',') ?? Object.keys(SUBJECTS).filter((name) => name !== ALONE)
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
process.exit(Object.values(measured).flat().every(isKept) ? 0 : 1)

/**
 * Measures this project against plain things that do the same (a bare websocket server, an insert per row, a hello page) and says
 * the ratios: `npm run bench`, `-- --quick` for less than a minute, `-- --only rooms` for the files that begin so.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '#server/ops/migrate'
import { startEmbedded } from '#server/ops/postgres/embedded-postgres'
import { Measured, pinTheClients } from './process'
import { holds, type Measure, type Row, reachesAim } from './ratio'

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    pairs: { type: 'string' },
  },
})
const pairs = Number(asked.pairs ?? (asked.quick ? 1 : 5))

const folder = mkdtempSync(path.join(tmpdir(), 'track-two-bench-'))
const cluster = await startEmbedded(path.join(folder, 'postgres'))
process.once('exit', () => cluster.abandon())
pinTheClients()
const rows: Row[] = []
try {
  await makeTemplate(cluster.ownerUrl)
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.mjs'))
  for (const file of files.filter((name) => name.startsWith(asked.only))) {
    console.error(file)
    const { measure }: { measure: Measure } = await import(path.join(import.meta.dirname, file))
    rows.push(...(await measure({ quick: asked.quick, pairs, clusterUrl: cluster.ownerUrl })))
  }
} finally {
  await Measured.stopAll()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
writeFileSync(path.resolve('tests/bench/results.json'), `${JSON.stringify(rows, null, 2)}\n`)
show(rows)
process.exit(0)

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE DATABASE migrated')
  await client.end()
  const template = new URL(url)
  template.pathname = '/migrated'
  await migrate(template.href, path.resolve('prisma/migrations'))
}

function show(rows: readonly Row[]): void {
  const width = Math.max(20, ...rows.map(({ name }) => name.length))
  console.log(`${'ratio of'.padEnd(width)}  median    min    max   must    aim`)
  for (const row of rows) {
    const { name, ratio, min, max, must, aim } = row
    const figures = [ratio, min, max].map((value) => value.toFixed(2).padStart(6)).join(' ')
    const limits = [must, aim].map((value) => `${aim > must ? '≥' : '≤'}${value}`.padStart(6)).join(' ')
    const verdict = reachesAim(row) ? 'aim reached' : holds(row) ? 'holds' : 'MISSED'
    console.log(`${name.padEnd(width)}  ${figures} ${limits}  ${verdict}`)
  }
}

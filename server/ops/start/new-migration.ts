// `npm run migration:new -- name`: compares the committed schema with the edited one and writes the SQL between them as a new
// migration, without the network, in a scratch database. A test holds that the migrations build the committed schema.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '#server/postgres/embedded-postgres'
import { sqlBetween } from './schema-engine'

const SCHEMA = 'prisma/schema.prisma'

const [name = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in small letters and underscores: npm run migration:new -- let_a_seat_wait')
  process.exit(1)
}
const committed = spawnSync('git', ['show', `HEAD:${SCHEMA}`], { encoding: 'utf8' })
if (committed.status !== 0) {
  console.error(`There is no committed ${SCHEMA} to start from: run this in a clone made with git.`)
  process.exit(1)
}

const scratch = mkdtempSync(path.join(tmpdir(), 'track-two-migration-'))
const database = await startEmbedded(path.join(scratch, 'postgres'))
try {
  const sql = await sqlBetween(committed.stdout, readFileSync(SCHEMA, 'utf8'), database.url)
  if (sql === '') console.log('The schema has not changed since it was committed.')
  else {
    const at = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join('prisma/migrations', `${at}_${name}`)
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'migration.sql'), `-- adds\n${sql}\n`)
    console.log(
      `Wrote ${folder}/migration.sql: read it, say in its first line whether it only adds or changes, and commit it with the schema.`,
    )
  }
} finally {
  await database.stop()
  rmSync(scratch, { recursive: true, force: true })
}

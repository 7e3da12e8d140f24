/** The program's own role in its database: enough for its work and for nothing else, also where an older version made the tables. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ROLE, settleRole } from '#server/postgres/database-role'
import { migrate } from '#server/postgres/migrate'
import { rowsOf } from '../../support/files/rows'
import { useFreshDatabase } from '../../support/machines/database'

const fresh = useFreshDatabase()

test('the role owns its database and has no right beyond it', async () => {
  const [role] = await rowsOf(
    fresh.url(),
    `SELECT current_user AS name, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls
       FROM pg_roles WHERE rolname = current_user`,
  )
  expect(role).toEqual({
    name: ROLE,
    rolsuper: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    rolbypassrls: false,
  })
  const memberships = await rowsOf(fresh.url(), 'SELECT FROM pg_auth_members WHERE member = current_user::regrole')
  expect(memberships).toEqual([])
})

test.each([
  ['start a program', `COPY (SELECT 1) TO PROGRAM 'true'`],
  ['read a file', `SELECT pg_read_file('postgresql.conf')`],
  ['write a file', `COPY (SELECT 1) TO '/tmp/track-two-${randomUUID()}'`],
  ['make a database', `CREATE DATABASE t_${randomUUID().replaceAll('-', '')}`],
  ['make a role', 'CREATE ROLE somebody SUPERUSER'],
  ['raise itself', `ALTER ROLE ${ROLE} SUPERUSER`],
  ['change how the server runs', `ALTER SYSTEM SET fsync = 'off'`],
])('it cannot %s', async (_, statement) => {
  await expect(rowsOf(fresh.url(), statement)).rejects.toThrow(/permission denied|must be|Only roles|must have/)
})

test('a database whose tables somebody else made becomes its own, and the next migration goes on', async () => {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await rowsOf(inject('ownerUrl'), `CREATE DATABASE ${name} TEMPLATE template0`)
  onTestFinished(async () => void (await rowsOf(inject('ownerUrl'), `DROP DATABASE ${name} WITH (FORCE)`)))
  const [asOwner, asRole] = [inject('ownerUrl'), inject('clusterUrl')].map((url) => {
    const at = new URL(url)
    at.pathname = `/${name}`
    return at.href
  }) as [string, string]
  const migrations = path.resolve('prisma/migrations')
  await migrate(asOwner, migrations)
  await rowsOf(asOwner, `INSERT INTO course (id, title, time_zone) VALUES ('c', 'Before', 'UTC')`)
  await settleRole(asOwner, new URL(asRole).password)
  await settleRole(asOwner, new URL(asRole).password)
  expect(await rowsOf(asRole, 'SELECT title FROM course')).toEqual([{ title: 'Before' }])
  const foreign = await rowsOf(
    asRole,
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> current_user::regrole
     UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typowner <> current_user::regrole
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proowner <> current_user::regrole`,
  )
  expect(foreign).toEqual([])
  expect(await migrate(asRole, migrations)).toEqual([])
  await rowsOf(asRole, 'ALTER TABLE course ADD COLUMN room_for_more text')
})

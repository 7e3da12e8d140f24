/** A newer version is put up beside the running one: its migrations must leave that one everything it reads and writes. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMigrations } from '#server/ops/migrate'
import { breaksTheOlder } from '../../support/additive'

/** The newest migration of the version that is out; a release moves it, and no commit between two releases does. */
const released = readFileSync('prisma/last-release', 'utf8').trim()
const all = readMigrations('prisma/migrations')

test('every migration newer than the last release is additive, so that two versions run on one database for a while', () => {
  expect(all.map(({ name }) => name)).toContain(released)
  for (const { name, sql } of all.filter((migration) => migration.name > released))
    expect(breaksTheOlder(sql), `${name}: see "A newer version" in the README`).toEqual([])
})

test.each([
  'DROP TABLE room',
  'ALTER TABLE "room" DROP COLUMN "name"',
  'ALTER TABLE room ADD COLUMN a integer, DROP COLUMN b',
  'ALTER TABLE room RENAME COLUMN name TO title',
  'ALTER TABLE room RENAME TO chamber',
  'ALTER TABLE room ALTER COLUMN ordinal TYPE bigint',
  'ALTER TABLE room ALTER COLUMN ordinal SET DATA TYPE bigint',
  'ALTER TABLE room ALTER COLUMN name SET NOT NULL',
  'ALTER TABLE room ADD COLUMN colour text NOT NULL',
  'ALTER TABLE room ADD COLUMN size numeric(4, 2) DEFAULT 1, ADD COLUMN colour text NOT NULL',
  'ALTER TABLE room ADD CONSTRAINT one UNIQUE (name)',
  'CREATE UNIQUE INDEX one ON room (name)',
  'ALTER TYPE kind RENAME VALUE a TO b',
  'DROP TRIGGER told ON room_event',
  'DELETE FROM room',
  '-- a word\nALTER TABLE room /* or two */\n  DROP COLUMN name;',
])('%s is not', (sql) => {
  expect(breaksTheOlder(`CREATE TABLE other (id integer); ${sql};`)).toHaveLength(1)
})

test.each([
  'CREATE TABLE IF NOT EXISTS chamber (id integer NOT NULL); ALTER TABLE chamber ADD CONSTRAINT k PRIMARY KEY (id)',
  'CREATE TABLE "chamber" (id integer NOT NULL); CREATE UNIQUE INDEX "one" ON "chamber"("id")',
  'ALTER TABLE room ADD COLUMN colour text',
  "ALTER TABLE room ADD COLUMN colour text NOT NULL DEFAULT 'red', ADD COLUMN size integer",
  'ALTER TABLE room ALTER COLUMN name DROP NOT NULL',
  'CREATE INDEX by_name ON room (name); DROP INDEX by_title',
  'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM room; DROP TABLE x; END $$',
  "UPDATE room SET name = 'a'",
])('%s is', (sql) => {
  expect(breaksTheOlder(`${sql};`)).toEqual([])
})

/** The way back to an older version: a migration says in its first line whether it leaves that version everything it reads and writes. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMigrations } from '#server/postgres/migrate'
import { breaksTheOlder } from '../../support/additive'

/** The newest migration of the version that is out. What is applied somewhere cannot be edited, so those up to it say nothing. */
const released = readFileSync('prisma/last-release', 'utf8').trim()
const all = readMigrations('prisma/migrations')
const later = all.filter(({ name }) => name > released)

test('every migration after the last release says in its first line whether it adds or changes', () => {
  expect(all.map(({ name }) => name)).toContain(released)
  for (const { name, sql } of later)
    expect(sql, `${name}: begin it with "-- adds" or "-- changes"`).toMatch(/^-- (adds|changes)\b/)
})

test('those that say that they add do nothing else', () => {
  for (const { name, sql, adds } of later)
    if (adds) expect(breaksTheOlder(sql), `${name} changes something`).toEqual([])
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

/** The migration runner against real databases, and Prisma's book-keeping as its own engine would find it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, readMissing } from '#server/postgres/migrate'
import { type FreshDatabase, freshDatabase } from '../../support/machines/database'

let folder: string
let database: FreshDatabase

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'track-two-migrations-'))
  database = await freshDatabase('template0')
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

function given(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrating', () => {
  test('applies what is missing in the order of the names, once', async () => {
    given('2_second', 'ALTER TABLE first ADD COLUMN second integer')
    given('1_first', 'CREATE TABLE first (id integer)')
    expect(await migrate(database.url, folder)).toEqual(['1_first', '2_second'])
    expect(await migrate(database.url, folder)).toEqual([])
    given('3_third', 'CREATE TABLE third (id integer)')
    expect(await migrate(database.url, folder)).toEqual(['3_third'])
  })

  test("keeps the books as Prisma's own engine does", async () => {
    given('1_first', 'SELECT 1')
    await migrate(database.url, folder)
    const rows = await ask('SELECT * FROM _prisma_migrations')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      // sha-256 of the text above
      checksum: 'e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5',
      migration_name: '1_first',
      rolled_back_at: null,
      applied_steps_count: 1,
    })
    expect(rows[0]?.finished_at).toBeInstanceOf(Date)
  })

  test('takes a failing migration back whole and keeps those before it', async () => {
    given('1_good', 'CREATE TABLE good (id integer)')
    given('2_bad', 'CREATE TABLE half (id integer); SELECT nonsense')
    await expect(migrate(database.url, folder)).rejects.toThrow('2_bad failed and was taken back whole')
    const rows = await ask("SELECT table_name FROM information_schema.tables WHERE table_name IN ('good', 'half')")
    expect(rows).toEqual([{ table_name: 'good' }])
    given('2_bad', 'CREATE TABLE half (id integer)')
    expect(await migrate(database.url, folder)).toEqual(['2_bad'])
  })

  test('refuses a migration that was edited after it was applied', async () => {
    given('1_first', 'SELECT 1')
    await migrate(database.url, folder)
    given('1_first', 'SELECT 2')
    await expect(migrate(database.url, folder)).rejects.toThrow('Migration 1_first was edited after it was applied')
  })

  test('refuses a database that a newer version has changed, and says what helps', async () => {
    given('1_first', 'SELECT 1')
    given('2_second', '-- changes\nSELECT 2')
    await migrate(database.url, folder)
    rmSync(path.join(folder, '2_second'), { recursive: true })
    await expect(migrate(database.url, folder)).rejects.toThrow('start the newer version that made it, or restore')
  })

  test('goes on with a database to which a newer version has only added, and adds what is its own', async () => {
    given('1_first', 'SELECT 1')
    given('2_second', '-- adds: a table\nCREATE TABLE second (id integer)')
    await migrate(database.url, folder)
    rmSync(path.join(folder, '2_second'), { recursive: true })
    given('3_third', '-- adds\nCREATE TABLE third (id integer)')
    expect(await migrate(database.url, folder)).toEqual(['3_third'])
    expect(await readMissing(database.url, folder)).toEqual([])
  })

  test('lets two that start together take turns', async () => {
    given('1_first', 'CREATE TABLE first (id integer)')
    const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)])
    expect(both.flat()).toEqual(['1_first'])
  })
})

/**
 * L20 on three built servers: the database fails over to a copy that lags behind while words flow, and costs what that copy lacked and
 * nothing more. And a database that goes away from silent rooms: every page says so, without anybody pressing anything.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '#server/environment'
import { lookOver } from '#server/ops/doctor'
import { fold } from '#simulation/kernel/room'
import words from '../../app/_messages/en/common.json'
import { seatedClass, type Table } from '../faults/classroom'
import { pagesOf } from '../faults/evidence'
import { copyOf, takeAway } from '../faults/failover'
import type { WatchedPage } from '../faults/journal-of-pages'
import { until } from '../server/live/given-page'
import { patience } from '../support/patience'
import { Fleet } from './fleet'

let fleet: Fleet
let tables: Table[]
let pages: WatchedPage[]

beforeAll(async () => {
  fleet = await Fleet.make(3)
  await fleet.open()
  tables = await seatedClass(fleet, { students: 9, tables: 2 }, () => false)
  pages = tables.flatMap(pagesOf)
  await until(() => expect(pages.every(({ link }) => link.view.connection.kind === 'live')).toBe(true), 20_000)
})
afterAll(async () => {
  for (const { link } of pages ?? []) link.stop()
  await fleet?.close()
})

const rowsOf = ({ roomId }: Table) => fleet.database.read(roomId)

test('L20 three servers go on over a copy without its last rows: nothing else is lost, no log has a gap, every page is whole', async () => {
  let talking = true
  const said = tables.map(() => new Map<string, { at: number; ok: boolean }>())
  const talk = tables.map(async ({ chair }, table) => {
    for (let word = 0; talking; word += 1) {
      const text = `word-${table}-${word}-`
      const at = Date.now()
      const answer = await chair.submit({ type: 'nudge', to: 'room', text }, text)
      said[table]?.set(text, { at, ok: answer.ok })
    }
  })
  const count = () => Math.min(...said.map(({ size }) => size))
  const flows = (more: number) => {
    const goal = count() + more
    return until(() => expect(count()).toBeGreaterThan(goal), 30_000)
  }
  await flows(5)
  const before = Date.now()
  const copy = await copyOf(fleet.database)
  await flows(20)
  await copy.fail()
  const back = Date.now()
  await flows(10)
  talking = false
  await Promise.all(talk)
  await until(async () => {
    for (const table of tables) {
      const rows = await rowsOf(table)
      expect(pagesOf(table).map(({ link }) => link.view.seq)).toEqual(pagesOf(table).map(() => rows.length))
      for (const { link } of pagesOf(table)) expect(link.view.state?.agenda).toEqual(fold(rows)?.agenda)
    }
  }, patience(5_000))
  let lost = 0
  for (const [index, table] of tables.entries()) {
    const rows = await rowsOf(table)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1))
    const record = JSON.stringify(rows)
    const shown = JSON.stringify(table.chair.link.view.state)
    for (const [text, { at, ok }] of said[index] ?? []) {
      expect(ok).toBe(true)
      const times = record.split(text).length - 1
      // What was sent before the copy was begun is in it, and what was sent when it answered was saved in it.
      if (at < before - 1_000 || at > back) expect([text, times]).toEqual([text, 1])
      else if (times === 0) lost += 1
      expect(times).toBeLessThanOrEqual(1)
      if (times === 0) expect(shown).not.toContain(text)
    }
  }
  expect(lost).toBeGreaterThan(20)
  const found = await lookOver(fleet.database.embedded.url, environment(), 'prisma/migrations')
  expect(found.filter(({ good, words: about }) => !good && /\brow\b|be read/.test(about))).toEqual([])
})

test('a database that goes away from silent rooms is said on every page within five seconds, and no more once it is back', async () => {
  const since = () => pages.map(({ link }) => link.view.unsavedSince !== null)
  expect(since()).not.toContain(true)
  const away = await takeAway(fleet.database)
  try {
    await until(() => expect(since()).not.toContain(false), patience(5_000))
    const opened = await fetch(`${fleet.running(0).url}/sign-in?again`, { headers: { accept: 'text/html' } })
    expect(opened.status).toBe(503)
    expect(await opened.text()).toContain(words.databaseAway.text)
  } finally {
    await away.back()
  }
  await until(() => expect(since()).not.toContain(true), patience(5_000))
  const opened = await fetch(`${fleet.running(0).url}/sign-in`, { headers: { accept: 'text/html' } })
  expect(opened.status).toBe(200)
  // A phase that is due, or whoever speaks, finds the rooms as they were.
  for (const { chair } of tables)
    expect((await chair.submit({ type: 'nudge', to: 'room', text: 'We go on.' })).ok).toBe(true)
})

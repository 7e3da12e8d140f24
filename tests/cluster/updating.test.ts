/**
 * A rolling update: two servers of the frozen build that is out are replaced by this one, one after the other, with the migrations between them,
 * while a class of that build talks at two tables. Its pages are reloaded on the way and keep what was typed. Judged as the faults are.
 */
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMigrations } from '#server/ops/migrate'
import type { Evidence, Verdict } from '../faults/evidence'
import { pagesOf } from '../faults/evidence'
import type { Fault } from '../faults/faults'
import { WatchedPage } from '../faults/journal-of-pages'
import { play } from '../faults/run'
import { diceOf } from '../faults/talk'
import { until } from '../server/live/given-page'
import { patience } from '../support/patience'
import { rowsOf } from '../support/rows'
import { Fleet } from './fleet'
import { updated } from './fleet-faults'
import { type PreviousBuild, previousBuild } from './previous/build'

const migrationsIn = (folder: string) => readMigrations(path.join(folder, 'prisma/migrations')).map(({ name }) => name)

let previous: PreviousBuild
beforeAll(async () => {
  previous = await previousBuild()
})

describe('the build that is out and this one beside it', () => {
  let fleet: Fleet
  let run: { verdict: Verdict; evidence: Evidence }
  /** How many rows the two said to one another: saved through a server of one build, heard by a page at one of the other. */
  const crossed = { toNewer: 0, toOlder: 0 }
  let sentOn: readonly WatchedPage[] = []

  /** For a while people talk on both: nothing they do is of the newer build alone, so the older server goes on with their rooms. */
  const sideBySide: Fault<Fleet> = {
    name: 'two builds side by side',
    async strike(_, tables) {
      const pages = tables.flatMap(pagesOf)
      const at = (server: number) => pages.filter(({ number }) => fleet.serverOf(number, Date.now()) === server)
      await until(() => {
        for (const server of [0, 1])
          expect(at(server).filter(({ link }) => link.view.connection.kind === 'live').length).toBeGreaterThan(2)
      }, patience(30_000))
      const [newer, older] = [at(0), at(1)]
      const heard = (said: readonly WatchedPage[], by: readonly WatchedPage[], since: number) =>
        said
          .flatMap(({ sent }) => sent.filter(({ word, answer, at: when }) => word !== '' && answer?.ok && when > since))
          .filter(({ word }) => by.some((page) => page.heard.has(word))).length
      const since = Date.now()
      await until(() => {
        crossed.toNewer = heard(older, newer, since)
        crossed.toOlder = heard(newer, older, since)
        expect(Math.min(crossed.toNewer, crossed.toOlder)).toBeGreaterThan(0)
      }, patience(60_000))
      return []
    },
  }

  /** The chair of one table uses what the older build does not know: its server lets that table's pages go, and no other's. */
  const knownToTheNewerAlone: Fault<Fleet> = {
    name: 'an event that the newer build alone knows',
    async strike(_, [table]) {
      if (!table) throw new Error('There is no table.')
      const { roomId, chair } = table
      const wasThere = pagesOf(table).filter(
        ({ number, link }) => fleet.serverOf(number, Date.now()) === 1 && link.view.connection.kind === 'live',
      )
      const at = { address: fleet.running(0).url, drawn: fleet.pages.drawn, repeats: () => false }
      const page = new WatchedPage(roomId, chair.who, at)
      try {
        await until(() => expect(page.link.view.connection.kind).toBe('live'), patience(20_000))
        const { agenda, floor } = page.link.view.state?.autopilot ?? { agenda: true, floor: 'off' }
        const answer = await page.submit({ type: 'setAutopilot', agenda, floor, understudiesWait: true })
        expect(answer).toMatchObject({ ok: true })
      } finally {
        page.link.stop()
      }
      const isGone = ({ standings }: WatchedPage, since: number) =>
        standings.some(({ at: when, isLive }) => when >= since && !isLive)
      const since = Date.now() - 1_000
      await until(() => expect(wasThere.every((left) => isGone(left, since))).toBe(true), patience(10_000))
      sentOn = wasThere
      return []
    },
  }

  beforeAll(async () => {
    fleet = await Fleet.make(2, previous)
    const faults = [updated(0), sideBySide, knownToTheNewerAlone, updated(1)]
    const act = { students: 20, tables: 2, pauseMs: 1_500, breathMs: 500, extends: 0, faults }
    run = await play(fleet, act, diceOf(20_261_128))
  })
  afterAll(() => fleet?.close())

  test('L1–L12 L19 hold while both servers are replaced, and every page ends on this build with what was typed', () => {
    expect(run.verdict.broken).toEqual([])
    expect(run.verdict.words).toBeGreaterThan(40)
    const pages = run.evidence.tables.flatMap(pagesOf)
    expect(pages.filter((page) => page instanceof WatchedPage && page.reloads === 0)).toEqual([])
  })

  test('what is said through either server is heard by pages at the other', () => {
    expect(crossed).toEqual({ toNewer: expect.any(Number), toOlder: expect.any(Number) })
    expect(Math.min(crossed.toNewer, crossed.toOlder)).toBeGreaterThan(0)
    expect(sentOn.length).toBeGreaterThan(0)
  })

  test('the older build has made the database, and this one has added its migrations while the class went on', async () => {
    const before = migrationsIn(previous.folder)
    const names = await rowsOf<{ name: string }>(
      fleet.database.embedded.url,
      'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name',
    )
    expect(names.map(({ name }) => name)).toEqual(migrationsIn('.').toSorted())
    expect(before.length).toBeLessThan(names.length)
  })
})

/** Work that one server does for all: never two at a time in order, and the next goes on when the first dies, is cut off or rests. */
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { LOCKS } from '#server/base/advisory-locks'
import { takeLease } from '#server/cluster/leader-lease'
import { oneAtATime } from '#server/cluster/start-lock'
import { type Work, workAlone } from '#server/jobs/leader-job'
import { useFreshDatabase } from '../../support/machines/database'
import { openFaultyLine } from '../../support/machines/faulty-line'
import { patience } from '../../support/patience'

const fresh = useFreshDatabase()

/** Servers that note in one list who begins and who rests. */
function givenServer(name: string, story: string[], url = fresh.url()): Work {
  const work = workAlone(url, () => {
    story.push(`${name} begins`)
    return [
      {
        async stop() {
          story.push(`${name} rests`)
        },
      },
    ]
  })
  onTestFinished(() => work.stop())
  return work
}

const until = (look: () => void) => vi.waitFor(look, { timeout: patience(15_000), interval: 20 })

/** Ends the connection that holds an advisory lock; returns whether there was one. */
async function cutHolder(): Promise<number> {
  const client = new pg.Client({ connectionString: fresh.url() })
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  await client.end()
  return rowCount ?? 0
}

test('one works; when it rests another goes on, and not before', async () => {
  const story: string[] = []
  const one = givenServer('one', story)
  await until(() => expect(story).toEqual(['one begins']))
  const two = givenServer('two', story)
  await one.stop()
  await until(() => expect(story).toEqual(['one begins', 'one rests', 'two begins']))
  await two.stop()
  expect(story.at(-1)).toBe('two rests')
})

test('whose connection is cut rests, and one of them goes on', async () => {
  const story: string[] = []
  givenServer('one', story)
  givenServer('two', story)
  await until(() => expect(story).toHaveLength(1))
  const first = story[0]?.split(' ')[0]
  expect(await cutHolder()).toBe(1)
  await until(() => {
    expect(story).toContain(`${first} rests`)
    expect(story.filter((line) => line.endsWith('begins'))).toHaveLength(2)
  })
})

test('who hears nothing more of the database rests, though its connection does not end', async () => {
  const line = await openFaultyLine(fresh.url())
  onTestFinished(() => line.close())
  const story: string[] = []
  const far = givenServer('far', story, line.url)
  await until(() => expect(story).toEqual(['far begins']))
  const near = givenServer('near', story)
  line.stall()
  await until(() => expect(story).toContain('far rests'))
  await cutHolder()
  await until(() => expect(story.at(-1)).toBe('near begins'))
  line.flow()
  await near.stop()
  await until(() => expect(story.at(-1)).toBe('far begins'))
  await far.stop()
})

test('whoever starts meanwhile, or takes the lease, waits for nobody who works', async () => {
  expect(new Set(Object.values(LOCKS)).size).toBe(Object.keys(LOCKS).length)
  const story: string[] = []
  givenServer('one', story)
  await until(() => expect(story).toEqual(['one begins']))
  await oneAtATime(fresh.url(), async () => story.push('another starts'))
  const lease = await takeLease(fresh.url(), 'http://another.example', () => undefined, 0)
  await lease.release()
  expect(story).toEqual(['one begins', 'another starts'])
})

test('a database that is not there yet is asked again', async () => {
  const line = await openFaultyLine(fresh.url())
  onTestFinished(() => line.close())
  line.stall()
  const story: string[] = []
  const work = givenServer('one', story, line.url)
  line.cut()
  line.flow()
  await until(() => expect(story).toEqual(['one begins']))
  await work.stop()
  expect(story).toEqual(['one begins', 'one rests'])
})

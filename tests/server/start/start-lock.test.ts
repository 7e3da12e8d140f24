/** What a start does to the database, servers that start together do one after another. */
import { expect, test } from 'vitest'
import { oneAtATime } from '#server/cluster/start-lock'
import { useFreshDatabase } from '../../support/machines/database'

const fresh = useFreshDatabase()

test('of three that start together no two work at once, and one that fails lets the next go on', async () => {
  let working = 0
  const seen: number[] = []
  const work = (fails: boolean) =>
    oneAtATime(fresh.url(), async () => {
      working += 1
      seen.push(working)
      await new Promise((done) => setImmediate(done))
      working -= 1
      if (fails) throw new Error('a migration failed')
      return 'done'
    })
  const ends = await Promise.allSettled([work(true), work(false), work(false)])
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(seen).toEqual([1, 1, 1])
})

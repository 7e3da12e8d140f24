/** A server that shuts down while pages join and send: each is answered that it restarts, and none that its room does not exist. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { useFreshDatabase } from '../../support/machines/database'
import { openFaultyLine } from '../../support/machines/faulty-line'
import { closeHouse, givenClass, givenPage, openHouse, SECRET } from './given/given-classroom'
import { accepted, Page, until } from './given/given-page'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

test('whoever joins while the house closes is asked to come again, and not told that there is no such room', async () => {
  const of = await givenClass({ roomCount: 2 })
  const [table, other] = of.roomIds
  if (!table || !other) throw new Error('The class has too few tables.')
  const refusals: string[] = []
  // The database is slow: the server waits for what one room saves while it still reads the log of the other.
  for (let attempt = 0; attempt < 20 && refusals.length === 0; attempt += 1) {
    const line = await openFaultyLine(fresh.url())
    const house = await openHouse(line.url)
    const sitting = await givenPage(house, of.chairCookie, table)
    accepted(await sitting.submit(table, { type: 'writeInject', headline: 'News', text: 'before' }))
    const coming = await new Page(house.address, of.chairCookie).connect()
    line.stall()
    const joining = coming.join(other).catch(() => null)
    await wait(50)
    const saving = sitting.submit(table, { type: 'writeInject', headline: 'News', text: 'while it closes' })
    await wait(20)
    const closing = closeHouse(house)
    line.flow()
    accepted(await saving)
    await closing
    coming.socket.disconnect()
    const answer = await joining
    if (answer && !answer.ok) refusals.push(answer.refusal)
    await line.close()
  }
  expect(refusals).toEqual(['try-again'])
})

test('what was saved as the house closed was answered, and after the answers came the word that it restarts', async () => {
  const of = await givenClass()
  const house = await openHouse(fresh.url())
  const page = await givenPage(house, of.chairCookie, of.roomId)
  const answers = Array.from({ length: 12 }, (_, index) =>
    page.submit(of.roomId, { type: 'writeInject', headline: `News ${index}`, text: 'while it closes' }),
  )
  await until(() => expect(page.heard).toContain('ack'))
  await closeHouse(house)
  for (const answer of await Promise.all(answers)) accepted(answer)
  expect(page.left).toEqual(['restarting'])
})

test('whoever is let go by a server that stops finds its door closed, so that any balancer leads them to another one', async () => {
  const of = await givenClass()
  const line = await openFaultyLine(fresh.url())
  const house = await openHouse(line.url)
  const page = await givenPage(house, of.chairCookie, of.roomId)
  const letGo = new Promise((gone) => page.socket.once('disconnect', gone))
  line.stall() // the database is slow, so that the stop takes longer than a page needs to come back
  const closing = closeHouse(house)
  await letGo
  const again = connect(Number(new URL(house.address).port), '127.0.0.1')
  const outcome = await once(again, 'connect').then(
    () => 'let in',
    (error: NodeJS.ErrnoException) => error.code,
  )
  again.destroy()
  line.flow()
  await closing
  await line.close()
  expect(outcome).toBe('ECONNREFUSED')
})

/** A database behind PgBouncer in transaction mode: a short seminar through it, and what is said where no session is to be had. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { database } from '#server/base/database'
import { requireDatabase } from '#server/base/first-connection'
import { personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { arrive, Phone } from '../security/arriving'
import { act, ask } from '../security/knocking'
import { builtActions } from '../security/matrix/endpoints'
import { givenClass, givenPage, SECRET } from '../server/live/given/given-classroom'
import { accepted, disconnectPages, type Page, until } from '../server/live/given/given-page'
import { freshDatabase, useFreshDatabase } from '../support/machines/database'
import { type PoolerSettings, type RunningPooler, startPooler } from '../support/machines/pooler'
import { start } from '../support/machines/started'
import { patience } from '../support/patience'

const fresh = useFreshDatabase()

async function givenPooler(settings?: PoolerSettings): Promise<RunningPooler> {
  const running = await startPooler(fresh.url(), settings)
  onTestFinished(running.end)
  return running
}

test('a seminar is held through it: signing in, joining, speaking, a phase that ends, searching, a removal that is heard', async () => {
  const pooler = await givenPooler()
  const of = await givenClass({ roomCount: 2 })
  const server = await start({
    databaseUrl: pooler.url,
    env: { NEXTAUTH_SECRET: SECRET, DATABASE_SESSION_URL: fresh.url() },
  })
  onTestFinished(disconnectPages)
  const house = { address: server.url }

  const signIn = builtActions().get('(people)/sign-in/actions.ts#signIn')
  const signedIn = await act(`${server.url}${signIn?.page}`, '', signIn?.id ?? '', {
    fields: { email: of.instructor.email ?? '', password: 'a long enough sentence', next: '/home' },
    state: { email: '', misses: 0, fault: null },
  })
  expect(signedIn.location).toMatch(/^\/home/)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')

  /** Comes in by the pages, as a browser without a script does, and takes a seat. */
  async function come(name: string): Promise<{ page: Page; room: RoomId }> {
    const phone = new Phone(server.url)
    await arrive(server.url, `/join/${of.code}`, name, patience(30_000), phone)
    const place = await database().participant.findFirstOrThrow({ where: { activityId: of.activityId, name } })
    const room = roomId.parse(place.roomId)
    return { page: await givenPage(house, phone.cookie, room), room }
  }
  const mei = await come('Mei')
  const amara = await come('Amara')
  expect(amara.room).not.toBe(mei.room)

  const chair = await givenPage(house, cookie, mei.room)
  const say = (text: string) => mei.page.submit(mei.room, { type: 'speakInCaucus', text })
  accepted(await chair.submit(mei.room, { type: 'startPhase', index: 0 }))
  for (let word = 0; word < 9; word += 1) accepted(await say(`lighthouse number ${word}`))
  await chair.hears(accepted(await say('the last lighthouse')))
  await chair.hears(accepted(await chair.submit(mei.room, { type: 'endPhase', index: 0 })))
  expect(chair.state.agenda.index).toBeGreaterThan(0)

  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  await until(async () => {
    const { body } = await ask(`${server.url}/courses/${courseId}/search?q=lighthouse`, cookie)
    expect(body.includes('number 8')).toBe(true)
  }, 30_000)

  // The desk of another table removes her, so that her own room hears of it from the database alone.
  const person = personId.parse(
    (await database().participant.findFirstOrThrow({ where: { activityId: of.activityId, name: 'Amara' } })).id,
  )
  accepted(await chair.submit(mei.room, { type: 'removePerson', person }))
  await until(() => expect(amara.page.socket.connected && amara.page.left.length === 0).toBe(false), 1_000)

  const refused = await admin(server.dataDir, pooler.url, 'restore', 'no-such.backup.gz')
  expect(refused).toContain(`Another server (${server.url}) already uses this database`)
  expect(await admin(server.dataDir, pooler.url, 'doctor')).toContain('✓ A server runs.')
})

/** What a command line says beside the server. */
function admin(dataDir: string, databaseUrl: string, ...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_SESSION_URL: fresh.url(),
    NEXTAUTH_SECRET: SECRET,
  }
  return new Promise((done) => {
    execFile(process.execPath, [path.resolve('dist/admin.mjs'), ...words], { env }, (_, out, err) => done(out + err))
  })
}

describe('at the start', () => {
  const LENDS = /leads through a pooler that lends a connection for one transaction: .+\.$/

  test('a pooler that keeps sessions needs no second address', async () => {
    const { url } = await givenPooler({ mode: 'session' })
    await requireDatabase(url)
    await requireDatabase(url, fresh.url())
  })

  test('one that lends connections is refused by itself, however many it has', async () => {
    for (const connections of [1, 2, 20]) {
      const { url } = await givenPooler({ connections })
      await expect(requireDatabase(url)).rejects.toThrow(/^DATABASE_URL leads .+ set DATABASE_SESSION_URL to /)
      await expect(requireDatabase(url)).rejects.toThrow(LENDS)
      await requireDatabase(url, fresh.url())
      await expect(requireDatabase(url, url)).rejects.toThrow(/^DATABASE_SESSION_URL leads /)
    }
  })

  test('a second address of another database is refused, and one where nobody answers is named', async () => {
    const { url } = await givenPooler()
    const other = await freshDatabase()
    onTestFinished(other.drop)
    await expect(requireDatabase(url, other.url)).rejects.toThrow(
      'DATABASE_SESSION_URL leads to another database than DATABASE_URL: name the one that the pooler stands in front of.',
    )
    await expect(requireDatabase(url, 'postgresql://me@127.0.0.1:1/x')).rejects.toThrow(
      'No database answers at 127.0.0.1:1: start it, or correct DATABASE_SESSION_URL.',
    )
  })
})

/** One server for a database: a second is refused, a server that lost its connection takes the lock again, and two never run at once. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import type { StartFault } from '#server/base/faults/start-fault'
import { type Lease, takeLease } from '#server/cluster/leader-lease'
import { ROLE } from '#server/postgres/database-role'
import { useFreshDatabase } from '../../support/machines/database'
import { openFaultyLine } from '../../support/machines/faulty-line'
import { patience } from '../../support/patience'

const fresh = useFreshDatabase()

async function take(address: string, url = fresh.url()): Promise<{ lease: Lease; lost: StartFault[] }> {
  const lost: StartFault[] = []
  const lease = await takeLease(url, address, (fault) => lost.push(fault), 0)
  onTestFinished(() => lease.release())
  return { lease, lost }
}

async function endConnectionsOf(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: fresh.url() })
  await client.connect()
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE $1`, [
    `track-two ${address} %`,
  ])
  await client.end()
}

const sentence = (address: string) =>
  `Another server (${address}) already uses this database: stop it, or give this one a database of its own with DATABASE_URL.`

test('the second is refused with the address of the first, and let in when that has gone', async () => {
  const first = await take('http://one.example')
  await first.lease.confirm()
  await expect(take('http://two.example')).rejects.toThrow(sentence('http://one.example'))
  await first.lease.release()
  const { lease } = await take('http://two.example')
  await lease.confirm()
})

test('two servers of one address are still two', async () => {
  await take('http://one.example')
  await expect(take('http://one.example')).rejects.toThrow(sentence('http://one.example'))
})

test('a database of the same cluster has a lock of its own', async () => {
  await take('http://one.example')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const owner = new pg.Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
  await owner.query(`CREATE DATABASE ${name} TEMPLATE template0 OWNER ${ROLE}`)
  const url = new URL(fresh.url())
  url.pathname = `/${name}`
  const { lease } = await take('http://two.example', url.href)
  await lease.confirm()
  await lease.release()
  await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await owner.end()
})

test('a lock whose connection was lost is taken back, and nobody is told that it is lost', async () => {
  const { lease, lost } = await take('http://one.example')
  await endConnectionsOf('http://one.example')
  await vi.waitFor(() => lease.confirm(), { timeout: patience(5_000), interval: 20 })
  await expect(take('http://two.example')).rejects.toThrow(sentence('http://one.example'))
  expect(lost).toEqual([])
})

test('who finds the lock with another server when the line comes back is told once, and does not go on trying', async () => {
  const line = await openFaultyLine(fresh.url())
  onTestFinished(() => line.close())
  const first = await take('http://one.example', line.url)
  line.stall()
  line.cut()
  await endConnectionsOf('http://one.example')
  const second = await vi.waitFor(() => take('http://two.example'), { timeout: patience(5_000), interval: 20 })
  await expect(first.lease.confirm()).rejects.toThrow()
  line.flow()
  await vi.waitFor(() => expect(first.lost).toHaveLength(1), { timeout: patience(15_000), interval: 50 })
  expect(first.lost[0]?.message).toBe(sentence('http://two.example'))
  await second.lease.confirm()
  expect(second.lost).toEqual([])
})

async function share(address: string, id: string) {
  const lost: StartFault[] = []
  const lease = await takeLease(fresh.url(), address, (fault) => lost.push(fault), 0, id)
  onTestFinished(() => lease.release())
  return { lease, lost }
}

test('servers that hear of one another share a database and know who they are; a single one and they refuse each other', async () => {
  const single = await take('http://single.example')
  await expect(share('http://shared.example', 'a')).rejects.toThrow(
    'A single server (http://single.example) uses this database: stop it and start it with REDIS_URL as well, or give this one a database of its own with DATABASE_URL.',
  )
  await single.lease.release()
  const one = await share('http://shared.example', 'a')
  const two = await share('http://shared.example', 'b')
  expect((await one.lease.readSharers()).toSorted()).toEqual(['a', 'b'])
  await expect(take('http://single.example')).rejects.toThrow(
    'Servers that share this database (REDIS_URL) are running (http://shared.example): start this one with REDIS_URL as well, stop all of them, or give this one a database of its own with DATABASE_URL.',
  )
  await two.lease.release()
  expect(await one.lease.readSharers()).toEqual(['a'])
})

test('a shared lock whose connection was lost is taken again, however many hold it', async () => {
  const one = await share('http://shared.example', 'a')
  const two = await share('http://shared.example', 'b')
  await endConnectionsOf('http://shared.example')
  const both = async () => expect((await one.lease.readSharers()).toSorted()).toEqual(['a', 'b'])
  await vi.waitFor(both, { timeout: patience(5_000), interval: 20 })
  expect([one.lost, two.lost]).toEqual([[], []])
})

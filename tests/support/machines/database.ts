/** Gives a test a database of its own: migrated, empty, on the suite's one PostgreSQL. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { ROLE } from '#server/postgres/database-role'
import { TEMPLATE } from './cluster'

export type FreshDatabase = { url: string; drop(): Promise<void> }

/** A clone of the migrated database, or of nothing when `template` is 'template0'. */
export async function freshDatabase(template: string = TEMPLATE): Promise<FreshDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asOwner((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER ${ROLE}`),
  )
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await asOwner((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Gives the tests of this file one database together, and connects the server's own client to it. */
export function useFreshDatabase(): { url(): string } {
  let fresh: FreshDatabase | undefined
  beforeAll(async () => {
    fresh = await freshDatabase()
    connect(fresh.url)
  })
  afterAll(async () => {
    await disconnect()
    await fresh?.drop()
  })
  return {
    url() {
      if (!fresh) throw new Error('The database exists only while the tests of this file run.')
      return fresh.url
    },
  }
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

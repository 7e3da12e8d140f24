/** Receives PostgreSQL notifications (LISTEN) on a connection of its own, which reconnects after a loss. */
import pg from 'pg'
import type { Channel } from './database'
import { FIRST_CONNECTION_MS } from './first-connection'

type Notices = { close(): Promise<void> }

const AGAIN_MS = 500
const CONNECTING_MS = 5_000

/**
 * Calls `hear[channel]` for each notification. After a loss notifications are missing, so `missed` is called once it listens again, and
 * the caller reads anew whatever may have changed. Resolves when the first connection listens.
 */
export async function hearNotices(
  url: string,
  hear: Readonly<Record<Channel, (payload: string) => void>>,
  missed: () => void,
): Promise<Notices> {
  let client: pg.Client | null = null
  let closed = false
  let retry: ReturnType<typeof setTimeout> | undefined

  async function open(withinMs = CONNECTING_MS): Promise<void> {
    const opening = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs, keepAlive: true })
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      client = null
      if (!closed) retry = setTimeout(() => void again(), AGAIN_MS)
    }
    opening.on('error', lose)
    opening.on('end', lose)
    opening.on('notification', ({ channel, payload }) => {
      if (isChannel(channel)) hear[channel](payload ?? '')
    })
    await opening.connect()
    for (const channel of Object.keys(hear)) await opening.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    client = opening
  }

  const isChannel = (name: string): name is Channel => Object.hasOwn(hear, name)

  async function again(): Promise<void> {
    try {
      await open()
      missed()
    } catch {
      clearTimeout(retry)
      if (!closed) retry = setTimeout(() => void again(), AGAIN_MS)
    }
  }

  await open(FIRST_CONNECTION_MS)
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}

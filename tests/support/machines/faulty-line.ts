/** A TCP proxy between server and PostgreSQL that can stall, cut connections, lose a commit, or lose only its answer. */
import { createServer, connect as dial, type Socket } from 'node:net'

export type FaultyLine = {
  /** The database's address through the proxy. */
  url: string
  /** Holds all bytes back, both ways, until `flow`. */
  stall(): void
  flow(): void
  /** Closes every connection. */
  cut(): void
  /** The next append of rows never reaches the database and its connection ends; resolves when that has happened. */
  loseNextCommit(): Promise<void>
  /** The next append is committed, and its connection ends before the answer is passed on. */
  loseNextAnswer(): Promise<void>
  /** The next append arrives, and nothing of its connection is passed on any more, as when the server stands still; neither end learns of it. */
  holdNextAnswer(): Promise<void>
  close(): Promise<void>
}

/** The names of the log's prepared INSERTs, as they appear on the wire. */
const SAVES = ['append\0', 'append-one\0']

export async function openFaultyLine(databaseUrl: string): Promise<FaultyLine> {
  const target = new URL(databaseUrl)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let isStalled = false
  let losing: { what: 'commit' | 'answer' | 'everything after'; done: () => void } | null = null

  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname)
    const pair = { near, far }
    pairs.add(pair)
    let answerIsLost = false
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', end).on('close', end)
    near.on('data', (chunk) => {
      const lost = losing
      if (!lost || !SAVES.some((name) => chunk.includes(name))) {
        if (!far.write(chunk)) wait(near, far)
        return
      }
      losing = null
      if (lost.what === 'commit') {
        end()
        lost.done()
        return
      }
      answerIsLost = true
      far.write(chunk)
      // PostgreSQL answers only once the rows are on disk.
      far.once('data', () => {
        if (lost.what === 'answer') end()
        lost.done()
      })
    })
    far.on('data', (chunk) => {
      if (!answerIsLost && !near.write(chunk)) wait(far, near)
    })
    if (isStalled) hold(pair)
  })

  function wait(from: Socket, to: Socket): void {
    from.pause()
    to.once('drain', () => {
      if (!isStalled) from.resume()
    })
  }
  const hold = ({ near, far }: { near: Socket; far: Socket }) => {
    near.pause()
    far.pause()
  }
  const lose = (what: 'commit' | 'answer' | 'everything after') =>
    new Promise<void>((done) => (losing = { what, done }))

  const cut = () => {
    for (const { near, far } of pairs) {
      near.destroy()
      far.destroy()
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  const url = new URL(target)
  url.port = String(address.port)
  url.hostname = '127.0.0.1'
  return {
    url: url.href,
    stall() {
      isStalled = true
      for (const pair of pairs) hold(pair)
    },
    flow() {
      isStalled = false
      for (const { near, far } of pairs) {
        near.resume()
        far.resume()
      }
    },
    cut,
    loseNextCommit: () => lose('commit'),
    loseNextAnswer: () => lose('answer'),
    holdNextAnswer: () => lose('everything after'),
    async close() {
      cut()
      await new Promise((done) => server.close(done))
    },
  }
}

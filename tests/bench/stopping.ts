/**
 * Pages of ten rooms on two built servers, of which one is told to stop while everybody speaks: how long after that each of its pages is
 * whole again on the other. A run in which a statement was lost or doubled is void.
 */

import { roomId as asRoom } from '#simulation/kernel/ids'
import { WatchedPage } from '../faults/journal-of-pages'
import { newWord } from '../faults/marked-words'
import { startEngine } from '../support/machines/engine'
import { freePort, startServer } from '../support/machines/server'
import { openBalancer } from '../support/machines/tcp-balancer'
import { type Figure, quantile } from './figures'
import { type Lesson, SECRET } from './lesson'
import { passed } from './processes'

const BEAT_MS = 500
const BEFORE_MS = 5000
const AFTER_MS = 10_000
const LAST_WHOLE_MS = 2500

export async function stopOneOfTwo(lesson: Lesson): Promise<Figure[]> {
  const engine = await startEngine()
  const ports = [await freePort(), await freePort()]
  const balancer = await openBalancer(ports)
  const env = { NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: balancer.url, REDIS_URL: engine.url, BACKUP_DIR: 'none' }
  const servers = await Promise.all(ports.map((port) => startServer({ databaseUrl: lesson.url, port, env })))
  const rooms = lesson.rooms.map((places) =>
    places.map(({ roomId, cookie }) => {
      const who = { cookie, sessionId: null }
      return new WatchedPage(asRoom.parse(roomId), who, { address: balancer.url, repeats: () => false })
    }),
  )
  const pages = rooms.flat()
  while (pages.some(({ link }) => link.view.connection.kind !== 'live')) await passed(10)
  let isOver = false
  const said = rooms.map((): string[] => [])
  const talk = rooms.map(async ([speaker], room) => {
    while (!isOver) {
      const word = newWord()
      const answer = await speaker?.submit(
        { type: 'makeStatement', text: `${word} is what we say.`, intent: 'point', answers: null, anchors: [] },
        word,
      )
      if (!answer?.ok) throw new Error(`A statement was refused: ${answer?.rejection}.`)
      said[room]?.push(word)
      await passed(BEAT_MS)
    }
  })
  await passed(BEFORE_MS)
  const at = Date.now()
  const code = await servers[0]?.end()
  await passed(AFTER_MS)
  isOver = true
  await Promise.all(talk)
  await passed(1000)
  const wholeMs = pages.flatMap(({ standings }) => {
    const gone = standings.findIndex((seen) => seen.at >= at && !seen.isLive)
    const back = gone < 0 ? undefined : standings.slice(gone).find(({ isLive }) => isLive)
    return gone < 0 ? [] : [(back?.at ?? Number.POSITIVE_INFINITY) - at]
  })
  const lost = rooms.flatMap((all, room) =>
    all.flatMap(({ heard }) => said[room]?.filter((word) => !heard.has(word)) ?? []),
  )
  const doubled = pages.flatMap(({ toldTwice }) => toldTwice)
  for (const { link } of pages) link.stop()
  for (const server of servers) await server.clear()
  await balancer.close()
  await engine.end()
  if (code !== 0 || lost.length + doubled.length > 0)
    throw new Error(`Void: ended with ${code}, ${lost.length} lost, ${doubled.length} doubled.`)
  const name = `${pages.length} pages, one of two servers told to stop`
  return [
    { name: `${name}: whole again, p50 of its ${wholeMs.length}`, ours: quantile(wholeMs, 0.5), unit: 'ms' },
    { name: `${name}: the last`, ours: Math.max(...wholeMs), unit: 'ms', most: LAST_WHOLE_MS },
  ]
}

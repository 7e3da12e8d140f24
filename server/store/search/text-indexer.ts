/**
 * Looks through what rooms have recorded since it last looked, and adds their words to the index. It works from what is committed,
 * a little at a time, beside the server's real work: nothing said in class ever waits for it. It knows no reader.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { evolve } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { searchableText } from '#simulation/reading/searchable-text'
import { openRoomLog } from '../log/room-log'
import { type IndexedText, readUnindexedRooms, saveTexts, type UnindexedRoom } from './room-text'

export type TextIndexer = {
  /** Looks once through everything that is committed by now. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

type ReportError = (what: string, error: unknown, where?: Record<string, string>) => void

/** Between two looks; a look that took long is given a longer rest, so that it never fills more than a twentieth of the time. */
const REST_MS = 1_000
const SHARE = 20
/** Rows read, folded and saved in one go; between two the server does other things. */
const ROWS = 200
/** A room that has been still for this many looks is forgotten, and folded anew when it speaks again. */
const FORGET_AFTER = 60
const MOST_KEPT = 200
/** A room whose log cannot be read is left alone this long. */
const REFUSED_MS = 10 * 60_000

type IndexPosition = { seq: number; state: RoomState | null; look: number }

export function openTextIndexer(url: string, complain: ReportError): TextIndexer {
  const log = openRoomLog(url, 0)
  const positions = new Map<RoomId, IndexPosition>()
  const refused = new Map<RoomId, number>()
  let looks = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<void> | null = null

  async function look(): Promise<void> {
    looks += 1
    for (const behind of await readUnindexedRooms()) {
      if (closed) return
      if ((refused.get(behind.roomId) ?? 0) > Date.now()) continue
      try {
        await follow(behind)
        refused.delete(behind.roomId)
      } catch (error) {
        // One record that cannot be read must not keep the others from being found.
        positions.delete(behind.roomId)
        refused.set(behind.roomId, Date.now() + REFUSED_MS)
        if (!closed) complain('the words of a room could not be looked through', error, { room: behind.roomId })
      }
    }
    forget()
  }

  /** Entry numbers count what came before, so the room is folded on from where the last look left it, or from its beginning. */
  async function follow({ roomId, reach, last }: UnindexedRoom): Promise<void> {
    const known = positions.get(roomId)
    // Somebody has emptied the index: what is remembered of the room lies beyond where it begins again.
    let { seq, state } = known && known.seq <= reach ? known : { seq: 0, state: null }
    while (seq < last && !closed) {
      const rows = await log.read(roomId, seq, ROWS)
      const end = rows.at(-1)
      if (!end) return
      const found = textsOf(state, rows)
      state = found.state
      seq = end.seq
      if (seq > reach)
        await saveTexts(
          roomId,
          seq,
          found.words.filter((words) => words.seq > reach),
          found.superseded,
        )
      positions.delete(roomId) // the one that spoke last stands last
      positions.set(roomId, { seq, state, look: looks })
      await nextTurn()
    }
  }

  function forget(): void {
    for (const [room, { look }] of positions)
      if (looks - look > FORGET_AFTER || positions.size > MOST_KEPT) positions.delete(room)
  }

  async function run(): Promise<void> {
    const begun = performance.now()
    try {
      await catchUp()
    } catch (error) {
      if (!closed) complain('the index of words could not look around', error)
    }
    if (!closed) timer = setTimeout(run, Math.max(REST_MS, (performance.now() - begun) * SHARE)).unref()
  }

  function catchUp(): Promise<void> {
    busy ??= look().finally(() => {
      busy = null
    })
    return busy
  }

  timer = setTimeout(run, 0).unref()
  return {
    async catchUp() {
      await busy
      await catchUp()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await busy?.catch(() => undefined)
      await log.close()
    },
  }
}

/** What was said in these rows, which follow on `before`: numbered as the record numbers it. */
export function textsOf(
  before: RoomState | null,
  rows: readonly Recorded[],
): { state: RoomState | null; words: readonly IndexedText[]; superseded: readonly string[] } {
  let state = before
  const words: IndexedText[] = []
  const superseded: string[] = []
  for (const row of rows) {
    state = evolve(state, row)
    const { seq, at, audience, event } = row
    const body = searchableText(event)
    if (body === null) continue
    const no = 'no' in event && event.no !== null ? event.no : String(state.record.length)
    words.push({ seq, no, at, audience, body })
    // What was sealed until a deadline stands in the open record once it is over.
    if (event.type === 'StatementPosted' && event.unseals !== null) superseded.push(event.unseals)
  }
  return { state, words, superseded }
}

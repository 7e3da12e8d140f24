/**
 * Adds new rows of the logs to the search index, in the background: every second it reads the committed rows it has not indexed, in small
 * steps with pauses between them, so that live rooms never wait for it. Texts are stored with their audience and filtered when searched.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { maskedLogSteps } from '#simulation/engine/masked-log'
import { evolve } from '#simulation/engine/room'
import type { RoomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { searchableText } from '#simulation/reading/record/searchable-text'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { inSlices } from '../../base/slices'
import { openRoomLog } from '../log/room-log'
import { type IndexedText, readUnindexedRooms, type Superseded, saveTexts, type UnindexedRoom } from './room-text'

type TextIndexer = {
  /** Indexes everything committed until now; tests call it instead of waiting for the next look. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

type ReportError = (what: string, error: unknown, where?: Record<string, string>) => void

/**
 * The pause between two looks. After a long look it is `SHARE` times that look's length, so that indexing takes a twentieth of the time; but
 * never longer than the end of the range, because a look is also long where a busy machine or a pooler kept it waiting, and words that a
 * search does not find for a minute look lost.
 */
const REST_MS = { least: 1_000, most: 5_000 }
const SHARE = 20
/** Rows read, folded and saved in one step; between two steps the event loop runs other work. */
const ROWS = 200
/** After this many looks without a new row a room's folded state is dropped; the next new row then costs folding the room from its start. */
const FORGET_AFTER = 60
const MOST_KEPT = 200
/** After a failure a room is not tried again for this long: each try would log the same error. */
const REFUSED_MS = 10 * MINUTE_MS

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
        // The loop goes on, so that one unreadable log does not stop the indexing of all other rooms.
        positions.delete(behind.roomId)
        refused.set(behind.roomId, Date.now() + REFUSED_MS)
        if (!closed) complain('the words of a room could not be looked through', error, { room: behind.roomId })
      }
    }
    forget()
  }

  /** Indexes the new rows of one room. An entry number counts the entries before it, so the room must be folded from where the last look stopped, or from its start. Where a row to come takes words off, the log is read as a whole. */
  async function follow({ roomId, reach, last, rewritten, isMasked }: UnindexedRoom): Promise<void> {
    const whole = isMasked ? (await inSlices(maskedLogSteps(await log.read(roomId)))).rows : null
    const known = positions.get(roomId)
    // If the index was emptied, `reach` is before the folded state: that state cannot number earlier entries, so folding starts again.
    let { seq, state } = known && known.seq <= reach && whole === null ? known : { seq: 0, state: null }
    while (seq < last && !closed) {
      const rows = whole?.slice(seq, seq + ROWS) ?? (await log.read(roomId, seq, ROWS))
      const end = rows.at(-1)
      if (!end) return
      const found = textsOf(state, rows)
      state = found.state
      seq = end.seq
      if (seq > reach)
        await saveTexts(
          roomId,
          seq,
          rewritten,
          found.words.filter((words) => words.seq > reach),
          found.superseded,
        )
      positions.delete(roomId) // deleted and set again, so that the Map keeps rooms in the order of their last rows
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
    const rest = Math.min(REST_MS.most, Math.max(REST_MS.least, (performance.now() - begun) * SHARE))
    if (!closed) timer = setTimeout(run, rest).unref()
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
    async stop() {
      closed = true
      clearTimeout(timer)
      await busy?.catch(() => undefined)
      await log.close()
    },
  }
}

/** The texts in these rows, which continue the folded `before`, with their entry numbers; and what was indexed under numbers whose words stand elsewhere, or otherwise, from a row on. */
function textsOf(
  before: RoomState | null,
  rows: readonly Recorded[],
): { state: RoomState | null; words: readonly IndexedText[]; superseded: readonly Superseded[] } {
  let state = before
  const words: IndexedText[] = []
  const superseded: Superseded[] = []
  for (const row of rows) {
    state = evolve(state, row)
    const { seq, at, audience, event } = row
    const body = searchableText(event)
    if (body === null) continue
    const no =
      event.type === 'StatementRevised'
        ? String(event.entry)
        : 'no' in event && event.no !== null
          ? event.no
          : String(state.record.length)
    words.push({ seq, no, at, audience, body })
    // A sealed post gets a public number at its deadline; without this it would be found twice.
    if (event.type === 'StatementPosted' && event.unseals !== null) superseded.push({ no: event.unseals, before: seq })
    // H17: a post is found by its newest words.
    if (event.type === 'PostRevised' || event.type === 'StatementRevised') superseded.push({ no, before: seq })
  }
  return { state, words, superseded }
}

/** Random stories through a live room on a real log: what is saved and sent equals what the rules alone produce. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Room } from '#server/live/room'
import { openRoomLog } from '#server/store/log/room-log'
import { maskedLog } from '#simulation/engine/masked-log'
import { commandId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { Ack } from '#simulation/wire/protocol'
import { useFreshDatabase } from '../../support/database'
import { patience } from '../../support/patience'
import { type Judged, Story } from '../../support/stories'
import { script, week } from '../../support/story-script'
import { HandTime } from './given-room'

const fresh = useFreshDatabase()

test('L10 a room in session saves, tells and reads back the story that its rules tell', {
  timeout: patience(120_000),
}, async () => {
  const log = openRoomLog(fresh.url())
  const seen = { rows: 0, refused: 0, saved: 0 }
  const scripts = fc.sample(fc.oneof(script(120), week(80)), { seed: 20_261_126, numRuns: 10 })
  for (const [number, told] of scripts.entries()) {
    const judged: Judged[] = []
    const story = new Story(told, { judged: (one) => judged.push(one) })
    const time = new HandTime(0)
    const heard: Recorded[] = []
    const id = roomId.parse(`story-${number}`)
    const room = await Room.load(id, log, time, (rows) => {
      heard.push(...rows)
      seen.saved += 1
    })
    const answers: (Ack | undefined)[] = []
    for (const [place, { command, moment }] of judged.entries()) {
      time.jumpTo(moment.at)
      const random = vi.spyOn(Math, 'random').mockReturnValue(moment.lot)
      room.submit(moment.by, commandId.parse(`story-${place + 1}-0`), command, (ack) => {
        answers[place] = ack
      })
      random.mockRestore()
      // Commands that arrive together are judged before the first of them is saved.
      if (place % 5 === number % 5) await room.settled()
    }
    await room.settled()
    for (const [place, { verdict }] of judged.entries()) {
      if (verdict.ok) expect(answers[place]).toMatchObject({ ok: true })
      else expect(answers[place]).toEqual(verdict)
      if (!verdict.ok) seen.refused += 1
    }
    // Words that their writer withdrew are in the log, and nowhere else.
    expect(room.rows).toEqual(maskedLog(story.rows).rows)
    expect(heard).toEqual(story.rows)
    expect(room.state).toEqual(maskedLog(story.rows).state)
    expect(await log.read(id)).toEqual(story.rows)
    seen.rows += story.rows.length
    await room.close()
  }
  await log.close()
  expect(seen.rows).toBeGreaterThan(500)
  expect(seen.refused).toBeGreaterThan(80)
  expect(seen.saved).toBeGreaterThan(100)
})

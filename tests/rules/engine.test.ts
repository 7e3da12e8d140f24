// The engine against stories applied command by command: the same rows, refusals and state.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, follow, type RoomAt, UNOPENED } from '#simulation/engine/advance'
import { maskedLog } from '#simulation/engine/masked-log'
import { NOTHING_TAKEN, takenWith } from '#simulation/engine/record-space'
import { commandId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { type Judged, Story } from '../support/stories/stories'
import { script, week } from '../support/stories/story-script'

test('random stories come out of the engine row by row as they are told', () => {
  const seen = { rows: 0, refused: 0, several: 0 }
  fc.assert(
    fc.property(fc.oneof(script(150), week(100)), (told) => {
      const judged: Judged[] = []
      const story = new Story(told, { judged: (one) => judged.push(one) })
      let room: RoomAt = UNOPENED
      const rows: Recorded[] = []
      for (const [place, { command, moment, verdict }] of judged.entries()) {
        const id = commandId.parse(`story-${place + 1}-0`)
        const came = advance(room, { ...moment, commandId: id, command })
        expect(came.ok).toBe(verdict.ok)
        if (!came.ok) {
          expect(came).toEqual(verdict)
          seen.refused += 1
          continue
        }
        if (came.rows.length > 1) seen.several += 1
        rows.push(...came.rows)
        room = came.after
      }
      expect(rows).toEqual(story.rows)
      const { log, taken, ...now } = room
      expect(taken).toEqual(takenWith(NOTHING_TAKEN, story.rows))
      expect(log.toArray()).toEqual(story.rows)
      expect(now).toEqual({ state: maskedLog(story.rows).state, seq: story.rows.length, at: story.rows.at(-1)?.at })
      // Rows from the log lead to the same state as commands.
      const half = Math.floor(rows.length / 2)
      expect(follow(follow(UNOPENED, rows.slice(0, half)), rows.slice(half))).toEqual(room)
      seen.rows += rows.length
    }),
    { seed: 20_261_126, numRuns: 35 },
  )
  expect(seen.rows).toBeGreaterThan(1500)
  expect(seen.refused).toBeGreaterThan(300)
  expect(seen.several).toBeGreaterThan(200)
})

test('what arrived before the last row is judged at its instant, because time never runs back', () => {
  const [sample] = fc.sample(script(40), { seed: 3, numRuns: 1 })
  const judged: Judged[] = []
  if (sample) new Story(sample, { judged: (one) => judged.push(one) })
  const [opening, next] = judged.filter(({ verdict }) => verdict.ok)
  if (!opening || !next) throw new Error('The story did not begin.')
  const id = (place: number) => commandId.parse(`story-${place}-0`)
  const opened = advance(UNOPENED, { ...opening.moment, commandId: id(1), command: opening.command })
  if (!opened.ok) throw new Error(opened.rejection)
  const late = { ...next.moment, at: opened.after.at - 5_000 }
  const came = advance(opened.after, { ...late, commandId: id(2), command: next.command })
  expect(came.ok && came.rows.map(({ at }) => at)).toEqual(came.ok && came.rows.map(() => opened.after.at))
})

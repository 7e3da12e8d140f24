// Laws of secrecy and replay for five, two and seven delegations, seminars and weeks. The other laws draw from all scenarios; here each
// number has its own run, so that none is missed by chance.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedLog } from '#simulation/engine/masked-log'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { isRedacted } from '#simulation/secrecy/visible-row'
import { written } from '../../support/files/written'
import type { Setting } from '../../support/machines/settings'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { type Script, script, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const PATIENCE = 180_000

const tokensIn = (value: unknown): Set<number> =>
  new Set([...JSON.stringify(value).matchAll(/§(\d+)§/g)].map(([, token]) => Number(token)))

function outcome<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

const TOLD: readonly (readonly [string, Setting, fc.Arbitrary<Script>, number])[] = [
  ['seminars of five', 'five-shores', script(220, true, 'five-shores'), 8],
  ['weeks of five', 'five-shores', week(200, 'five-shores'), 8],
  ['seminars of two', 'two', script(200, true, 'two'), 5],
  ['weeks of two', 'two', week(150, 'two'), 4],
  ['seminars of seven', 'seven', script(200, true, 'seven'), 5],
  ['weeks of seven', 'seven', week(150, 'seven'), 4],
  ['seminars of the least', 'least', script(200, true, 'least'), 4],
  ['weeks of the least', 'least', week(150, 'least'), 6],
]

test.each(TOLD)(
  'R4 R6 R10 %s: each viewer finds exactly what is theirs, replay equals memory, and the rules tell it again',
  (_name, setting, told, runs) => {
    const seen = { views: 0, found: 0, hidden: 0, redacted: 0, sides: new Set<string>() }
    fc.assert(
      fc.property(told, (script) => {
        expect(script.setting).toBe(setting)
        const story = storyOf(script)
        const { rows, book, state } = story
        for (const viewer of story.viewers()) {
          const view = viewOf(rows, viewer, book.unsealed)
          const [found, expected] = [tokensIn(view), book.toldTo(viewer)]
          const leaked = [...found].filter((token) => !expected.has(token))
          const missing = [...expected].filter((token) => !found.has(token))
          expect({ leaked, missing }, JSON.stringify(viewer)).toEqual({ leaked: [], missing: [] })
          seen.views += 1
          seen.found += found.size
          seen.hidden += book.secrets.length - found.size
          seen.redacted += view.filter(isRedacted).length
        }
        expect(written(maskedLog(rows).state)).toBe(written(state))
        expect(outcome(replayRecord(rows))).not.toHaveProperty('row')
        for (const stays of book.stays.values())
          for (const { seat } of stays) seen.sides.add(seat.slice(0, seat.indexOf('.')))
      }),
      { seed, numRuns: runs },
    )
    expect(seen.views).toBeGreaterThan(30)
    expect(seen.found).toBeGreaterThan(300)
    expect(seen.hidden).toBeGreaterThan(300)
    expect(seen.redacted).toBeGreaterThan(100)
    expect(seen.sides.size).toBeGreaterThanOrEqual(setting === 'two' || setting === 'least' ? 2 : 5)
  },
  PATIENCE,
)

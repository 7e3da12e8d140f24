// Laws of positions in rooms of the third edition, tried on random stories and judged from the log alone (O5, O7, O8, G1).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapLines } from '#simulation/reading/positions/gap-lines'
import type { Position } from '#simulation/shapes/positions'
import type { Recorded } from '#simulation/shapes/record'
import { patience } from '../support/patience'
import { storyOf } from '../support/stories/stories'
import { script, week } from '../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)

type Known = { head: Position | null; draft: Position | null }

/** What the log says of each position before each reveal: what its head filed last, and the delegation's newest draft. */
function known(rows: readonly Recorded[]): Map<string, Known> {
  const files = new Map<string, Known>()
  for (const { event } of rows) {
    if (event.type !== 'PositionFiled' && event.type !== 'PositionDrafted') continue
    const key = `${event.round}/${event.stage}/${event.delegation}`
    const file = files.get(key) ?? { head: null, draft: null }
    if (event.type === 'PositionDrafted') file.draft = event.position
    else if (event.cause === 'head') file.head = event.position
    files.set(key, file)
  }
  return files
}

test(
  'O5 O7 O8 G1 at every reveal every delegation stands somewhere, says truly how, is not revised after it, and the gap is known',
  () => {
    const seen = { filed: 0, draft: 0, brief: 0, held: 0, gaps: 0, weeks: 0 }
    const told = fc.oneof({ weight: 4, arbitrary: script(250) }, { weight: 1, arbitrary: week(200) })
    fc.assert(
      fc.property(told, (tale) => {
        const { rows, plan, state } = storyOf(tale)
        const openings = new Map<string, number>()
        const open = new Set<string>()
        for (const [index, { event, by }] of rows.entries()) {
          if (event.type === 'PositionFiled') {
            expect(open.has(`${event.round}/${event.stage}`), 'revised after its reveal').toBe(false)
            expect(event.cause === 'head').toBe(event.how === 'filed')
            if (event.how !== 'filed') expect(by === 'clock' || by.startsWith('chair:')).toBe(true)
          }
          if (event.type !== 'PositionsRevealed') continue
          open.add(`${event.round}/${event.stage}`)
          const files = known(rows.slice(0, index))
          expect(Object.keys(event.positions).sort()).toEqual(plan.delegations.map(({ id }) => id).sort())
          for (const { id } of plan.delegations) {
            const stands = event.positions[id]
            const file = files.get(`${event.round}/${event.stage}/${id}`) ?? { head: null, draft: null }
            const opened = openings.get(`${event.round}/${id}`)
            const how = file.head
              ? 'filed'
              : file.draft
                ? 'draft'
                : event.stage === 'closing' && opened !== undefined
                  ? 'held'
                  : 'brief'
            expect(stands?.how).toBe(how)
            if (how === 'filed') expect(stands?.position).toEqual(file.head)
            if (how === 'draft') expect(stands?.position).toEqual(file.draft)
            if (how === 'held') expect(stands?.position).toMatchObject({ value: opened, guesses: {} })
            if (event.stage === 'opening' && stands) openings.set(`${event.round}/${id}`, stands.position.value)
            seen[how] += 1
          }
        }
        for (const { round, gap, distances } of gapLines(state)) {
          if (!open.has(`${round}/opening`) && !open.has(`${round}/closing`)) continue
          expect([gap, ...Object.values(distances)]).not.toContain(null)
          seen.gaps += 1
        }
        if (plan.kind === 'homework') seen.weeks += 1
      }),
      { seed, numRuns: 50 * times, skipAllAfterTimeLimit: times * PATIENCE },
    )
    for (const how of ['filed', 'draft', 'brief', 'held'] as const) expect(seen[how], how).toBeGreaterThan(10)
    expect(seen.gaps).toBeGreaterThan(40)
    expect(seen.weeks).toBeGreaterThan(5)
  },
  times * PATIENCE,
)

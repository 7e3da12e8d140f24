/** L46: the least that an author writes is a scenario: it is checked, planned, played by understudies to its end, and read afterwards. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { chairActor } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { readScenarioFiles } from '#simulation/scenario/authoring/folder'
import { outline } from '#simulation/scenario/authoring/outline'
import { scenarioFrom } from '#simulation/scenario/authoring/outline-scenario'
import { checkScenario } from '#simulation/scenario/check'
import type { Scenario } from '#simulation/scenario/scenario'
import { patience } from '../../support/patience'
import { drawnOutline, LEAST } from '../../support/scenarios/least'

const STARTS_AT = Date.UTC(2026, 0, 12, 9, 0)

/** Plays the first seminar by understudies, and what its record comes to. */
function played(scenario: Scenario, seed = 7) {
  const agenda = scenario.agendas.find(({ kind }) => kind === 'seminar')
  const planned = planSeminar(scenario, defaultChoices(scenario, agenda?.key ?? '', seed))
  return { planned, ...rehearse(planned, scenario, STARTS_AT, chairActor('chair')) }
}

function outcome<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** How many fields somebody fills in. */
const fields = (part: unknown): number =>
  part !== null && typeof part === 'object' ? Object.values(part).reduce((sum, each) => sum + fields(each), 0) : 1

describe('L46 the least that an author writes', () => {
  test('is about forty fields, and a file that a server reads', () => {
    expect(fields(LEAST)).toBeLessThanOrEqual(40)
    const read = readScenarioFiles({ outline: LEAST })
    expect(read).toEqual({ ok: true, scenario: scenarioFrom(LEAST) })
    const [first] = LEAST.parties
    const wrong = {
      ...LEAST,
      parties: [first, { ...first, name: 'Weir' }],
      tensions: [{ ...LEAST.tensions[0], opens: [1, 1, 2] }],
    }
    expect(readScenarioFiles({ outline: wrong })).toEqual({
      ok: false,
      faults: [
        'outline.json, at tensions.0.opens: “The path” has 3 openings for 2 parties; each party has one.',
        'outline.json, at parties.1.mark: it is that of “Millford” too; each party has its own.',
        'outline.json, at parties.1.colour: it is that of “Millford” too; each party has its own.',
      ],
    })
    expect(readScenarioFiles({ outline: LEAST, glossary: [] })).toMatchObject({ ok: false })
  })

  test('is played to its end: positions are filed and revealed, nobody puts words into a mouth, and nothing is voted on', () => {
    const { state, rows, planned } = played(scenarioFrom(LEAST))
    expect(state.closedAt ?? state.unsealedAt).not.toBeNull()
    const kinds = planned.plan.phases.map(({ kind }) => kind)
    for (const kind of ['negotiation', 'ballot', 'ratification'] as const) expect(kinds).not.toContain(kind)
    expect(rows.filter(({ event }) => event.type === 'PositionFiled').length).toBeGreaterThan(0)
    expect(rows.filter(({ event }) => event.type === 'StatementMade')).toEqual([])
    expect(state.clauses).toEqual([])
    // What nobody wrote has no heading either.
    for (const brief of planned.briefs)
      for (const { lines } of brief.sections) {
        expect(lines.length).toBeGreaterThan(0)
        for (const { text } of lines) expect(text).not.toBe('')
      }
  })

  test('is so for every number of parties and tensions, in each language, whatever the words', {
    timeout: patience(120_000),
  }, () => {
    fc.assert(
      fc.property(drawnOutline, (drawn) => {
        const read = outline.parse(drawn)
        const scenario = scenarioFrom(read)
        expect(checkScenario(scenario)).toEqual([])
        const { rows } = played(scenario)
        expect(outcome(replayRecord(rows))).not.toHaveProperty('row')
      }),
      { numRuns: 60 },
    )
  })
})

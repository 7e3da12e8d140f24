// Parts that are taken out of a homework agenda (rule H26): what stays can be done, in order, and the debate is read to its end. That what it then
// asks can be met is a law of homework-promises.test.ts and where-done.test.ts, whose assignments leave parts out too.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opens, PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { agendaWithout, neededBy, partsOf, takenOut } from '#simulation/planning/homework-parts'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { paragraphs } from '#simulation/reading/log/transcript'
import { pairReadings } from '#simulation/reading/positions/debrief'
import { agendaFaults } from '#simulation/scenario/agenda-check'
import { HOMEWORK_AGENDAS } from '../../support/assignments'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

const scenario = chinaGap()
const DAY = 24 * 3_600_000
const agendas = HOMEWORK_AGENDAS.flatMap((key) =>
  [false, true].map((cases) => ({ key, cases, agenda: homeworkAgendaOf(scenario, key, cases) })),
)

test.each(agendas)('H26 of $key, cases $cases, every choice of parts leaves a sound agenda', ({ agenda }) => {
  const parts = partsOf(agenda)
  for (let bits = 0; bits < 2 ** parts.length; bits += 1) {
    const wanted = parts.filter((_, at) => (bits >> at) % 2 === 1)
    const gone = takenOut(agenda, wanted)
    const kept = parts.filter((kind) => !gone.includes(kind))
    // What was wanted and stays is needed by a part that stays; and nothing goes that nobody wanted gone.
    for (const kind of wanted) if (kept.includes(kind)) expect(neededBy(kept, kind)).not.toBeNull()
    expect(wanted).toEqual(expect.arrayContaining([...gone]))
    const left = agendaWithout(agenda, wanted)
    const kinds = left.phases.map(({ phase }) => phase)
    const place = (kind: (typeof kinds)[number]) => kinds.indexOf(kind)
    expect(place('debrief')).toBe(kinds.length - 1)
    expect(kinds.includes('reveal')).toBe(kinds.includes('caucus'))
    if (kinds.includes('floor')) expect(place('openings')).toBeGreaterThanOrEqual(0)
    if (kinds.includes('ballot')) expect(place('negotiation')).toBeGreaterThanOrEqual(0)
    if (kinds.includes('cases')) expect(place('caucus')).toBeGreaterThanOrEqual(0)
    expect(agendaFaults(scenario, left).filter((fault) => !fault.includes('it is due no later'))).toEqual([])
    if (wanted.length === 0) expect(left).toEqual(agenda)
  }
})

test('H26 the answers need their openings and the vote its text, and each goes with what needs it', () => {
  const agenda = homeworkAgendaOf(scenario, 'homework-week')
  const parts = partsOf(agenda)
  expect(neededBy(parts, 'openings')).toBe('floor')
  expect(neededBy(parts, 'negotiation')).toBe('ballot')
  expect(neededBy(parts, 'debrief')).toBe('record')
  expect(takenOut(agenda, ['openings', 'negotiation', 'debrief'])).toEqual([])
  expect(takenOut(agenda, ['openings', 'floor'])).toEqual(['openings', 'floor'])
  expect(agendaWithout(agenda, ['briefing', 'caucus']).phases.map(({ phase, dueDay }) => `${phase} ${dueDay}`)).toEqual(
    [...['openings 1', 'floor 3', 'negotiation 4', 'ballot 4', 'reflection 5', 'debrief 5']],
  )
})

test(
  'H26 understudies play whatever stays to its end, and the record is read',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...agendas), fc.subarray([...PHASE_KINDS]), ({ key, cases, agenda }, wanted) => {
        const without = takenOut(agenda, wanted)
        const left = agendaWithout(agenda, without)
        const planned = planHomework(scenario, {
          ...{ agendaKey: key, rounds: left.plays.slice(0, 3), chairs: { [US]: 2, [JP]: 2, [CN]: 2 }, observers: [] },
          ...{ seating: 'choose', understudies: true, seed: 7, lateHours: 0, postFirst: true, cases },
          without: [...without],
          phases: left.phases.map((_phase, index) => ({
            ...{
              opensAt: START + index * DAY,
              dueAt: START + (index + 1) * DAY - 3_600_000,
              requires: [],
              injects: [],
            },
          })),
        })
        const room = new Rehearsal(planned, scenario, START)
        room.run(START + (left.phases.length + 1) * DAY)
        const { plan, agenda: now, positions, issued } = room.state
        expect(now.index).toBe(left.phases.length - 1)
        const said = paragraphs(room.state).some(({ kind }) => kind === 'statement')
        expect(said || plan.phases.every(({ kind }) => kind !== 'openings')).toBe(true)
        const known = pairReadings(room.state).some(({ opening }) => opening !== null)
        expect(known).toBe(plan.phases.some(({ reveals }) => reveals !== null))
        const files = plan.phases.some((phase) => phase.files !== null)
        expect(Object.keys(positions).length > 0).toBe(files)
        expect(plan.communique.chips !== undefined).toBe(files)
        expect(issued !== null).toBe(plan.phases.some((phase) => opens(phase, 'votes')))
      }),
      { numRuns: 10 },
    )
  },
  patience(120_000),
)

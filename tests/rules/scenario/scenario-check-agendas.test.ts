// Each check of a scenario's agendas fires on a planted fault with a sentence naming the place; scenario-check.test.ts has the other parts.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaFaults } from '#simulation/scenario/agenda-check'
import { checkScenario } from '#simulation/scenario/check'
import type { Scenario } from '#simulation/scenario/scenario'
import { chinaGap } from '../../support/stories/china-gap'
import { change, found, homework, phase, round, seminar } from '../../support/stories/scenario-parts'
import { CN, US } from '../../support/stories/sides'

describe('a fault planted in an agenda is found, and the sentence names where', () => {
  const faults: readonly (readonly [string, (draft: Scenario) => void])[] = [
    [
      'Agendas: none is of the kind seminar; one has to be.',
      (draft) => change(draft, { agendas: draft.agendas.filter(({ kind }) => kind === 'homework') }),
    ],
    [
      'Agendas: none is of the kind homework; one has to be.',
      (draft) => change(draft, { agendas: draft.agendas.filter(({ kind }) => kind === 'seminar') }),
    ],
    [
      'Agenda seminar-90: it plays weather, which is no tension.',
      (draft) => seminar(draft, 'seminar-90').plays.push('weather'),
    ],
    [
      'Agenda seminar-50: weather is no clause of the communiqué.',
      (draft) => seminar(draft, 'seminar-50').clauses.push('weather'),
    ],
    [
      'Agenda seminar-90: it negotiates the clause restraint, but neither plays nor folds in its tension restraint.',
      (draft) => seminar(draft, 'seminar-90').clauses.push('restraint'),
    ],
    [
      'Agenda seminar-90: its phases last 5401 seconds, but the whole says 5400.',
      (draft) => change(phase(draft, 'approach', 'reveal'), { seconds: 61 }),
    ],
    [
      'Agenda seminar-90: its rounds are approach, deterrence, interdependence, regional-order, but it plays approach, deterrence, interdependence.',
      (draft) => seminar(draft, 'seminar-90').plays.pop(),
    ],
    [
      'Agenda seminar-90, round approach: it folds in weather, which is no tension.',
      (draft) => round(draft, 'approach').folded.push('weather'),
    ],
    [
      'Agenda seminar-90, round approach: deterrence is folded in and also played.',
      (draft) => round(draft, 'approach').folded.push('deterrence'),
    ],
    [
      'Agenda seminar-90, round approach, floor: there is no inject weather.',
      (draft) => change(phase(draft, 'approach', 'floor'), { inject: { key: 'weather', atSeconds: 10 } }),
    ],
    [
      'Agenda seminar-90, round approach, floor: tax-leak comes at 400 seconds, after the phase has ended.',
      (draft) => change(phase(draft, 'approach', 'floor'), { inject: { key: 'tax-leak', atSeconds: 400 } }),
    ],
    [
      'Agenda seminar-90, round deterrence, floor: the folded question comes at 500 seconds, after the phase has ended.',
      (draft) => change(phase(draft, 'deterrence', 'floor'), { foldAtSeconds: 500 }),
    ],
    [
      'Agenda seminar-90, round approach, openings: 3 speakers of 121 seconds do not fit into 360.',
      (draft) => change(phase(draft, 'approach', 'openings'), { speakingSeconds: 121 }),
    ],
    [
      'Agenda seminar-90: its first caucus files 2 positions; it has time for one.',
      (draft) => round(draft, 'deterrence').phases.shift(),
    ],
    [
      'Agenda homework-week, floor from day 4: it is due on day 3, before it begins.',
      (draft) => change(found(homework(draft).phases[4], 'fifth phase'), { dueDay: 3 }),
    ],
    [
      'Agenda homework-week, openings from day 3: it is due no later than reveal, the part before it.',
      (draft) => change(found(homework(draft).phases[3], 'fourth phase'), { dueTime: '08:00' }),
    ],
    [
      'Agenda homework-week, debrief from day 7: it is due on day 8, after the last day, 7.',
      (draft) => change(found(homework(draft).phases[8], 'ninth phase'), { dueDay: 8 }),
    ],
    [
      'Agenda homework-week, floor from day 4: there is no inject weather.',
      (draft) =>
        found(homework(draft).phases[4], 'fifth phase').injects.push({ key: 'weather', day: 4, time: '08:00' }),
    ],
    [
      'Agenda homework-week, floor from day 4: earthquake comes on day 6, outside the phase.',
      (draft) =>
        found(homework(draft).phases[4], 'fifth phase').injects.push({ key: 'earthquake', day: 6, time: '08:00' }),
    ],
    [
      'Speaking order of round 2: us, us, cn does not name each delegation once.',
      (draft) => draft.speakingOrder.rounds.splice(1, 1, [US, US, CN]),
    ],
  ]
  test.each(faults)('%s', (sentence, plant) => {
    const draft = structuredClone(chinaGap())
    plant(draft)
    expect(checkScenario(draft)).toContain(sentence)
  })
})

/** What the phases of the ninety minutes ask of one student, in seconds, added up by hand; the others ask for none. */
function needOf(block: string, phase: string, place: number): number {
  switch (phase) {
    case 'briefing':
      return 4 * 12 + 4 * 18 + 100 + 15
    case 'caucus':
      return block === 'start' || (place === 0 && block !== 'framing') ? 70 + 2 * 5 : 40
    case 'ballot':
      return 5 * 15
    case 'ratification':
      return 75
    case 'reflection':
      return 4 * 12 + 4 * 18 + 3 * 60
    default:
      return 0
  }
}

// L41
test('a phase is refused if and only if what it asks for is more than its time, with the sum', () => {
  const whole = chinaGap()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 28, maxLength: 28 }), (lengths) => {
      const draft = { ...whole, agendas: [structuredClone(seminar(whole, 'seminar-90'))] }
      const agenda = seminar(draft, 'seminar-90')
      const expected: string[] = []
      let at = 0
      for (const block of agenda.blocks)
        for (const [place, each] of block.phases.entries()) {
          each.seconds = lengths[at++] ?? 1
          const name = block.block === 'round' ? block.tension : block.block
          const need = needOf(name, each.phase, place)
          const where = `${block.block === 'round' ? 'round ' : ''}${name}, ${each.phase}`
          if (need > each.seconds)
            expected.push(
              `Agenda seminar-90, ${where}: it asks for ${need} seconds of work, but lasts ${each.seconds}.`,
            )
        }
      expect(at).toBe(28)
      expect(agendaFaults(draft, agenda).filter((fault) => fault.includes('seconds of work'))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

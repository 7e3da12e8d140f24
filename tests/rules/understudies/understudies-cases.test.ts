// Understudies while sides ask each other (rule U18): among themselves, and with one student who asks them, says their case and is scored.
import { expect, test, vi } from 'vitest'
import { Rehearsal, rehearse } from '#simulation/bots/rehearsal'
import { wordCount } from '#simulation/kernel/gaps'
import { actorId, type DelegationId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { CASE_WORDS, caseOf, othersOf } from '#simulation/questions/cases'
import { caseRows } from '#simulation/reading/positions/cases'
import { roomCommand } from '#simulation/shapes/room-command'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { smallSeminar, type Written } from '../../support/cast'
import { START } from '../../support/given'
import { scenarioIn, seminarsIn } from '../../support/machines/settings'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

const chair = actorId.parse('chair:vera')
vi.setConfig({ testTimeout: patience(60_000) })

/** For each two sides how far they came: asked, answered, guessed, said, scored. */
const steps = (state: RoomState) =>
  caseRows(state).map(({ question, answer, guess, stated, score }) =>
    [question, answer, guess, stated, score].map((one) => (one === null ? '-' : '+')).join(''),
  )

test('U18 U3 among themselves they ask, answer, guess, say and score all of it within the phase, and in the same way each time', () => {
  const played = () => rehearse(smallSeminar({ understudies: true, cases: true }), chinaGap(), START, chair)
  const { state, rows } = played()
  expect(steps(state)).toEqual(Array.from({ length: 6 }, () => '+++++'))
  for (const { stated } of caseRows(state)) expect(wordCount(stated?.text ?? '')).toBeLessThanOrEqual(CASE_WORDS)
  expect(caseRows(played().state)).toEqual(caseRows(state))
  // What they say for a side that side has said itself in public.
  const said = (of: DelegationId) =>
    rows.flatMap(({ event }) =>
      event.type === 'PositionsRevealed' && event.stage === 'opening' ? [event.positions[of]?.position.text ?? ''] : [],
    )
  for (const { of, stated } of caseRows(state)) expect(said(of).join(' ')).toContain(stated?.text ?? '?')
})

test.each(['five-shores', 'two', 'seven'] as const)(
  'U18 R15 in the setting %s nothing they do is refused',
  (setting) => {
    const scenario = scenarioIn(setting)
    const planned = planSeminar(scenario, { ...defaultChoices(scenario, seminarsIn(setting)[0] ?? '', 7), cases: true })
    const { state } = rehearse(planned, scenario, START, chair)
    const sides = planned.plan.delegations.length
    expect(steps(state)).toHaveLength(
      planned.plan.phases.some(({ kind }) => kind === 'cases') ? sides * (sides - 1) : 0,
    )
  },
)

test('U18 U1 a lone student is asked, answered and scored, and nothing is done for them', () => {
  const room = new Rehearsal(smallSeminar({ understudies: true, cases: true }), chinaGap(), START)
  const student = actorId.parse('p:mei')
  const does = (command: Written) => room.submit(student, roomCommand.parse(command))
  does({ type: 'takeSeat', seat: 'jp.pm' })
  room.submit(chair, { type: 'startPhase', index: 0 })
  while (!opensNow(room.state, 'asksSides')) room.run(room.now + 10_000)
  for (const side of othersOf(room.state.plan, JP)) {
    does({ type: 'makeStatement', intent: 'question', to: side, text: 'Who pays?', answers: null, anchors: [] })
    does({ type: 'guessAgain', of: side, value: 1 })
    does({ type: 'stateCase', of: side, text: 'They fear being alone with a neighbour that grows.' })
  }
  room.run(room.now + 300_000)
  for (const side of [US, CN]) {
    expect(caseOf(room.state, JP, side).score?.missing).toBeTruthy()
    expect(caseOf(room.state, side, JP)).toMatchObject({ answer: null, score: null })
    expect(caseOf(room.state, side, JP).stated).not.toBeNull()
  }
  // Whoever has no line for it says so, which answers the question here.
  expect([US, CN].map((side) => caseOf(room.state, JP, side).answer).filter((answer) => answer !== null)).not.toEqual(
    [],
  )
})

test('U18 a week of homework has their questions, cases and scores too', () => {
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week', true)
  const HOUR = 3_600_000
  const planned = planHomework(chinaGap(), {
    ...{ agendaKey: 'homework-week', rounds: ['framing', 'deterrence'], chairs: { [US]: 2, [JP]: 2, [CN]: 2 } },
    ...{ observers: [], seating: 'choose', understudies: true, seed: 7, lateHours: 24, postFirst: false, cases: true },
    phases: agenda.phases.map(({ requires }, index) => ({
      ...{ opensAt: START + index * 24 * HOUR, dueAt: START + index * 24 * HOUR + 20 * HOUR, injects: [] },
      requires: [...requires],
    })),
  })
  const room = new Rehearsal(planned, chinaGap(), START)
  room.run(START + agenda.phases.length * 24 * HOUR)
  expect(steps(room.state).map((done) => done.replace(/^(.)./, '$1'))).toEqual(Array.from({ length: 6 }, () => '++++'))
})

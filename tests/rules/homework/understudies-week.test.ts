// A week of understudies (rule U15): who opens, and that they ask, offer, take and answer each other over the days.
import { expect, test, vi } from 'vitest'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { actorId, type DelegationId, personOfActor, tensionKey } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import type { Line } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

vi.setConfig({ testTimeout: patience(120_000) })

const DAY = 24 * 3_600_000
const STUDENT = actorId.parse('p:student')
const AGENDA = homeworkAgendaOf(chinaGap(), 'homework-week')
const FLOOR = AGENDA.phases.findIndex(({ phase }) => phase === 'floor')

function week(seed: number): Rehearsal {
  const planned = planHomework(chinaGap(), {
    agendaKey: 'homework-week',
    rounds: ['framing', 'deterrence', 'interdependence', 'guardrails', 'regional-order'].map((key) =>
      tensionKey.parse(key),
    ),
    chairs: { [US]: 6, [JP]: 6, [CN]: 6 },
    observers: [],
    seating: 'choose',
    understudies: true,
    seed,
    lateHours: 0,
    postFirst: false,
    phases: AGENDA.phases.map((_phase, index) => ({
      opensAt: START + index * DAY,
      dueAt: START + (index + 1) * DAY - 3_600_000,
      requires: [],
      injects: [],
    })),
  })
  return new Rehearsal(planned, chinaGap(), START)
}

type Post = { line: Line | undefined; seat: string; side: DelegationId | null; text: string; answers: number | null }

const lines = new Map(chinaGap().lines.map((line) => [line.text, line]))
const postsIn = ({ record, seats }: RoomState, phase: number): readonly Post[] =>
  record.toArray().flatMap(({ by, event }): Post[] => {
    if (event.type !== 'StatementPosted' || event.phase !== phase || personOfActor(by) !== null) return []
    const { seat, text, answers } = event
    return [{ line: lines.get(text), seat, side: seats[seat]?.delegation ?? null, text, answers }]
  })

test('U15 every opening of a week is its own office’s, and over the days each side asks, offers, takes and answers', () => {
  for (let seed = 0; seed < 2; seed += 1) {
    const room = week(910_000 + seed)
    room.run(START + AGENDA.phases.length * DAY)
    const openings = postsIn(room.state, FLOOR - 1)
    expect(openings.length).toBe(15)
    for (const { line, seat } of openings) expect(line).toMatchObject({ kind: 'opening', seat })
    const debate = postsIn(room.state, FLOOR)
    for (const { line, seat } of debate) expect(line?.seat).toBe(seat)
    const kinds = (side: DelegationId) =>
      new Set(debate.flatMap((one) => (one.side === side && one.line ? one.line.kind : [])))
    for (const side of [US, JP, CN]) {
      expect([...kinds(side)]).toEqual(expect.arrayContaining(['question', 'answer', 'reply']))
      expect(kinds(side).has('concession') || kinds(side).has('taking')).toBe(true)
    }
    const asked = debate.filter(({ line }) => line?.kind === 'question')
    const replied = asked.filter(({ line }) =>
      debate.some((other) => other.line?.kind === 'reply' && other.line.answers === line?.id),
    )
    expect(asked.length).toBeGreaterThanOrEqual(6)
    expect(replied.length / asked.length).toBeGreaterThanOrEqual(0.6)
    expect(new Set(debate.map(({ text }) => text)).size).toBe(debate.length)
  }
})

test('U15 a person’s question in a week is answered within hours, by whom it is put to', () => {
  const room = week(7)
  room.submit(STUDENT, {
    type: 'takeSeat',
    seat: room.state.plan.seats.find(({ id }) => id === 'us.trade')?.id ?? null,
  })
  const asks = START + FLOOR * DAY + 20 * 3_600_000
  room.run(asks)
  const done = room.submit(STUDENT, {
    type: 'postStatement',
    phase: FLOOR,
    round: tensionKey.parse('deterrence'),
    ...{
      text: 'Which taxes will pay for the missiles of Japan?',
      intent: 'question',
      answers: null,
      to: JP,
      anchors: [],
    },
  })
  expect(done).toMatchObject({ ok: true })
  const no = room.state.record.length
  room.run(asks + 3 * 3_600_000)
  const answers = postsIn(room.state, FLOOR).filter((post) => post.answers === no)
  expect(answers).toMatchObject([{ side: JP, seat: 'jp.finance' }])
})

// What a class hears when understudies debate (rules U7 to U9), over seeds for which no line was written or weighed.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Rehearsal, rehearse } from '#simulation/bots/rehearsal'
import { actorId, anchor, type DelegationId, personOfActor, tensionKey } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { gapByRound } from '#simulation/reading/log/gap'
import { roundFinding } from '#simulation/reading/positions/findings'
import { closestRounds } from '#simulation/reading/record/proofs'
import type { Line } from '#simulation/scenario/scenario'
import type { Entry, RoomState } from '#simulation/state/room-state'
import { opensNow, phaseNow } from '#simulation/state/room-state'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'

vi.setConfig({ testTimeout: patience(120_000), hookTimeout: patience(240_000) })

const CHAIR = actorId.parse('chair:vera')
const FIRST_SEED = 700_000
const SEMINARS = 8

type SpokenStatement = { line: Line; entry: Entry; seat: string; side: DelegationId; answers: number | null }
type Heard = {
  state: RoomState
  said: readonly SpokenStatement[]
  filed: readonly { line: Line | undefined; text: string; value: number; of: string; stage: string }[]
}

const lines = new Map(chinaGap().lines.map((line) => [line.text, line]))

function saidIn(state: RoomState): SpokenStatement[] {
  return state.record.toArray().flatMap((entry): SpokenStatement[] => {
    const { event } = entry
    if (event.type !== 'StatementMade') return []
    const line = lines.get(event.text)
    const side = state.seats[event.seat]?.delegation
    return line && side ? [{ line, entry, seat: event.seat, side, answers: event.answers }] : []
  })
}

describe('seminars of understudies', () => {
  const heard: Heard[] = []
  const count = (of: (one: Heard) => number) => heard.reduce((sum, one) => sum + of(one), 0)
  const all = () => heard.flatMap(({ said }) => said)

  beforeAll(() => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEMINARS; seed += 1) {
      const planned = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', seed))
      const { rows, state } = rehearse(planned, chinaGap(), START, CHAIR)
      const filed = rows.flatMap(({ event }) => {
        if (event.type !== 'PositionFiled') return []
        const { text, value } = event.position
        return [{ line: lines.get(text), text, value, of: `${event.delegation} ${event.round}`, stage: event.stage }]
      })
      heard.push({ state, said: saidIn(state), filed })
    }
  })

  test('U7 at least nine lines in ten come from the office they were written for', () => {
    const own = all().filter(({ line, seat }) => line.seat === seat).length
    expect(own / all().length).toBeGreaterThanOrEqual(0.9)
    expect(all().length / SEMINARS).toBeGreaterThan(60)
    const opened = all().filter(({ line }) => line.kind === 'opening')
    expect(opened.every(({ line, seat }) => line.seat === seat)).toBe(true)
    // Not the same three speeches in every room.
    expect(new Set(opened.map(({ line }) => line.id)).size).toBeGreaterThan(18)
  })

  test('U8 each side answers each other one at least four times in every seminar', () => {
    const sides = chinaGap().delegations.map(({ id }) => id)
    for (const { said, state } of heard)
      for (const by of sides)
        for (const of of sides.filter((side) => side !== by)) {
          const answers = said.filter((one) => {
            const to = one.answers === null ? undefined : state.record.at(one.answers - 1)?.event
            return one.side === by && to?.type === 'StatementMade' && state.seats[to.seat]?.delegation === of
          })
          expect(answers.length, `${by} answers ${of}`).toBeGreaterThanOrEqual(4)
        }
  })

  test('U8 at least six questions in ten are answered by whom they are put to', () => {
    const questions = (one: Heard) => one.said.filter(({ line }) => line.kind === 'question')
    const answered = (one: Heard) =>
      questions(one).filter(({ entry, line }) =>
        one.said.some(
          ({ answers, side }) => answers === Number(entry.no) && line.kind === 'question' && side === line.to,
        ),
      )
    const asked = count((one) => questions(one).length)
    expect(asked).toBeGreaterThan(SEMINARS)
    expect(count((one) => answered(one).length) / asked).toBeGreaterThanOrEqual(0.6)
  })

  test('at least one hundred and fifty lines are said in the agenda that is chosen first, none of them twice in a seminar', () => {
    for (const { said } of heard) expect(new Set(said.map(({ line }) => line.id)).size).toBe(said.length)
    expect(new Set(all().map(({ line }) => line.id)).size).toBeGreaterThanOrEqual(150)
  })

  test('U9 no delegation makes two offers that lead opposite ways', () => {
    const from = (line: Line) =>
      chinaGap().delegations.find(({ id }) => id === line.delegation)?.openings[line.tension]?.value ?? 0
    let pairs = 0
    for (const { said } of heard) {
      const ways = new Map<string, Set<number>>()
      for (const { line } of said) {
        if (line.kind !== 'concession') continue
        const key = `${line.delegation} ${line.tension}`
        pairs += ways.has(key) ? 1 : 0
        ways.set(key, (ways.get(key) ?? new Set()).add(Math.sign(line.stance - from(line))))
      }
      for (const [key, signs] of ways) expect(signs.size, key).toBe(1)
    }
    expect(pairs, 'second offers').toBeGreaterThan(SEMINARS / 3)
  })

  test('U10 a position is in words that argue for its value, its opener says others, and it closes in others', () => {
    let seen = 0
    for (const { filed, said } of heard) {
      const stages = (stage: string) =>
        filed.filter((one) => one.stage === stage).map(({ of, text }) => `${of}: ${text}`)
      const opened = new Set(stages('opening'))
      expect(stages('closing').filter((one) => opened.has(one))).toEqual([])
      expect(opened.size).toBe(stages('closing').length)
      const openings = new Set(said.flatMap(({ line }) => (line.kind === 'opening' ? [line.text] : [])))
      for (const { line, text, value } of filed) {
        expect(openings.has(text), text).toBe(false)
        if (!line) continue
        expect(Math.abs(line.stance - value), line.id).toBeLessThan(1)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(SEMINARS)
  })

  test('whatever the seed, the round that the first page shows puts no ally nearer the third capital', () => {
    for (const { state } of heard) {
      const shown = gapByRound(state).find(({ round }) => round === closestRounds(state)?.at[0])
      expect(shown && roundFinding(state.plan, shown.values).kind).toMatch(/^(together|apart)$/)
    }
  })

  test('news is spoken of by each side', () => {
    const reactions = all().filter(({ line }) => line.kind === 'reaction')
    expect(new Set(reactions.map(({ line }) => `${line.delegation}`)).size).toBe(3)
    expect(reactions.length / SEMINARS).toBeGreaterThan(6)
  })
})

/** What a student at Japan's economy ministry argues, in their own words: written without looking at any line. */
const ARGUMENTS: Readonly<
  Record<string, readonly { text: string; anchors: readonly string[]; intent?: 'question' }[]>
> = {
  framing: [
    {
      text: 'If we call it democracy against autocracy we lose India and most of ASEAN, who do not want a label.',
      anchors: ['E5.1'],
    },
    {
      text: 'I think values matter but trade with China keeps our economy alive, so judge countries by conduct.',
      anchors: ['E2.1', 'E2.2'],
    },
    {
      text: 'How would you explain the slogan to a factory owner whose customers are all in Shanghai?',
      anchors: [],
      intent: 'question',
    },
  ],
  deterrence: [
    {
      text: 'The defence budget doubles while public debt is the highest in the rich world. Who pays for it?',
      anchors: ['E3.1'],
      intent: 'question',
    },
    {
      text: 'Counterstrike missiles only help if people believe that we would answer an attack and never start one.',
      anchors: ['E3.1', 'E3.3'],
    },
    {
      text: 'China has so many missiles that we have to build something, even if it costs more taxes.',
      anchors: ['E3.2'],
    },
  ],
  interdependence: [
    {
      text: 'Controls on chips should be few. Our companies need Chinese customers to grow at all.',
      anchors: ['E2.2', 'E4.5'],
    },
    {
      text: 'After the gallium licences we cannot rely on a single supplier for critical minerals any more.',
      anchors: ['E4.5'],
    },
    {
      text: 'Would you agree to tell each other before any new export control is announced?',
      anchors: ['E4.5'],
      intent: 'question',
    },
  ],
  guardrails: [
    {
      text: 'A collision nobody wants would close our factories, so keep the crisis line open even in bad weeks.',
      anchors: ['E1.3'],
    },
    {
      text: 'Visits by ministers should become regular meetings, because habits survive the next quarrel.',
      anchors: ['E5.2'],
    },
  ],
}

test('U8 a student who argues alone is answered in at least three statements of four', () => {
  const student = actorId.parse('p:student')
  let made = 0
  let answered = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + 2; seed += 1) {
    const room = new Rehearsal(
      planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', seed)),
      chinaGap(),
      START,
    )
    const seat = room.state.plan.seats.find(({ id }) => id === 'jp.meti')
    if (!seat) throw new Error('There is no such seat')
    room.submit(student, { type: 'takeSeat', seat: seat.id })
    room.submit(CHAIR, { type: 'startPhase', index: 0 })
    const left = new Map(Object.entries(ARGUMENTS).map(([round, says]) => [tensionKey.parse(round), [...says]]))
    while (room.state.agenda.status !== 'finished') {
      room.run(room.now + 5_000)
      const round = phaseNow(room.state)?.round
      const next = round ? left.get(round) : undefined
      if (!next?.[0] || !opensNow(room.state, 'floor')) continue
      const { holder, hands } = room.state.floor
      if (holder?.seat === seat.id) {
        const { text, anchors, intent = 'point' } = next[0]
        const done = room.submit(student, {
          type: 'makeStatement',
          ...{ text, intent, answers: null },
          anchors: anchors.map((one) => anchor.parse(one)),
        })
        if (done.ok) next.shift()
        room.submit(student, { type: 'yieldFloor', to: null })
      } else if (hands.every((hand) => hand.seat !== seat.id) && phaseNow(room.state)?.kind !== 'openings')
        room.submit(student, { type: 'askForFloor', intent: next[0].intent ?? 'point', answers: null })
    }
    const record = room.state.record.toArray()
    for (const { no, by, event } of record) {
      if (event.type !== 'StatementMade' || personOfActor(by) === null) continue
      made += 1
      answered += record.some(
        (other) =>
          other.event.type === 'StatementMade' &&
          other.event.answers === Number(no) &&
          personOfActor(other.by) === null,
      )
        ? 1
        : 0
    }
  }
  expect(made).toBeGreaterThan(10)
  // Two of the sentences make a claim that an earlier one made, and no answer is said twice.
  expect(answered / made).toBeGreaterThanOrEqual(0.75)
})

// What understudies say to people (rules U8, U11 to U14): over seeds, a person at a table of understudies makes the scenario's claims in one
// of their wordings, asks, offers, errs, and says things that nobody was prepared for.
import { describe, expect, test, vi } from 'vitest'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { actorId, type DelegationId, personOfActor, type TensionKey } from '#simulation/kernel/ids'
import { lot } from '#simulation/kernel/seeded-random'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import type { Claim, Scenario } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'
import { phaseNow } from '#simulation/state/room-state'
import { START } from '../../support/given'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { hearAnswers } from '../../support/stories/hear-answers'
import { CN, JP, US } from '../../support/stories/sides'

vi.setConfig({ testTimeout: patience(240_000) })

const CHAIR = actorId.parse('chair:vera')
const STUDENT = actorId.parse('p:student')
const SEEDS = 4
/** Between two statements of a person who lets others answer. */
const A_WHILE = 45_000

type Saying = { no: number; claim: Claim | null; to: DelegationId | null; own: DelegationId }
type Answer = { side: DelegationId; seat: string; text: string; to: number | null }

/** A seminar in which somebody sits in a drawn seat and says in each debate what the seed draws. */
function debated(seed: number, scenario: Scenario): { said: readonly Saying[]; state: RoomState } {
  const room = new Rehearsal(planSeminar(scenario, defaultChoices(scenario, 'seminar-90', seed)), scenario, START)
  const drawn = <One>(of: readonly One[], ...labels: (string | number)[]): One | undefined =>
    of[Math.floor(lot(seed, ...labels) * of.length)]
  const seat = drawn(
    room.state.plan.seats.filter(({ delegation }) => delegation !== null),
    'seat',
  )
  if (!seat?.delegation) throw new Error('There is no seat.')
  const own = seat.delegation
  room.submit(STUDENT, { type: 'takeSeat', seat: seat.id })
  room.submit(CHAIR, { type: 'startPhase', index: 0 })
  const said: Saying[] = []
  let rests = 0
  while (room.state.agenda.status !== 'finished') {
    const phase = phaseNow(room.state)
    const debates = room.state.agenda.status === 'running' && phase?.kind === 'floor'
    if (room.state.agenda.status === 'between')
      room.submit(CHAIR, { type: 'startPhase', index: room.state.agenda.index + 1 })
    else if (!debates) room.submit(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    else room.run(room.now + 5_000)
    if (!debates || !phase.round) continue
    const { holder, hands } = room.state.floor
    if (holder?.seat === seat.id) {
      const turn = said.length
      const claim = turn % 4 === 3 ? null : (drawn(claimsOf(scenario, phase.round, own), 'claim', turn) ?? null)
      const text = claim ? (drawn(claim.says, 'says', turn) ?? '') : 'Pistachio ice tastes better beside a lighthouse.'
      const to =
        drawn(
          [null, US, JP, CN].filter((side) => side !== own),
          'to',
          turn,
        ) ?? null
      const put = to === null ? ({ intent: 'point' } as const) : ({ intent: 'question', to } as const)
      const done = room.submit(STUDENT, { type: 'makeStatement', text, answers: null, ...put, anchors: [] })
      if (done.ok) said.push({ no: room.state.record.length, claim, to, own })
      room.submit(STUDENT, { type: 'yieldFloor', to: null })
      rests = room.now + A_WHILE
      // Nobody can answer once the debate is over.
    } else if (room.now > rests && (room.state.clock?.endsAt ?? 0) - room.now > 2 * A_WHILE && hands.length === 0)
      room.submit(STUDENT, { type: 'askForFloor', intent: 'point', answers: null })
  }
  return { said, state: room.state }
}

const claimsOf = ({ claims = [] }: Scenario, round: TensionKey, own: DelegationId) =>
  claims.filter(({ tension, answers }) => tension === round && answers.some(({ to }) => to.includes(own)))

/** What understudies said, oldest first. */
const answersIn = ({ record, seats }: RoomState): readonly Answer[] =>
  record.toArray().flatMap(({ by, event }): Answer[] => {
    const side = event.type === 'StatementMade' ? seats[event.seat]?.delegation : null
    if (event.type !== 'StatementMade' || !side || personOfActor(by) !== null) return []
    return [{ side, seat: event.seat, text: event.text, to: event.answers }]
  })

describe('a person among understudies', () => {
  const scenario = chinaGap()
  const debates = Array.from({ length: SEEDS }, (_, seed) => debated(880_000 + seed, scenario))
  const said = debates.flatMap(({ said: all, state }) => all.map((one) => ({ ...one, answers: answersIn(state) })))
  const linked = said.flatMap((one) =>
    one.answers.filter(({ to }) => to === one.no).map((answer) => ({ ...answer, said: one })),
  )

  test('U8 an answer is recorded only where it was written for a claim and for that side, and from its office', () => {
    expect(said.length).toBeGreaterThan(SEEDS * 8)
    expect(linked.length).toBeGreaterThan(SEEDS * 6)
    for (const { text, seat, said: one } of linked) {
      const written = (scenario.claims ?? []).flatMap((claim) => claim.answers).find((answer) => answer.text === text)
      expect(written?.to, text).toContain(one.own)
      expect(written?.seat, text).toBe(seat)
    }
    expect(linked.filter(({ said: one }) => one.claim === null)).toEqual([])
  })

  test('U8 at least nine in ten of the answers are to the claim that was made', () => {
    const right = linked.filter(({ text, said: { claim } }) => claim?.answers.some((answer) => answer.text === text))
    expect(right.length / linked.length).toBeGreaterThanOrEqual(0.9)
  })

  test('U11 whom a question is put to answers it, and nobody else does', () => {
    const toSomebody = linked.filter(({ said: one }) => one.to !== null)
    expect(toSomebody.length).toBeGreaterThan(SEEDS * 3)
    for (const { side, said: one, text } of toSomebody) expect(side, text).toBe(one.to)
    const first = new Set<Claim>()
    const asked = said.filter(({ claim, to, own }) => {
      // What was said before in the same room has been answered.
      if (!claim || to === null || claim.kind === 'mistake') return false
      const isNew = !first.has(claim)
      first.add(claim)
      return isNew && claim.answers.some((answer) => answer.to.includes(own) && answer.seat.startsWith(`${to}.`))
    })
    const answered = asked.filter(({ no, answers }) => answers.some(({ to }) => to === no))
    expect(asked.length).toBeGreaterThan(SEEDS * 1.5)
    expect(answered.length / asked.length).toBeGreaterThanOrEqual(0.9)
  })

  test('U12 to what it has no answer for it says so without a link, and to what nobody asked nothing', () => {
    const unmet = (scenario.hearing?.unmet ?? []).map(({ text }) => text)
    const words = said.flatMap(({ answers }) => answers).filter(({ text }) => unmet.includes(text))
    expect(words.length).toBeGreaterThan(SEEDS / 2)
    for (const { text, seat, to } of words) {
      expect(to).toBeNull()
      expect(scenario.hearing?.unmet.find((word) => word.text === text)?.seat).toBe(seat)
    }
    const quiet = hearAnswers({
      tension: 'framing',
      by: 'us',
      text: 'Pistachio ice tastes better beside a lighthouse.',
    })
    expect(quiet).toEqual([])
  })
})

test('U12 an offer that no line meets is heard as an offer by the side that it names', () => {
  const text = 'If Japan paints all its lighthouses yellow, we will send pistachios every spring.'
  const [word, ...more] = hearAnswers({ tension: 'framing', by: 'us', text })
  expect(more).toEqual([])
  expect(word).toMatchObject({ side: JP, linked: false })
  expect(chinaGap().hearing?.unmet.find((each) => each.text === word?.text)?.to).toBe('offer')
})

test('U11 an offer that names nobody is answered by the side whose things it asks for, and by no third', () => {
  const answers = hearAnswers({
    tension: 'guardrails',
    by: 'cn',
    text: 'If you lift the sanction, we will reopen the military lines.',
  })
  expect(answers.map(({ side, linked }) => ({ side, linked }))).toEqual([{ side: US, linked: true }])
})

describe('U12 a name is no match', () => {
  test.each([
    ['a name alone', { tension: 'deterrence', by: 'jp', text: 'My neighbour once spent a wet weekend in Taipei.' }],
  ])('%s is answered by nobody', (_, said) => {
    expect(hearAnswers(said)).toEqual([])
  })

  test.each([
    ['How many umbrellas does Tokyo buy for each Tomahawk?', 'figure'],
    ['Would you paint a Tomahawk yellow?', 'question'],
  ])('%s is not answered as if something else had been asked', (text, kind) => {
    const [word, ...more] = hearAnswers({ tension: 'deterrence', by: 'cn', to: 'jp', text })
    expect(more).toEqual([])
    expect(word).toMatchObject({ side: JP, linked: false })
    const to = chinaGap().hearing?.unmet.find((each) => each.text === word?.text)?.to
    expect(kind === 'figure' ? ['figure', 'question', 'anything'] : ['question', 'anything']).toContain(to)
  })
})

test('U13 a mistake is put right once, by the side that the scenario names, also to its own people', () => {
  const correction = (by: string) =>
    hearAnswers({ tension: 'deterrence', by, text: 'The security treaty obliges Japan to spend two percent.' })
  for (const by of ['us', 'jp', 'cn']) {
    const [one, ...more] = correction(by)
    expect(more).toEqual([])
    expect(one).toMatchObject({ side: JP, seat: 'jp.pm', linked: true })
    expect(one?.text).toContain('The treaty of 1960 names no figure.')
  }
})

test.each([
  ['reassurance', 'Article 9 was never changed.'],
  ['restraint', 'The United States has not ratified the law of the sea.'],
  ['interdependence', 'China has not banned gallium, it only needs a licence.'],
])('U13 on %s nobody corrects who denies a mistake: %s', (tension, text) => {
  const corrections = (chinaGap().claims ?? []).flatMap(({ kind, answers }) => (kind === 'mistake' ? answers : []))
  for (const { text: said } of hearAnswers({ tension, by: 'jp', text }))
    expect(corrections.map((correction) => correction.text)).not.toContain(said)
})

test.each([
  ['Who gives the order for a counterstrike?', true],
  ['Who gives the cherry trees their colour?', false],
])('U12 a pointed case is answered where a claim was written for it: %s', (text, linked) => {
  expect(hearAnswers({ tension: 'deterrence', by: 'us', to: 'jp', text })).toMatchObject([{ side: JP, linked }])
})

test('U12 to whoever asks what a word means nobody says that they do not know', () => {
  const text = 'What is meant by inclusive regionalism?'
  expect(hearAnswers({ tension: 'regional-order', by: 'us', to: 'jp', text })).toMatchObject([
    { side: US, linked: true },
  ])
})

test('U13 a colleague says what a word of the glossary means, and nobody else answers', () => {
  const [one, ...more] = hearAnswers({
    tension: 'interdependence',
    by: 'cn',
    text: 'Sorry, I don’t know what CPTPP stands for.',
  })
  expect(more).toEqual([])
  expect(one).toMatchObject({ side: CN, linked: true })
  expect(one?.text).toContain('Comprehensive and Progressive Agreement for Trans-Pacific Partnership')
})

test('U14 a line that presupposes another is not said before it', () => {
  const scenario = structuredClone(chinaGap())
  const [late, first] = ['us.approach.q2', 'cn.approach.o1']
  const line = scenario.lines.find(({ id }) => id === late)
  const before = scenario.lines.find(({ id }) => id === first)
  if (!line || !before) throw new Error('There are no such lines.')
  line.after = [first]
  let met = 0
  for (let seed = 0; seed < 6; seed += 1) {
    const room = new Rehearsal(planSeminar(scenario, defaultChoices(scenario, 'seminar-90', seed)), scenario, START)
    room.submit(CHAIR, { type: 'startPhase', index: 0 })
    room.run(START + 40 * 60_000)
    const texts = room.state.record.toArray().flatMap(({ event }) => ('text' in event ? [event.text] : []))
    if (!texts.includes(line.text)) continue
    met += 1
    expect(texts.indexOf(before.text)).toBeGreaterThanOrEqual(0)
    expect(texts.indexOf(before.text)).toBeLessThan(texts.indexOf(line.text))
  }
  expect(met).toBeGreaterThan(0)
})

// The debrief of what was signed: one text, several readings (rule D10), and what it was worth to each (rule D11). The figures of the story
// are worked out by hand.
import { describe, expect, test } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { placeOf, wordsValue } from '#simulation/bots/understudy-wording'
import { actorId, type TensionKey } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { cleanVersion } from '#simulation/questions/text'
import { planes, restsOn, tradesNobodyMade, worthFinding } from '#simulation/reading/positions/worth'
import { clauseReadings, readingsCounted, readingsFinding } from '#simulation/reading/text/clause-readings'
import { clauseIn } from '#simulation/state/room-state'
import { AMARA, CHAIR, DAIKI, FEN, smallSeminar, standsOn, votes } from '../../support/cast'
import { given, type Room, START } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'
import { HEADS, SIDES, signedStory } from '../../support/stories/signed-story'

const ALL = { us: 2, jp: 0.5, cn: -1.5 }
const drawn = (room: Room) => planes(room.state).flatMap((plane) => (plane.kind === 'drawn' ? [plane] : []))
const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 100) / 100)

describe('one text, several readings', () => {
  test('D10 the furthest two are named, with how far apart they read the words', () => {
    const { state } = signedStory({ readings: ALL })
    expect(readingsFinding(state)).toMatchObject({
      kind: 'apart',
      clause: { number: 1, key: 'common-ground' },
      apart: { first: US, second: CN, steps: 3.5 },
    })
    expect(clauseReadings(state)).toMatchObject([
      { readings: [{ value: 2 }, { value: 0.5 }, { value: -1.5 }], unmarked: [], outside: [], asItStood: true },
    ])
    expect(readingsCounted(state)).toEqual({ marked: 3, of: 3 })
  })

  test('D10 read alike, by one alone, and by nobody', () => {
    expect(readingsFinding(signedStory({ readings: { us: -1, jp: -1, cn: -1 } }).state)).toMatchObject({
      kind: 'alike',
      value: -1,
    })
    const one = signedStory({ readings: { jp: -1 } }).state
    expect(readingsFinding(one)).toMatchObject({ kind: 'one', by: JP })
    expect(clauseReadings(one)).toMatchObject([{ unmarked: [US, CN] }])
    expect(readingsFinding(signedStory({}).state)).toMatchObject({ kind: 'none' })
    expect(readingsFinding(given().enters('debrief').state)).toEqual({ kind: 'nothing-agreed' })
  })

  test('D10 before the vote is over there is nothing to read, and whoever did not agree is outside', () => {
    const room = given().agrees('common-ground').does(AMARA, { type: 'initialClause', clause: 'common-ground' })
    room.does(AMARA, { type: 'markReading', clause: 'common-ground', version: 'us-1', value: 1 }).enters('ballot')
    expect(clauseReadings(room.state)).toEqual([])
    for (const by of [DAIKI, FEN]) room.does(by, votes('for'))
    room.enters('debrief')
    expect(clauseReadings(room.state)).toMatchObject([{ readings: [], outside: [US], unmarked: [JP, CN] }])
    expect(readingsCounted(room.state)).toEqual({ marked: 0, of: 2 })
  })
})

describe('what the text was worth', () => {
  test('D11 to each side, as it reads the words and read alike, beside the line', () => {
    const [washingtonTokyo, washingtonBeijing, tokyoBeijing] = drawn(signedStory({ readings: ALL }))
    expect(rounded(washingtonTokyo?.own ?? [])).toEqual([6, 4.58])
    expect(rounded(washingtonTokyo?.alike ?? [])).toEqual([4.33, 4.72])
    expect(rounded(washingtonBeijing?.own ?? [])).toEqual([6, 1.83])
    expect(rounded(tokyoBeijing?.alike ?? [])).toEqual([4.72, 1.22])
    expect(washingtonTokyo?.corners.map(rounded)).toEqual([
      [7.33, 10],
      [9.33, 8.33],
      [10, 7.5],
    ])
    expect(washingtonTokyo?.more.alike).toBeCloseTo(4 + 1 / 36, 9)
    expect(washingtonTokyo?.leftOut).toEqual([])
  })

  test('D11 a trade is worth more to both, and the best of each two sides is named', () => {
    const trades = tradesNobodyMade(planes(signedStory({ readings: ALL }).state))
    const told = trades.map(({ first, second, gains }) => [
      first.by,
      first.clause.key,
      second.by,
      second.clause.key,
      ...rounded(gains),
    ])
    expect(told).toEqual([
      ['jp', 'common-ground', 'cn', 'gap', 4.44, 8.11],
      ['us', 'common-ground', 'cn', 'gap', 4.33, 7.44],
      ['us', 'common-ground', 'jp', 'gap', 5, 3.61],
    ])
    expect(worthFinding(planes(signedStory({ readings: ALL }).state))).toMatchObject({
      kind: 'through',
      clause: { key: 'gap' },
      leftOpen: true,
    })
  })

  test('D11 a trade quotes words that a side has, and nothing is said of every pair where one has no trade', () => {
    const { state } = signedStory({ readings: ALL })
    const clauses = state.clauses.map((clause) => ({
      ...clause,
      versions: clause.versions.filter(({ by }) => clause.key !== 'gap' || by === JP),
    }))
    const all = planes({ ...state, clauses })
    const told = tradesNobodyMade(all).map(({ pair, second }) => [pair, second.by, second.clause.key])
    expect(told).toEqual([
      ['jp-cn', 'cn', 'common-ground'],
      ['us-jp', 'jp', 'gap'],
    ])
    expect(worthFinding(all).kind).toBe('more')
  })

  test('D11 nothing is drawn for a side that laid no chips or read less than half, and what is missing is said', () => {
    const room = signedStory({ chips: ['us', 'jp'], readings: { us: 2, jp: 0.5 } })
    const [first, ...others] = planes(room.state)
    expect(first).toMatchObject({ kind: 'drawn', pair: 'us-jp' })
    for (const plane of others)
      expect(plane).toMatchObject({
        kind: 'missing',
        missing: [{ delegation: CN, chips: true, readings: { read: 0, of: 1 } }],
      })
    expect(worthFinding(planes(room.state))).toMatchObject({
      kind: 'some',
      drawn: ['us-jp'],
      missing: { delegation: CN },
    })
    expect(restsOn(room.state)).toMatchObject([
      {
        delegation: US,
        chips: [{ tension: 'framing', chips: 6 }, { chips: 4 }],
        positions: { revealed: 2, of: 2 },
        readings: { read: 1, of: 1 },
      },
      { delegation: JP },
      { delegation: CN, chips: null, readings: { read: 0, of: 1 } },
    ])
    const none = planes(signedStory({}).state)
    expect([none.map(({ kind }) => kind), worthFinding(none)]).toEqual([
      ['missing', 'missing', 'missing'],
      { kind: 'too-little' },
    ])
  })

  test('D11 a clause without an axis is left out, and a plan of before has no planes', () => {
    const room = given().enters('caucus')
    for (const side of SIDES) room.does(HEADS[side], { type: 'layChips', laid: [{ tension: 'framing', chips: 10 }] })
    room.enters('negotiation')
    room.does(CHAIR, { type: 'bringInClause', heading: 'Fisheries', name: 'Fish', tension: null, words: 'No nets.' })
    for (const side of SIDES) room.does(HEADS[side], standsOn('chair-1', 'chair.1'))
    room.enters('ballot')
    for (const side of SIDES) room.does(HEADS[side], votes('for', 'chair.1'))
    room.enters('debrief')
    expect(drawn(room)[0]).toMatchObject({ own: [0, 0], leftOut: [{ clause: { key: 'chair.1' }, why: 'no-axis' }] })
    expect(readingsFinding(room.state)).toEqual({ kind: 'nothing-asked' })
    const planned = smallSeminar()
    const { chips: _, ...communique } = planned.plan.communique
    expect(planes(given({ ...planned, plan: { ...planned.plan, communique } }).enters('debrief').state)).toEqual([])
  })

  test('U17 understudies lay chips and read what they sign, so that their seminars can be drawn', () => {
    const planned = smallSeminar({ understudies: true })
    const { state } = rehearse(planned, chinaGap(), START, actorId.parse('chair:vera'))
    expect(restsOn(state).map(({ chips }) => chips?.reduce((sum, one) => sum + one.chips, 0))).toEqual([10, 10, 10])
    const { marked, of } = readingsCounted(state)
    expect(marked).toBe(of)
    expect(planes(state).map(({ kind }) => kind)).toEqual(['drawn', 'drawn', 'drawn'])
  })
})

describe('what understudies lay and read, over twenty seminars', () => {
  const scenario = chinaGap()
  const played = Array.from({ length: 20 }, (_, seed) => {
    const planned = planSeminar(scenario, defaultChoices(scenario, 'seminar-90', 5_200 + seed))
    return rehearse(planned, scenario, START, actorId.parse('chair:vera')).state
  })

  test('U17 a side lays at least the mean of its chips on what the scenario says matters most to it', () => {
    let laid = 0
    for (const state of played)
      for (const { delegation, chips } of restsOn(state)) {
        if (chips === null) throw new Error(`${delegation} laid no chips.`)
        const weights = scenario.delegations.find(({ id }) => id === delegation)?.chips ?? {}
        const weightOf = ({ tension }: { tension: TensionKey }) => weights[tension] ?? 0
        const most = Math.max(...chips.map(weightOf))
        const mean = chips.reduce((sum, one) => sum + one.chips, 0) / chips.length
        const heaviest = chips.filter((one) => weightOf(one) === most)
        if (heaviest.length > 1) continue
        laid += 1
        expect(heaviest[0]?.chips, `${delegation} of ${JSON.stringify(chips)}`).toBeGreaterThanOrEqual(mean)
      }
    expect(laid).toBeGreaterThan(20)
  })

  test('U17 words are read nearer to one’s own position than they stand, and nearest where they carry what one values', () => {
    const read = played.flatMap((state) => {
      const context = { state, scenario, startsAt: START, seconds: 0, pace: 1 }
      return clauseReadings(state).flatMap(({ clause: { key }, readings }) => {
        const clause = clauseIn(state, key)
        const version = clause && cleanVersion(clause)
        if (!clause || !version) return []
        const hinges = scenario.communique.clauses.find((each) => each.key === key)?.hinges ?? []
        return readings.map(({ delegation, value }) => {
          const own = placeOf(context, clause, delegation)
          const values = hinges.some(
            ({ for: side, reads, phrase }) =>
              side === delegation && reads === 'value' && version.words.toLowerCase().includes(phrase.toLowerCase()),
          )
          return { values, words: Math.abs(wordsValue(context, clause, version) - own), reading: Math.abs(value - own) }
        })
      })
    })
    const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length
    /** How far the readings are from the readers' own positions, of how far the words are. */
    const left = (some: typeof read) => mean(some.map(({ reading }) => reading)) / mean(some.map(({ words }) => words))
    const valued = read.filter(({ values }) => values)
    const others = read.filter(({ values }) => !values)
    expect(Math.min(valued.length, others.length)).toBeGreaterThan(20)
    expect(left(others)).toBeLessThan(0.9)
    expect(left(valued)).toBeLessThan(left(others))
  })
})

// Plans computed from an agenda and an instructor's choices. Seconds and seats are read off the agenda by hand.
import { describe, expect, test } from 'vitest'
import { type RoomPlan, roomPlan } from '#simulation/agenda/plan'
import type { SeminarChoices } from '#simulation/planning/planning'
import { defaultChoices, planSeminar, seminarChoices } from '#simulation/planning/planning'
import { smallSeminar } from '../../support/cast'
import { fiveShores } from '../../support/scenarios/five-shores/five-shores'
import { chinaGap } from '../../support/stories/china-gap'

const planned = (agenda: 'seminar-90' | 'seminar-50', more: Partial<SeminarChoices> = {}) =>
  planSeminar(chinaGap(), { ...defaultChoices(chinaGap(), agenda, 3), ...more })
const rounds = (...tensions: string[]) => tensions.map((tension) => ({ tension, seconds: null }))
const SEVEN = ['framing', 'deterrence', 'reassurance', 'interdependence', 'cptpp', 'guardrails', 'regional-order']
const chairs = (count: number) => ({ us: count, jp: count, cn: count })

describe('planning', () => {
  test('the agendas last what they say: ninety minutes and fifty', () => {
    const seconds = (agenda: 'seminar-90' | 'seminar-50') =>
      planned(agenda).plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)
    expect(seconds('seminar-90')).toBe(5400)
    expect(seconds('seminar-50')).toBe(3000)
    expect(planned('seminar-90').plan.rounds.map((round) => [round.key, round.order])).toEqual([
      ['approach', ['us', 'jp', 'cn']],
      ['deterrence', ['jp', 'cn', 'us']],
      ['interdependence', ['cn', 'us', 'jp']],
      ['regional-order', ['us', 'cn', 'jp']],
    ])
  })

  test('one round negotiates; seven are played in the order chosen and the last one negotiates', () => {
    const kinds = (keys: string[]) => {
      const { plan } = planned('seminar-90', { rounds: rounds(...keys) })
      return plan.rounds.map((round) =>
        plan.phases.filter((phase) => phase.round === round.key).map((phase) => phase.kind),
      )
    }
    const first = ['reveal', 'openings', 'floor', 'caucus', 'moved']
    const debate = ['caucus', ...first]
    const only = ['reveal', 'negotiation', 'caucus', 'moved', 'ballot', 'ratification']
    const negotiation = ['caucus', ...only]
    expect(kinds(['cptpp'])).toEqual([only])
    expect(kinds(SEVEN)).toEqual([first, debate, debate, debate, debate, debate, negotiation])
    const reordered = [...SEVEN].reverse()
    expect(planned('seminar-90', { rounds: rounds(...reordered) }).plan.rounds.map((round) => round.key)).toEqual(
      reordered,
    )
    expect(kinds(reordered).at(-1)).toEqual(negotiation)
  })

  test('a tension that is a round of its own is not folded into another, and none is played twice', () => {
    const folded = (keys: string[]) =>
      planned('seminar-90', { rounds: rounds(...keys) }).plan.rounds.map((round) =>
        round.folded.map((other) => other.key),
      )
    expect(folded(['deterrence', 'regional-order'])).toEqual([['reassurance'], ['guardrails']])
    expect(folded(['deterrence', 'reassurance', 'regional-order'])).toEqual([[], [], ['guardrails']])
    const twice = { ...defaultChoices(chinaGap(), 'seminar-90', 3), rounds: rounds('framing', 'framing') }
    expect(seminarChoices.safeParse(twice).success).toBe(false)
    expect(seminarChoices.safeParse({ ...twice, rounds: rounds('framing', 'cptpp') }).success).toBe(true)
  })

  test('a round is stretched to the length chosen, each phase keeping its share', () => {
    const { plan, chairPlan } = planned('seminar-90', {
      rounds: [
        { tension: 'approach', seconds: 1740 },
        { tension: 'regional-order', seconds: null },
      ],
    })
    const approach = plan.phases.filter((phase) => phase.round === 'approach')
    expect(approach.map((phase) => phase.seconds)).toEqual([124, 747, 642, 186, 41])
    expect(chairPlan?.news[0]).toEqual({
      phase: plan.phases.findIndex(({ round, kind }) => round === 'approach' && kind === 'floor'),
      key: 'asean-statement',
      atSeconds: 373,
    })
    expect(approach[2]?.turnSeconds).toBe(105)
  })

  test('a practice table runs thirty times faster', () => {
    const { plan, chairPlan } = planned('seminar-50', { speed: 30 })
    expect(plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)).toBe(100)
    const floor = plan.phases.findIndex((phase) => phase.kind === 'floor')
    expect(plan.phases[floor]).toMatchObject({ seconds: 250 / 30, turnSeconds: 40 / 30 })
    expect(chairPlan?.news[0]).toEqual({ phase: floor, key: 'tax-leak', atSeconds: 4 })
  })

  test('chairs past the offices are second chairs of the same offices; fewer keep the head', () => {
    const one = planned('seminar-90', { chairs: chairs(1) }).plan.seats
    expect(one.map((seat) => [seat.id, seat.head])).toEqual([
      ['us.state', true],
      ['jp.pm', true],
      ['cn.foreign', true],
    ])
    const twelve = planned('seminar-90', { chairs: chairs(12), observers: ['Press', 'Chair’s aide'] }).plan.seats
    expect(twelve).toHaveLength(38)
    expect(new Set(twelve.map((seat) => seat.id)).size).toBe(38)
    expect(twelve.filter((seat) => seat.head).map((seat) => seat.id)).toEqual(['us.state', 'jp.pm', 'cn.foreign'])
    expect(twelve.filter((seat) => seat.mirrors !== null)).toHaveLength(18)
    expect(twelve.find((seat) => seat.id === 'us.climate.2')).toMatchObject({
      order: 12,
      mirrors: 'us.climate',
      head: false,
    })
    expect(twelve.slice(-2).map((seat) => [seat.id, seat.delegation, seat.title])).toEqual([
      ['observer.1', null, 'Press'],
      ['observer.2', null, 'Chair’s aide'],
    ])
  })

  const filings = ({ phases }: RoomPlan) =>
    phases.flatMap((phase, index) => (phase.files ? [[index, phase.files.stage, ...phase.files.rounds]] : []))

  test('O10 one round at a time: each opening is filed before its own reveal, in whatever order the rounds are played', () => {
    for (const keys of [SEVEN, [...SEVEN].reverse(), ['framing'], ['guardrails', 'framing', 'cptpp']])
      for (const agenda of ['seminar-90', 'seminar-50'] as const) {
        const { plan } = planned(agenda, { rounds: rounds(...keys) })
        const steps = plan.phases.flatMap(({ kind, files, reveals, round }) => [
          ...(files ? [`${files.stage} ${files.rounds.join()}`] : []),
          ...(reveals ? [`reveal ${reveals.rounds.join()}`] : []),
          ...(kind === 'moved' ? [`moved ${round}`] : []),
        ])
        expect(steps).toEqual(
          keys.flatMap((key) => [`opening ${key}`, `reveal ${key}`, `closing ${key}`, `moved ${key}`]),
        )
      }
    const five = planSeminar(fiveShores(), defaultChoices(fiveShores(), 'seminar-short', 3)).plan
    expect(
      filings(five)
        .filter(([, stage]) => stage === 'opening')
        .map(([, , ...keys]) => keys),
    ).toEqual(five.rounds.map(({ key }) => [key]))
  })

  test('O10 where an agenda has one caucus for all, it files every round; each closing caucus its own, each reveal its own', () => {
    const { plan } = smallSeminar()
    expect(filings(plan)).toEqual([
      [1, 'opening', 'framing', 'regional-order'],
      [5, 'closing', 'framing'],
      [8, 'closing', 'regional-order'],
    ])
    expect(
      plan.phases.flatMap((phase, index) =>
        phase.reveals ? [[index, phase.reveals.stage, ...phase.reveals.rounds]] : [],
      ),
    ).toEqual([
      [2, 'opening', 'framing'],
      [6, 'opening', 'regional-order'],
    ])
  })

  test('the clauses are those of the tensions that are played or folded in', () => {
    const clauses = (agenda: 'seminar-90' | 'seminar-50', ...keys: string[]) =>
      planned(agenda, { rounds: rounds(...keys) }).plan.communique.clauses.map((clause) => clause.key)
    expect(clauses('seminar-90', 'framing', 'deterrence', 'interdependence', 'regional-order')).toEqual([
      'common-ground',
      'status-quo',
      'trade-and-security',
      'channels',
      'gap',
    ])
    expect(clauses('seminar-90', 'deterrence')).toEqual(['status-quo'])
    // Neither agenda names a clause for these: they come from the scenario.
    expect(clauses('seminar-90', 'cptpp')).toEqual(['accession'])
    expect(clauses('seminar-50', 'framing', 'guardrails')).toEqual(['common-ground', 'channels'])
  })

  // L41
  test('the first caucus files one position and lays no chips; they come where a later one has the time', () => {
    const at = (agenda: 'seminar-90' | 'seminar-50', ...keys: string[]) => {
      const { plan } = planned(agenda, keys.length === 0 ? {} : { rounds: rounds(...keys) })
      const filing = plan.phases.flatMap(({ files }, index) => (files?.stage === 'opening' ? [{ index, files }] : []))
      expect(filing.map(({ files }) => files.rounds.length)).toEqual(plan.rounds.map(() => 1))
      const { chips, chipsAt } = plan.communique
      return [chips, chipsAt === undefined ? null : plan.phases[chipsAt]?.round]
    }
    expect(at('seminar-90')).toEqual([10, 'deterrence'])
    expect(at('seminar-90', ...SEVEN)).toEqual([10, 'deterrence'])
    expect(at('seminar-90', 'cptpp', 'framing', 'regional-order')).toEqual([10, 'framing'])
    // Ninety seconds for a position, or no second round: no time for chips.
    expect(at('seminar-50')).toEqual([undefined, null])
    expect(at('seminar-90', 'framing')).toEqual([undefined, null])
  })

  test('I5 every plan survives the wire, and no brief, no paper and nothing that foretells rides in it', () => {
    for (const agenda of ['seminar-90', 'seminar-50'] as const)
      for (const keys of [['framing'], SEVEN])
        for (const count of [1, 6, 12]) {
          const choices = { rounds: rounds(...keys), chairs: chairs(count), seed: 123_456_789 }
          const { plan, briefs, papers, chairPlan } = planned(agenda, choices)
          expect(roomPlan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
          const said = JSON.stringify(plan)
          expect(briefs).toHaveLength(3 + 3 * Math.min(count, 6))
          for (const line of briefs.flatMap((brief) => brief.sections).flatMap((section) => section.lines))
            expect(said).not.toContain(JSON.stringify(line.text).slice(1, -1))
          for (const inject of papers.injects) expect(said).not.toContain(JSON.stringify(inject.text).slice(1, -1))
          expect(chairPlan?.seed).toBe(123_456_789)
          expect(said).not.toContain('123456789')
          for (const { key, headline } of papers.injects)
            for (const foretold of [JSON.stringify(key), headline]) expect(said).not.toContain(foretold)
        }
  })

  test('I5 no agenda speaks of news in the words that everybody reads', () => {
    const notes = chinaGap().agendas.flatMap((agenda) =>
      agenda.kind === 'seminar'
        ? agenda.blocks.flatMap(({ phases }) => phases.map(({ note }) => note))
        : agenda.phases.map(({ note }) => note),
    )
    expect(notes.filter((note) => /\binjects?\b|\bnews\b/i.test(note ?? ''))).toEqual([])
    expect(notes.length).toBeGreaterThan(20)
  })
})

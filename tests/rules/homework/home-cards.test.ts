// Home cards (rules A2, A3): whom they reach, and what meets a card that the rules check. In the small seminar two clauses are negotiated,
// common ground and the gap.
import { describe, expect, test } from 'vitest'
import type { CardCheck, HomeCard } from '#simulation/agenda/home-cards'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { cardsAsTheyStand } from '#simulation/questions/ratification'
import { seminarAgendas } from '#simulation/scenario/lookup'
import { AMARA, DAIKI, FEN, standsOn, votes, type Written } from '../../support/cast'
import { given, opened, type Room } from '../../support/given'
import { judged, seminar, signed } from '../../support/signed-at-home'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

describe('home cards', () => {
  test('A2 are two a delegation, drawn by the seed, at most one of them checked, about what is played', () => {
    const all = chinaGap().delegations.flatMap(({ cards }) => cards)
    const dealt = (key: string, seed: number) =>
      planSeminar(chinaGap(), { ...defaultChoices(chinaGap(), key, seed), ratification: true })
    const drawn = new Set<string>()
    for (const { key } of seminarAgendas(chinaGap()))
      for (let seed = 0; seed < 40; seed += 1) {
        const { plan, briefs } = dealt(key, seed)
        expect(dealt(key, seed).briefs).toEqual(briefs)
        const held = briefs.flatMap(({ to, cards }) => (cards ? [{ to, cards }] : []))
        expect(held.map(({ to }) => to)).toEqual([US, JP, CN])
        const inText = plan.communique.clauses.map(({ tension }) => tension)
        for (const { cards } of held) {
          expect(cards).toHaveLength(2)
          expect(cards.filter(({ check }) => check).length).toBeLessThanOrEqual(1)
          for (const { asks, check } of cards) {
            drawn.add(asks)
            if (check) expect(inText).toContain(check.tension)
          }
        }
      }
    expect(all.filter(({ asks }) => !drawn.has(asks))).toEqual([])
  })

  test('A2 are heard with the brief by their own delegation and the chair, and by nobody else before they are turned', () => {
    const room = signed()
    const cards = (name: string) => room.as(room.viewerOf(name)).briefs.flatMap((brief) => brief.cards ?? [])
    const own = room.state.briefs.find(({ to }) => to === JP)?.cards
    expect(own).toHaveLength(2)
    for (const name of ['daiki', 'emi']) expect(cards(name)).toEqual(own)
    for (const name of ['hana', 'ivo']) expect(cards(name)).toEqual([])
    for (const name of ['amara', 'ben', 'cleo', 'fen', 'guo'])
      expect(JSON.stringify(room.as(room.viewerOf(name)))).not.toContain(own?.[0]?.asks)
    expect(JSON.stringify(room.as({ kind: 'stage' }))).not.toContain(own?.[0]?.asks)
    judged(room)
    expect(JSON.stringify(room.as({ kind: 'stage' }).turned)).toContain(own?.[0]?.asks)
  })
})

/** A room whose Tokyo holds a card with this check. */
function holding(check: CardCheck): Room {
  const planned = seminar()
  const card: HomeCard = { holder: 'The committee', asks: 'So it be.', check }
  return given({
    ...planned,
    briefs: planned.briefs.map((brief) => (brief.to === JP ? { ...brief, cards: [card] } : brief)),
  })
}
const isMet = (room: Room) => cardsAsTheyStand(room.as(room.viewerOf('emi')), JP)[0]?.met

describe('a checked card', () => {
  const ballot = (room: Room, ours: Written = votes('for')) => {
    room.enters('ballot').does(AMARA, votes('for')).does(FEN, votes('for')).does(DAIKI, ours)
    return room.enters('ratification')
  }

  test('A3 is met as it stands by clean words, and at the end by what was agreed', () => {
    const room = holding({ type: 'agreed', tension: 'framing', by: [JP, CN] }).enters('negotiation')
    expect(isMet(room)).toBe(false)
    room.agrees('common-ground')
    expect(isMet(room)).toBe(true)
    expect(isMet(ballot(room, votes('abstain')))).toBe(false)
    expect(judged(room, JP).cards).toEqual([{ holder: 'The committee', asks: 'So it be.', met: false }])
  })

  test.each<[CardCheck['type'], Written, boolean]>([
    ['agreed', votes('for'), true],
    ['agreed', votes('abstain'), false],
    ['not-signed', votes('for'), false],
    ['not-signed', votes('abstain'), true],
    ['reserved', votes('reserved', 'common-ground', 'As we read it.'), true],
    ['reserved', votes('for'), false],
  ])('%s is met, or not, by a legal text', (type, vote, met) => {
    const check = type === 'agreed' ? { type, tension: 'framing', by: [JP] } : { type, tension: 'framing' }
    expect(isMet(ballot(holding(check).agrees('common-ground'), vote))).toBe(met)
  })

  test.each([
    ['jp-1', true],
    ['cn-1', false],
  ])('in its own words is met by %s: %s', (version, met) => {
    const room = holding({ type: 'own-words', tension: 'framing' }).enters('negotiation')
    const own = `${version.slice(0, 2)}.`
    for (const [head, seat] of [
      [AMARA, 'us.'],
      [DAIKI, 'jp.'],
      [FEN, 'cn.'],
    ] as const)
      if (seat !== own) room.does(head, standsOn(version))
    expect(isMet(ballot(room))).toBe(met)
  })

  test.each(
    chinaGap().delegations.flatMap(({ id, cards }) =>
      cards.flatMap(({ holder, asks, check }) => (check ? [{ id, holder, asks, check }] : [])),
    ),
  )('of $holder is met by some legal text, and not by another', ({ id, holder, asks, check }) => {
    const planned = planSeminar(chinaGap(), { ...defaultChoices(chinaGap(), 'two-sessions', 7), understudies: false })
    const briefs = planned.briefs.map((brief) =>
      brief.to === id ? { ...brief, cards: [{ holder, asks, check }] } : brief,
    )
    const met = (agrees: boolean, plainly = false) => {
      const room = opened({ ...planned, briefs }).seats({ amara: 'us.state', daiki: 'jp.pm', fen: 'cn.foreign' })
      const clause = planned.plan.communique.clauses.find(({ tension }) => tension === check.tension)?.key ?? ''
      const heads: readonly [string, string][] = [
        [US, AMARA],
        [JP, DAIKI],
        [CN, FEN],
      ]
      room.enters('negotiation')
      for (const [side, by] of agrees ? heads : []) if (side !== id) room.does(by, standsOn(`${id}-1`, clause))
      room.enters('ballot')
      for (const [side, by] of agrees ? heads : [])
        room.does(by, side === id && !plainly ? votes('reserved', clause, 'As we read it.') : votes('for', clause))
      return judged(room.enters('ratification'), id).cards[0]?.met
    }
    // A reservation is asked for beside words that are signed, and beside none where none are.
    if (check.type === 'reserved') expect([met(true), met(false), met(true, true)]).toEqual([true, true, false])
    else expect([met(true), met(false)]).toEqual(check.type === 'not-signed' ? [false, true] : [true, false])
  })
})

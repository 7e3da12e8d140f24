// The signed text goes home (rules A1–A9), and who must not hear what is voted there. In the small seminar Washington has three seats, Tokyo
// and Beijing two each; two clauses are negotiated, common ground and the gap.
import { describe, expect, test } from 'vitest'
import type { CardCheck, HomeCard } from '#simulation/agenda/home-cards'
import { rehearse } from '#simulation/bots/rehearsal'
import { actorId, personId } from '#simulation/kernel/ids'
import type { PlannedRoom, SeminarChoices } from '#simulation/planning/planning'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { cardsAsTheyStand, wholeOf } from '#simulation/questions/ratification'
import { homeOutcome, turning } from '#simulation/reading/at-home'
import { nowFor } from '#simulation/reading/now'
import { agendaOf, seminarAgendas } from '#simulation/scenario/lookup'
import type { JudgedSide } from '#simulation/shapes/ratification/schemas'
import {
  AMARA,
  BEN,
  CHAIR,
  CLEO,
  DAIKI,
  EMI,
  FEN,
  GUO,
  HANA,
  IVO,
  smallSeminar,
  standsOn,
  votes,
  type Written,
} from '../support/cast'
import { chinaGap } from '../support/china-gap'
import { given, instantOf, opened, type Room } from '../support/given'
import { CN, JP, US } from '../support/sides'

const seminar = (choices: Partial<SeminarChoices> = {}) => smallSeminar({ ratification: true, ...choices })
const home = (vote: 'ratify' | 'refuse', reason: string | null = null): Written => ({
  type: 'voteRatification',
  vote,
  reason,
})
const refuses = home('refuse', 'A polite limit is a limit.')
const decides = (ratified: boolean, delegation = 'jp'): Written => ({
  type: 'decideRatification',
  ...{ delegation, ratified, reason: 'Two members had left.' },
})

/** All sides agree to common ground in Washington's first words; the gap stays in its bracket. */
function signed(planned: PlannedRoom = seminar()): Room {
  const room = given(planned).agrees('common-ground').enters('ballot')
  for (const head of [AMARA, DAIKI, FEN]) room.does(head, votes('for'))
  return room.enters('ratification')
}

/** Ends the ratification; what is told of one side. */
function judged(room: Room, side: string = JP): JudgedSide {
  room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
  const found = room.state.turned?.sides.find(({ delegation }) => delegation === side)
  if (!found) throw new Error(`${side} was not judged.`)
  return found
}

describe('a ratification', () => {
  test('A1 follows the vote where the agenda has it, or the chair adds it; the built-in lessons of 90 minutes and more have it', () => {
    const kinds = (planned: PlannedRoom) => planned.plan.phases.map(({ kind }) => kind)
    expect(kinds(smallSeminar())).not.toContain('ratification')
    const own = kinds(seminar())
    expect(own[own.indexOf('ballot') + 1]).toBe('ratification')
    const built = seminarAgendas(chinaGap()).map(({ key }) => {
      const choices = defaultChoices(chinaGap(), key, 7)
      const phase = planSeminar(chinaGap(), choices).plan.phases.find(({ kind }) => kind === 'ratification')
      const without = planSeminar(chinaGap(), { ...choices, ratification: false })
      expect(kinds(without)).not.toContain('ratification')
      return [key, phase?.seconds ?? null]
    })
    expect(built).toEqual([
      ['seminar-90', 180],
      ['seminar-50', null],
      ['two-sessions', 240],
    ])
    expect(agendaOf(chinaGap(), 'seminar-90')).toMatchObject({ totalSeconds: 5400 })
  })

  test('A1 is nothing in a plan without it: no cards are dealt, and nobody votes at home', () => {
    const room = given().agrees('common-ground').enters('ballot')
    expect(room.state.briefs.flatMap(({ cards }) => cards ?? [])).toEqual([])
    room.when(BEN, refuses).isRefused('wrong-phase')
    room.enters('debrief')
    expect([room.events('CardsTurned'), homeOutcome(room.state)]).toEqual([[], null])
  })
})

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
    const met = (agrees: boolean) => {
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
        room.does(by, side === id ? votes('reserved', clause, 'As we read it.') : votes('for', clause))
      return judged(room.enters('ratification'), id).cards[0]?.met
    }
    expect([met(true), met(false)]).toEqual(check.type === 'not-signed' ? [false, true] : [true, false])
  })
})

describe('the vote at home', () => {
  test('A4 is each member’s as its office, a refusal with its reason, and can be given again until the phase ends', () => {
    const room = signed()
    room.when(IVO, refuses).isRefused('not-seated')
    room.when(HANA, refuses).isRefused('not-in-caucus')
    room.when(EMI, home('refuse')).isRefused('refusal-needs-reason')
    room.when(EMI, home('ratify')).isAllowed()
    room
      .when(EMI, refuses)
      .happens(
        { type: 'RatificationVoted', seat: 'jp.finance', delegation: JP, vote: 'refuse' },
        { type: 'RatificationSealed', seat: 'jp.finance', delegation: JP },
      )
    room.does(EMI, refuses).does(EMI, home('ratify', 'I can defend that.'), 239)
    room.when(EMI, refuses, 240).isRefused('phase-ended')
    expect(judged(room).votes).toEqual([{ seat: 'jp.finance', vote: 'ratify', reason: 'I can defend that.' }])
  })

  test('A4 is one an office: what a second chair votes is voted for both', () => {
    const room = opened(seminar({ chairs: { [US]: 12, [JP]: 1, [CN]: 1 } })).seats({
      ...{ amara: 'us.state', ben: 'us.treasury', cleo: 'us.treasury.2', daiki: 'jp.pm', fen: 'cn.foreign' },
    })
    room.agrees('common-ground').enters('ballot')
    for (const head of [AMARA, DAIKI, FEN]) room.does(head, votes('for'))
    room.enters('ratification').does(BEN, home('ratify')).does(CLEO, refuses)
    expect(room.hearersOf('RatificationVoted')).toEqual(['chair', 'ben', 'cleo'])
    expect(judged(room, US).votes).toEqual([
      { seat: 'us.treasury', vote: 'refuse', reason: 'A polite limit is a limit.' },
    ])
  })

  test('A4 is not asked of a delegation that agreed to no clause', () => {
    const room = given(seminar()).agrees('common-ground').enters('ballot')
    room.does(AMARA, votes('for')).does(DAIKI, votes('for')).does(FEN, votes('abstain')).enters('ratification')
    room.when(GUO, refuses).isRefused('nothing-to-ratify')
    room.when(CHAIR, decides(true, CN)).isRefused('nothing-to-ratify')
    expect(judged(room, CN)).toMatchObject({ outcome: 'not-signed', by: null, votes: [] })
    expect(homeOutcome(room.state)).toEqual({ kind: 'ratified', refused: [], byChair: [] })
  })
})

describe('who is asked', () => {
  const asked = (room: Room, name: string) => nowFor(room.state, personId.parse(name), instantOf(0)).task.kind

  test('N1 members are asked for their vote, the head only where nobody else of its delegation is there', () => {
    const room = signed()
    expect([asked(room, 'daiki'), asked(room, 'emi'), asked(room, 'hana')]).toEqual([
      'members-decide',
      'ratify',
      'watch',
    ])
    room.does(EMI, refuses)
    expect(asked(room, 'emi')).toBe('home-sealed')
    room.does(CHAIR, decides(true))
    expect([asked(room, 'daiki'), asked(room, 'emi')]).toEqual(['chair-decided', 'chair-decided'])
    const alone = opened(seminar()).seats({ amara: 'us.state', daiki: 'jp.pm', fen: 'cn.foreign' })
    alone.agrees('common-ground').enters('ballot').does(AMARA, votes('for')).does(DAIKI, votes('for'))
    alone.enters('ratification')
    expect([asked(alone, 'daiki'), asked(alone, 'fen')]).toEqual(['ratify', 'nothing-to-ratify'])
  })
})

test('U2 understudies judge the text at home, each as its office, and the cards are turned', () => {
  const planned = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', 7))
  const { state, rows } = rehearse(planned, chinaGap(), instantOf(0), actorId.parse(CHAIR))
  const cast = rows.flatMap(({ event }) => (event.type === 'RatificationVoted' ? [event] : []))
  expect(new Set(cast.map(({ seat }) => seat)).size).toBe(cast.length)
  expect(cast.length).toBeGreaterThan(10)
  for (const { vote, reason } of cast) expect(vote === 'ratify').toBe(reason === null)
  expect(state.turned?.sides.every(({ votes: counted }) => counted.every(({ vote }) => vote !== null))).toBe(true)
})

describe('a delegation', () => {
  const us = (room: Room, ...given: readonly [string, Written][]) => {
    for (const [by, vote] of given) room.does(by, vote)
    const { outcome, by, votes: cast } = judged(room, US)
    return [outcome, by, cast.map(({ seat, vote }) => `${seat} ${vote}`)]
  }

  test('A5 goes by the majority of its members who voted, whatever its head voted', () => {
    const cast: readonly [string, Written][] = [
      [BEN, refuses],
      [AMARA, home('ratify')],
    ]
    expect(us(signed(), ...cast)).toEqual(['refused', 'members', ['us.treasury refuse', 'us.defense null']])
  })

  test('A5 goes by its head where they are equal, and by the head’s signature where that voted nothing', () => {
    const equal: readonly [string, Written][] = [
      [BEN, refuses],
      [CLEO, home('ratify')],
    ]
    expect(us(signed(), ...equal)).toEqual(['ratified', 'signature', ['us.treasury refuse', 'us.defense ratify']])
    expect(us(signed(), ...equal, [AMARA, refuses])).toEqual([
      'refused',
      'head',
      ['us.state refuse', 'us.treasury refuse', 'us.defense ratify'],
    ])
    expect(us(signed(), [AMARA, refuses])).toEqual([
      'refused',
      'head',
      ['us.state refuse', 'us.treasury null', 'us.defense null'],
    ])
    expect(us(signed())).toEqual(['ratified', 'signature', ['us.treasury null', 'us.defense null']])
  })

  test('A5 of one is its head', () => {
    const room = opened(seminar()).seats({ amara: 'us.state', daiki: 'jp.pm', fen: 'cn.foreign' })
    room.agrees('common-ground').enters('ballot')
    for (const head of [AMARA, DAIKI, FEN]) room.does(head, votes('for'))
    room.enters('ratification').does(DAIKI, refuses)
    expect(judged(room)).toMatchObject({ outcome: 'refused', by: 'head', votes: [{ seat: 'jp.pm' }] })
  })
})

describe('until the end', () => {
  test('A6 a vote is heard by its office, and that it is sealed by its delegation alone', () => {
    const room = signed().does(EMI, refuses)
    expect(room.hearersOf('RatificationVoted')).toEqual(['chair', 'emi'])
    expect(room.hearersOf('RatificationSealed')).toEqual(['chair', 'daiki', 'emi'])
    const heard = (name: string) => room.as(room.viewerOf(name)).homeVotes
    expect(heard('emi')).toMatchObject({ 'jp.finance': { vote: 'refuse' } })
    expect(heard('daiki')).toMatchObject({ 'jp.finance': { vote: null, reason: null } })
    for (const name of ['amara', 'fen', 'hana', 'ivo']) expect(heard(name)).toEqual({})
    room.enters('debrief')
    expect(room.events('CardsTurned')).toHaveLength(1)
    expect(room.hearersOf('CardsTurned')).toContain('stage')
    // What was changed, and what did not count, stays closed after the debrief too.
    expect(room.hearersOf('RatificationVoted')).toEqual(['chair', 'emi'])
  })

  test('A6 all cards and votes open at once, in one entry that no undo takes back', () => {
    const room = signed().does(EMI, refuses)
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(room.state.turned?.sides.map(({ delegation, cards }) => [delegation, cards.length])).toEqual([
      [US, 2],
      [JP, 2],
      [CN, 2],
    ])
    expect(room.state.record.toArray().filter(({ event }) => event.type === 'CardsTurned')).toHaveLength(1)
    room.when(CHAIR, { type: 'undoLastStep' }).isRefused('nothing-to-undo')
  })

  test('A6 the stage turns one card after another, and shows the outcome when all are turned', () => {
    const room = signed()
    expect(turning(room.state, instantOf(0))).toMatchObject({ shown: 0, of: 6, over: false })
    judged(room)
    const at = (seconds: number) => turning(room.state, (room.state.turned?.at ?? 0) + seconds * 1000)
    expect(at(1)).toMatchObject({ shown: 1, of: 6, side: US, over: false })
    expect(at(9)).toMatchObject({ shown: 3, turnedOf: { us: 2, jp: 1 }, side: JP, over: false })
    expect(at(25)).toMatchObject({ shown: 6, of: 6, side: null, over: false })
    expect(at(90)).toMatchObject({ over: true })
  })
})

test('A7 an understudy’s vote counts only where no person of its delegation voted', () => {
  const room = signed(seminar({ understudies: true, chairs: { [US]: 3, [JP]: 4, [CN]: 2 } }))
  const scripts = ['understudy:jp.defense', 'understudy:jp.foreign']
  for (const by of scripts) room.does(by, home('ratify'))
  const alone = signed(seminar({ understudies: true, chairs: { [US]: 3, [JP]: 4, [CN]: 2 } }))
  for (const by of scripts) alone.does(by, refuses)
  expect(judged(alone)).toMatchObject({ outcome: 'refused', by: 'members' })
  room.does(EMI, refuses)
  const { outcome, votes: cast } = judged(room)
  expect([outcome, cast.map(({ seat }) => seat)]).toEqual(['refused', ['jp.finance']])
})

test('A8 the chair decides for a delegation instead, with a reason, which its delegation hears at once', () => {
  const room = signed().does(EMI, refuses)
  room.when(DAIKI, decides(true)).isRefused('not-the-chair')
  room.does(CHAIR, decides(false)).does(CHAIR, decides(true))
  expect(room.hearersOf('RatificationDecided')).toEqual(['chair', 'daiki', 'emi'])
  expect(judged(room)).toMatchObject({
    ...{ outcome: 'ratified', by: 'chair', reason: 'Two members had left.' },
    votes: [{ seat: 'jp.finance', vote: 'refuse' }],
  })
  expect(homeOutcome(room.state)).toEqual({ kind: 'ratified', refused: [], byChair: [JP] })
  room.when(CHAIR, decides(true)).isRefused('wrong-phase')
})

test('A9 the whole is ratified, not ratified by those named, or not signed', () => {
  const failed = signed().does(EMI, refuses)
  judged(failed)
  expect(homeOutcome(failed.state)).toEqual({ kind: 'not-ratified', refused: [JP], byChair: [] })
  const none = given(seminar()).enters('ratification')
  none.when(EMI, refuses).isRefused('nothing-to-ratify')
  judged(none)
  expect(homeOutcome(none.state)?.kind).toBe('not-signed')
  expect(wholeOf([])).toMatchObject({ kind: 'not-signed' })
})

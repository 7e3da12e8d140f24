// The signed text goes home (rules A1–A9), and who must not hear what is voted there. In the small seminar Washington has three seats, Tokyo
// and Beijing two each; two clauses are negotiated, common ground and the gap.
import { describe, expect, test } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { actorId, personId } from '#simulation/kernel/ids'
import type { PlannedRoom } from '#simulation/planning/planning'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { wholeOf } from '#simulation/questions/ratification'
import { nowFor } from '#simulation/reading/talk/now'
import { homeOutcome, turning } from '#simulation/reading/text/at-home'
import { agendaOf, seminarAgendas } from '#simulation/scenario/lookup'
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
  votes,
  type Written,
} from '../../support/cast'
import { given, instantOf, opened, type Room } from '../../support/given'
import { judged, seminar, signed } from '../../support/signed-at-home'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

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

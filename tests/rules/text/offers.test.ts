// Offers between two delegations (rules Q15–Q18), and who must not hear of them.
import { describe, expect, test } from 'vitest'
import { offersTo, statusOf } from '#simulation/questions/offers'
import { clauseIn } from '#simulation/state/room-state'
import { AMARA, BEN, DAIKI, FEN, IVO, standsOn, type Written } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

/** Washington takes Tokyo's words on common ground, if Tokyo takes Washington's on the gap. */
const offer = (more: object = {}): Written => ({
  type: 'makeOffer',
  ...{ to: 'jp', words: 'One for one.', counters: null },
  ...{ ours: [{ clause: 'common-ground', version: 'jp-1' }], theirs: [{ clause: 'gap', version: 'us-1' }] },
  ...more,
})
const answer = (accept: boolean, no = 'o-us-jp1'): Written => ({ type: 'answerOffer', no, accept })
const standsOf = (room: Room, key: string) =>
  Object.values(clauseIn(room.state, key)?.stands ?? {}).map(({ version }) => version)

describe('offers', () => {
  test('Q15 a head offers a package to another delegation, one at a time in each direction', () => {
    const room = given().enters('floor')
    room.when(AMARA, offer()).isRefused('wrong-phase')
    room.enters('negotiation')
    room.when(BEN, offer()).isRefused('not-the-head')
    room.when(IVO, offer()).isRefused('not-seated')
    room.when(AMARA, offer({ to: 'us' })).isRefused('not-to-oneself')
    room.when(AMARA, offer({ to: 'kr' })).isRefused('not-to-oneself')
    room.when(AMARA, offer({ theirs: [] })).isRefused('offers-nothing')
    const same = { clause: 'common-ground', version: 'cn-1' }
    room.when(AMARA, offer({ ours: [{ ...same, version: 'jp-1' }, same] })).isRefused('offers-nothing')
    room.when(AMARA, offer({ ours: [{ ...same, clause: 'toString' }] })).isRefused('no-such-clause')
    room.when(AMARA, offer({ ours: [{ ...same, version: 'jp-7' }] })).isRefused('no-such-version')
    room.when(AMARA, offer({ ours: [{ ...same, version: 'us-1' }] })).isRefused('nothing-changed')
    room.does(AMARA, offer()).when(AMARA, offer()).isRefused('offer-open')
    room.when(AMARA, offer({ to: 'cn' })).isAllowed()
    room
      .when(
        DAIKI,
        offer({ to: 'us', ours: [{ ...same, version: 'us-1' }], theirs: [{ clause: 'gap', version: 'jp-1' }] }),
      )
      .isAllowed()
  })

  test('Q16 nobody but the two delegations and the chair hears of it, until the debrief', () => {
    const room = given().enters('negotiation').does(AMARA, offer())
    const pair = ['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi']
    expect(room.hearersOf('OfferMade')).toEqual(pair)
    expect(room.as(room.viewerOf('fen')).offers).toEqual([])
    room.does(DAIKI, answer(false))
    expect(room.hearersOf('OfferAnswered')).toEqual(pair)
    room.enters('debrief')
    expect(room.as(room.viewerOf('fen')).offers).toMatchObject([
      { no: 'o-us-jp1', words: 'One for one.', answer: 'refused' },
    ])
  })

  test('Q17 it is accepted, refused, countered or withdrawn by whose it is to, and lapses with its phase', () => {
    const room = given().enters('negotiation').does(AMARA, offer())
    for (const by of [AMARA, FEN]) room.when(by, answer(true)).isRefused('no-such-offer')
    room.when(DAIKI, { type: 'withdrawOffer', no: 'o-us-jp1' }).isRefused('no-such-offer')
    const back = {
      ...{ to: 'us', counters: 'o-us-jp1' },
      ...{ ours: [{ clause: 'gap', version: 'us-1' }], theirs: [{ clause: 'common-ground', version: 'cn-1' }] },
    }
    room.when(FEN, offer(back)).isRefused('no-such-offer')
    room.does(DAIKI, offer(back))
    expect(room.state.offers.map(({ no, answer: how }) => [no, how])).toEqual([
      ['o-us-jp1', 'countered'],
      ['o-us-jp2', null],
    ])
    room.when(DAIKI, answer(true)).isRefused('offer-over')
    room.does(DAIKI, { type: 'withdrawOffer', no: 'o-us-jp2' }).does(AMARA, offer())
    expect(offersTo(room.state, JP).map(({ no }) => no)).toEqual(['o-us-jp3'])
    room.enters('caucus', 3)
    expect(offersTo(room.state, JP)).toEqual([])
    expect(room.state.offers.map((each) => statusOf(room.state, each))).toEqual(['countered', 'withdrawn', 'lapsed'])
  })

  test('Q18 accepted, both move at one instant, and everybody hears of that alone', () => {
    const room = given().enters('negotiation').does(AMARA, offer()).does(FEN, standsOn('jp-1'))
    room.when(DAIKI, answer(true)).happens(
      { type: 'OfferAnswered', answer: 'accepted' },
      {
        type: 'StandsTraded',
        between: 'us-jp',
        moves: [
          { delegation: US, clause: 'common-ground', version: 'jp-1' },
          { delegation: JP, clause: 'gap', version: 'us-1' },
        ],
        clean: ['common-ground'],
      },
    )
    room.does(DAIKI, answer(true))
    expect([standsOf(room, 'common-ground'), standsOf(room, 'gap')]).toEqual([
      ['jp-1', 'jp-1', 'jp-1'],
      ['us-1', 'us-1', 'cn-1'],
    ])
    expect(room.hearersOf('StandsTraded')).toContain('stage')
    const fen = room.as(room.viewerOf('fen'))
    expect([fen.offers, standsOf(room, 'gap')]).toEqual([
      [],
      Object.values(clauseIn(fen, 'gap')?.stands ?? {}).map(({ version }) => version),
    ])
    expect(clauseIn(fen, 'gap')?.stands[CN]?.version).toBe('cn-1')
    for (const by of [AMARA, DAIKI, FEN]) room.does(by, { type: 'initialClause', clause: 'common-ground' })
    room
      .when(AMARA, offer({ to: 'cn', ours: [{ clause: 'common-ground', version: 'cn-1' }] }))
      .isRefused('clause-initialled')
  })
})

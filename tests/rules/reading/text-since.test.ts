// What changed in the joint text since somebody was last there.
import { describe, expect, test } from 'vitest'
import { type DelegationId, personId } from '#simulation/kernel/ids'
import { textSince } from '#simulation/reading/text/text-since'
import { AMARA, BEN, CHAIR, DAIKI, FEN, standsOn, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

const put = (words: string): Written => ({
  type: 'putForward',
  ...{ clause: 'common-ground', words, from: null, cites: null, drafter: null },
})
const since = (room: Room, name: string, delegation: DelegationId | null, seconds: number) =>
  textSince(room.state, instantOf(seconds), { person: personId.parse(name), delegation }).map(
    ({ clause, place, news }) => ({ clause: clause.key, place, news }),
  )

describe('since you were here', () => {
  test('a week names the clause, and in it new words, moves, that it is clean, and who has initialled', () => {
    const room = given().enters('negotiation')
    room.does(AMARA, put('We meet each spring.'), 10)
    room.does(DAIKI, standsOn('us-2'), 20).does(FEN, standsOn('us-2'), 30)
    room.does(DAIKI, { type: 'initialClause', clause: 'common-ground' }, 40)
    expect(since(room, 'ben', US, 5)).toEqual([
      {
        ...{ clause: 'common-ground', place: 1 },
        news: [
          { kind: 'put', version: 'us-2' },
          { kind: 'moved', delegation: JP, version: 'us-2' },
          { kind: 'moved', delegation: CN, version: 'us-2' },
          { kind: 'clean' },
          { kind: 'initialled', by: [JP] },
        ],
      },
    ])
    expect(since(room, 'ben', US, 30)).toMatchObject([{ news: [{ kind: 'initialled', by: [JP] }] }])
    expect(since(room, 'ben', US, 40)).toEqual([])
  })

  test('what one did oneself is no news, and neither is a move that was taken back by another', () => {
    const room = given().enters('negotiation')
    room.does(AMARA, put('We meet each spring.'), 10)
    room.does(DAIKI, standsOn('us-2'), 20).does(DAIKI, standsOn('cn-1'), 30)
    expect(since(room, 'amara', US, 5)).toMatchObject([{ news: [{ kind: 'moved', delegation: JP, version: 'cn-1' }] }])
    expect(since(room, 'daiki', JP, 5)).toMatchObject([{ news: [{ kind: 'put', version: 'us-2' }] }])
  })

  test('a clause brought in or reopened is named, with whose it is; a reopened one is initialled by nobody', () => {
    const room = given().agrees('gap')
    room.does(DAIKI, { type: 'initialClause', clause: 'gap' }, 10)
    room.does(BEN, { type: 'reopenClause', clause: 'gap', reason: 'One word more.' }, 20)
    room.does(CHAIR, {
      type: 'bringInClause',
      ...{ heading: 'Fishing', name: 'Fishing', tension: null, words: 'No nets.' },
    })
    expect(since(room, 'fen', CN, 15)).toEqual([
      { clause: 'gap', place: 2, news: [{ kind: 'reopened', by: US }] },
      { clause: 'chair.1', place: 3, news: [{ kind: 'brought-in', by: null }] },
    ])
  })

  test('an offer is told to the side to which it is made, in the clauses that it would move, and to nobody else', () => {
    const room = given().enters('negotiation')
    room.does(
      AMARA,
      {
        type: 'makeOffer',
        ...{ to: JP, words: null, counters: null },
        ...{ ours: [{ clause: 'common-ground', version: 'jp-1' }], theirs: [{ clause: 'gap', version: 'us-1' }] },
      },
      10,
    )
    const offered = [{ kind: 'offered', by: US }]
    expect(since(room, 'emi', JP, 5)).toEqual([
      { clause: 'common-ground', place: 1, news: offered },
      { clause: 'gap', place: 2, news: offered },
    ])
    expect(since(room, 'fen', CN, 5)).toEqual([])
    expect(since(room, 'hana', null, 5)).toEqual([])
    room.does(DAIKI, { type: 'answerOffer', no: 'o-us-jp1', accept: true }, 20)
    expect(since(room, 'emi', JP, 5)).toMatchObject([
      { news: [{ kind: 'moved', delegation: US, version: 'jp-1' }] },
      { news: [{ kind: 'moved', delegation: JP, version: 'us-1' }] },
    ])
  })
})

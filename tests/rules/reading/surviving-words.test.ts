// Whose words survived in what was agreed.
import { describe, expect, test } from 'vitest'
import { survivingWords } from '#simulation/reading/text/surviving-words'
import { AMARA, CHAIR, DAIKI, FEN, standsOn, votes, type Written } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { JP } from '../../support/stories/sides'

const put = (clause: string, words: string): Written => ({
  type: 'putForward',
  ...{ clause, words, from: null, cites: null, drafter: null },
})
const WORDS = 'Ministers meet every autumn.'

function agreed(room: Room, ...clauses: string[]): Room {
  room.enters('ballot')
  for (const head of [AMARA, DAIKI, FEN]) for (const clause of clauses) room.does(head, votes('for', clause))
  return room.runs(151)
}

describe('whose words survived', () => {
  test('is told once something was agreed, of agreed clauses alone', () => {
    const room = given().enters('negotiation').does(DAIKI, put('common-ground', WORDS))
    expect(survivingWords(room.state)).toBeNull()
    expect(survivingWords(agreed(room).state)).toBeNull()
    const other = given().enters('negotiation').does(DAIKI, put('common-ground', WORDS))
    for (const head of [AMARA, FEN]) other.does(head, standsOn('jp-2'))
    other.does(AMARA, put('gap', 'This one stays open.'))
    expect(survivingWords(agreed(other, 'common-ground').state)).toMatchObject({
      finding: { kind: 'most', most: { at: [JP], value: 4, stands: 'alone' }, written: 4, all: 4 },
      words: { sides: [{ people: 0 }, { side: JP, people: 4, first: 0 }, { people: 0 }], common: 0 },
    })
  })

  test('says where people wrote none of it, and names several, the chair too, where they wrote as much', () => {
    expect(survivingWords(agreed(given().agrees('gap'), 'gap').state)?.finding).toMatchObject({ kind: 'nobody' })
    const room = given().enters('negotiation').does(DAIKI, put('common-ground', WORDS))
    for (const head of [AMARA, FEN]) room.does(head, standsOn('jp-2'))
    room.does(CHAIR, put('gap', 'Nothing else is settled.'))
    for (const head of [AMARA, DAIKI, FEN]) room.does(head, standsOn('chair-1', 'gap'))
    expect(survivingWords(agreed(room, 'common-ground', 'gap').state)?.finding).toMatchObject({
      ...{ kind: 'most', most: { at: [JP, null], value: 4, stands: 'shared' }, written: 8, all: 8 },
    })
  })
})

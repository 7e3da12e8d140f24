// The bracketed text and the differences of two wordings (Q2), in English, Japanese and Chinese; and who wrote which words (Q13).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DelegationId, delegationId } from '#simulation/kernel/ids'
import { differences, shareChanged } from '#simulation/reading/log/differences'
import { authorsOf, wordsBySide } from '#simulation/reading/text/authorship'
import { bracketed, clauseStretches, type Stretch } from '#simulation/reading/text/brackets'
import { clauseIn } from '#simulation/state/room-state'
import { AMARA, DAIKI } from '../../support/cast'
import { given } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

const SIDES = ['us', 'jp', 'cn', 'kr', 'au'].map((id) => delegationId.parse(id))
const VOCABULARY = {
  en: ['the', 'three', 'sides', 'will', 'keep', 'lines', 'open', 'at', 'all', 'times', 'and', 'tested', ',', '.', '…'],
  ja: ['三者は', '対話の', '窓口を', '常に', '開き', '定期的に', '点検', 'する', '。', '、'],
  zh: ['三方', '保持', '沟通', '渠道', '畅通', '并', '定期', '测试', '。', '，'],
}
const words = (of: keyof typeof VOCABULARY, joint: string) =>
  fc.array(fc.constantFrom(...VOCABULARY[of]), { minLength: 1, maxLength: 24 }).map((all) => all.join(joint))
/** Wordings of one sentence: a common one of which each side has changed some. */
const wordings = fc
  .constantFrom(['en', ' '] as const, ['ja', ''] as const, ['zh', ''] as const)
  .chain(([of, joint]) =>
    fc.uniqueArray(
      fc
        .tuple(words(of, joint), words(of, joint), words(of, joint), fc.nat(7))
        .map(([a, b, c, which]) =>
          [which & 1 ? a : '', b, which & 2 ? c : '', which & 4 ? a : ''].filter((part) => part !== '').join(joint),
        ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .chain((texts) =>
    fc.array(fc.nat(texts.length - 1), { minLength: 5, maxLength: 5 }).map((stands) =>
      texts.flatMap((text, at) => {
        const who = SIDES.filter((_, side) => stands[side] === at)
        return who.length > 0 ? [{ words: text, who }] : []
      }),
    ),
  )

const readBy = (side: DelegationId, stretches: readonly Stretch[]): string =>
  stretches
    .map((stretch) =>
      stretch.kind === 'common'
        ? stretch.text
        : (stretch.alternatives.find(({ who }) => who.includes(side))?.text ?? 'no alternative'),
    )
    .join('')

describe('Q2 the bracketed text', () => {
  test('reads for every side exactly as its version, and each alternative stands once with all who want it', () => {
    const seen = { brackets: 0, several: 0, empty: 0 }
    fc.assert(
      fc.property(wordings, (all) => {
        const stretches = bracketed(all)
        for (const { words: text, who } of all) for (const side of who) expect(readBy(side, stretches)).toBe(text)
        const brackets = stretches.filter((stretch) => stretch.kind === 'bracket')
        for (const { alternatives } of brackets) {
          expect(new Set(alternatives.map(({ text }) => text)).size).toBe(alternatives.length)
          expect(alternatives.length).toBeGreaterThan(1)
          expect(alternatives.flatMap(({ who }) => who).toSorted()).toEqual(all.flatMap(({ who }) => who).toSorted())
          seen.empty += alternatives.filter(({ text }) => text === '').length
        }
        if (all.length === 1) expect(brackets).toEqual([])
        seen.brackets += brackets.length
        seen.several += Number(brackets.length > 1)
      }),
      { numRuns: 1_500, seed: 20_261_130 },
    )
    expect(seen.brackets).toBeGreaterThan(500)
    expect(seen.several).toBeGreaterThan(50)
    expect(seen.empty).toBeGreaterThan(50)
  })

  test('holds only what differs; two words between brackets part them, and fewer do not', () => {
    const of = (...texts: string[]) =>
      bracketed(texts.map((text, at) => ({ words: text, who: [SIDES[at] ?? CN] }))).map((stretch) =>
        stretch.kind === 'common' ? stretch.text : stretch.alternatives.map(({ text }) => text),
      )
    expect(of('Lines will be kept open at all times.', 'Lines will be kept open in mutual respect.')).toEqual([
      'Lines will be kept open ',
      ['at all times.', 'in mutual respect.'],
    ])
    expect(
      of('Each side will open lines now and test them weekly.', 'Each side will close lines now and test them never.'),
    ).toEqual(['Each side will ', ['open', 'close'], ' lines now and test them ', ['weekly.', 'never.']])
    expect(of('Trade will be free now.', 'Trade will grow free soon.')).toEqual([
      'Trade will ',
      ['be free now.', 'grow free soon.'],
    ])
    expect(of('We keep what we have.', 'Nobody asks for more of this.')).toHaveLength(1)
    expect(of('六十日前に通告する。', '三十日前に通告する。')).toHaveLength(2)
    expect(of('提前六十日通知对方。', '提前三十日通知对方。').at(-1)).toContain('对方。')
  })

  test('is computed from the versions that somebody stands on', () => {
    const room = given().enters('negotiation')
    const text = () => {
      const clause = clauseIn(room.state, 'common-ground')
      if (!clause) throw new Error('There is no such clause.')
      return clauseStretches(room.state.plan, clause)
    }
    expect(text().map(({ kind }) => kind)).toContain('bracket')
    room.agrees('common-ground')
    expect(text()).toEqual([{ kind: 'common', text: clauseIn(room.state, 'common-ground')?.versions[0]?.words }])
  })
})

test('Q2 a difference gives back both texts, word by word, in every script', () => {
  fc.assert(
    fc.property(wordings, wordings, ([one], [other]) => {
      const [before, after] = [one?.words ?? '', other?.words ?? '']
      const pieces = differences(before, after)
      const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')
      expect([without('new'), without('gone')]).toEqual([before, after])
      const share = shareChanged(before, after)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(shareChanged(after, after)).toBe(/[\p{L}\p{N}]/u.test(after) ? 0 : 1)
    }),
    { numRuns: 500, seed: 20_261_130 },
  )
  expect(differences('keep these old lines open today', 'keep many new lines open always')).toEqual([
    { kind: 'same', text: 'keep ' },
    { kind: 'gone', text: 'these old' },
    { kind: 'new', text: 'many new' },
    { kind: 'same', text: ' lines open ' },
    { kind: 'gone', text: 'today' },
    { kind: 'new', text: 'always' },
  ])
  expect(differences('規制は六十日前に通告する', '規制は三十日前に通告する')[0]).toMatchObject({ kind: 'same' })
  expect(shareChanged('keep the lines open', 'keep all lines open')).toBe(0.25)
})

describe('who wrote which words', () => {
  const put = (text: string) =>
    ({ type: 'putForward', clause: 'common-ground', words: text, from: null, cites: null, drafter: null }) as const

  test('Q13 words that are taken over keep their author, whatever the writer says they began from', () => {
    const room = given().enters('negotiation')
    const versionOf = (id: string) => {
      const clause = clauseIn(room.state, 'common-ground')
      const version = clause?.versions.find((each) => each.id === id)
      if (!clause || !version) throw new Error(`There is no ${id}.`)
      return { clause, version }
    }
    const first = versionOf('jp-1')
    expect(authorsOf(first.clause, first.version).map(({ author }) => author.kind)).toContain('common')
    const japans = first.version.words.replace(/\.$/, ', and asks nothing more.')
    room.does(AMARA, put(japans))
    const taken = versionOf('us-2')
    const by = authorsOf(taken.clause, taken.version)
    expect(by.map(({ text }) => text).join('')).toBe(japans)
    const counted = wordsBySide(room.state.plan, [taken])
    expect(counted.sides.map(({ side, people }) => [side, people])).toEqual([
      [US, 4],
      [JP, 0],
      [CN, 0],
    ])
    expect(counted.sides.find(({ side }) => side === JP)?.first).toBeGreaterThan(3)
    room.does(DAIKI, put(`${japans} So be it.`))
    const again = wordsBySide(room.state.plan, [versionOf('jp-2')])
    expect(again.sides.map(({ people }) => people)).toEqual([4, 3, 0])
  })

  test('Q13 words that come from nowhere are all their writer’s', () => {
    const room = given().enters('negotiation').does(DAIKI, put('完全に新しい文章です。'))
    const clause = clauseIn(room.state, 'common-ground')
    const version = clause?.versions.at(-1)
    if (!clause || !version) throw new Error('There is no such version.')
    expect(authorsOf(clause, version)).toEqual([
      { text: version.words, author: { kind: 'people', side: JP, seat: 'jp.pm', cites: null } },
    ])
  })
})

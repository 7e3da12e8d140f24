// Ten chips for what matters at home (rules Q19, Q20), and who must not hear of them.
import { describe, expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { nowFor } from '#simulation/reading/talk/now'
import { AMARA, BEN, CLEO, DAIKI, files, HANA, IVO, opening, smallSeminar, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

type Counts = readonly (readonly [string, number])[]
const laid = (counts: Counts) => counts.map(([tension, chips]) => ({ tension, chips }))
const lays = (...counts: Counts): Written => ({ type: 'layChips', laid: laid(counts) })
const proposes = (...counts: Counts): Written => ({ type: 'proposeChips', laid: laid(counts) })
const TEN = lays(['framing', 3], ['regional-order', 7])
const asked = (room: Room, who: string) => nowFor(room.state, personId.parse(who), instantOf(1)).task.kind
const stand = (room: Room) => [US, JP, CN].map((side) => room.state.chips[side]?.laid?.laid ?? null)

/** Washington files what the running caucus files. */
function filesAll(room: Room): void {
  for (const round of room.state.plan.rounds) room.does(AMARA, files({ ...opening(1), round: round.key }))
}

describe('chips', () => {
  test('Q19 the head lays all ten in the first caucus, and may lay them anew until it ends', () => {
    const room = given().enters('briefing')
    room.when(AMARA, TEN).isRefused('wrong-phase')
    room.enters('caucus')
    room.when(BEN, TEN).isRefused('not-the-head')
    room.when(IVO, TEN).isRefused('not-seated')
    room.when(HANA, TEN).isRefused('not-in-caucus')
    room.when(AMARA, lays(['framing', 3], ['regional-order', 6])).isRefused('lay-all-chips')
    room.when(AMARA, lays(['framing', 11])).isRefused('lay-all-chips')
    room.when(AMARA, lays(['cptpp', 10])).isRefused('no-such-round')
    room.does(AMARA, TEN).does(AMARA, lays(['framing', 10]))
    expect(stand(room)).toEqual([laid([['framing', 10]]), null, null])
    room.enters('reveal').when(AMARA, TEN).isRefused('wrong-phase')
    room.enters('caucus', 2).when(AMARA, TEN).isRefused('wrong-phase')
  })

  test('Q19 members propose some or all, which changes nothing that the head laid', () => {
    const room = given().enters('caucus').does(AMARA, TEN)
    room.when(BEN, proposes()).isRefused('propose-some-chips')
    room.when(BEN, proposes(['framing', 6], ['regional-order', 5])).isRefused('propose-some-chips')
    room
      .does(BEN, proposes(['framing', 7]))
      .does(CLEO, proposes(['framing', 1]))
      .does(BEN, proposes(['framing', 8]))
    expect(room.state.chips[US]?.proposed).toMatchObject([
      { seat: 'us.defense', laid: [{ tension: 'framing', chips: 1 }] },
      { seat: 'us.treasury', laid: [{ tension: 'framing', chips: 8 }] },
    ])
    expect(stand(room)[0]).toEqual(
      laid([
        ['framing', 3],
        ['regional-order', 7],
      ]),
    )
  })

  test('Q19 a plan of before has no chips', () => {
    const planned = smallSeminar()
    const { chips: _, ...communique } = planned.plan.communique
    const room = given({ ...planned, plan: { ...planned.plan, communique } }).enters('caucus')
    room.when(AMARA, TEN).isRefused('wrong-phase')
    filesAll(room)
    expect(asked(room, 'amara')).toBe('filed')
  })

  test('Q20 nobody but the delegation and the chair hears of them, until the debrief', () => {
    const room = given()
      .enters('caucus')
      .does(BEN, proposes(['framing', 4]))
      .does(AMARA, TEN)
    for (const type of ['ChipsProposed', 'ChipsLaid'] as const)
      expect(room.hearersOf(type)).toEqual(['chair', 'amara', 'ben', 'cleo'])
    expect(room.as(room.viewerOf('daiki')).chips).toEqual({})
    room.does(DAIKI, TEN).enters('debrief')
    expect(Object.keys(room.as(room.viewerOf('daiki')).chips)).toEqual(['us', 'jp'])
    expect(room.hearersOf('ChipsLaid')).toContain('fen')
    expect(room.hearersOf('ChipsLaid')).not.toContain('stage')
  })

  test('Q20 they are asked for after the position, and not once they are laid', () => {
    const room = given().enters('caucus')
    expect([asked(room, 'amara'), asked(room, 'ben')]).toEqual(['file', 'propose'])
    filesAll(room)
    expect([asked(room, 'amara'), asked(room, 'ben')]).toEqual(['lay-chips', 'propose-chips'])
    room.does(CLEO, proposes(['framing', 4]))
    expect(asked(room, 'ben')).toBe('filed')
    room.does(AMARA, TEN)
    expect([asked(room, 'amara'), asked(room, 'cleo')]).toEqual(['filed', 'filed'])
  })

  test('Q20 the acting head lays them while the head is away, under the same number', () => {
    const room = given().enters('caucus').does(AMARA, TEN)
    room.does('clock', { type: 'markAbsent', seat: 'us.state' })
    room.does(BEN, lays(['framing', 10]))
    expect(room.events('ChipsLaid')).toMatchObject([{ no: 'k-us1' }, { no: 'k-us1', seat: 'us.treasury' }])
    expect(room.as(room.viewerOf('cleo')).chips[US]?.laid?.laid).toEqual([{ tension: 'framing', chips: 10 }])
  })
})

// Which events are entries of the record, and their numbers (rules R7, T4).
import { describe, expect, test } from 'vitest'
import type { PlannedRoom } from '#simulation/planning/planning'
import { entryNumbered } from '#simulation/state/numbered-entries'
import type { RoomState } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, hand, IVO, smallSeminar, statement } from '../../support/cast'
import { firstEdition } from '../../support/first-edition'
import { given } from '../../support/given'

describe('entries', () => {
  test('R7 the record of a short floor reads as the room lived it, numbered from 1', () => {
    const room = given().does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' }).enters('floor')
    const before = room.state.record.length
    room.does(DAIKI, hand(), 1)
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 2)
    room.does(DAIKI, statement('Said.'), 8)
    room.does(DAIKI, { type: 'yieldFloor', to: 'jp.finance' }, 9)
    room.does(CHAIR, { type: 'takeBackFloor' }, 20)
    room.does(CLOCK, { type: 'markAbsent', seat: 'us.defense' }, 21)
    room.does(CHAIR, { type: 'nudge', to: 'room', text: 'Go on.' }, 22)
    room.does(CHAIR, { type: 'pauseClock' }, 23)
    const added = room.state.record.toArray().slice(before)
    expect(added.map((entry) => entry.event.type)).toEqual([
      'FloorGranted',
      'StatementMade',
      'FloorEnded',
      'NudgeSent',
      'ClockPaused',
    ])
    expect(added.map((entry) => Number(entry.no) - before)).toEqual([1, 2, 3, 4, 5])
    expect(added.map((entry) => entry.phase)).toEqual([4, 4, 4, 4, 4])
    expect(added[2]?.event).toMatchObject({ seat: 'jp.finance', spokenMs: 11_000 })
  })

  test('R7 R11 private entries are counted by whom they are for, apart from the public ones', () => {
    const { privateEntries, heardByGuo } = privately(smallSeminar())
    expect(privateEntries).toEqual(['us1', 'us-cn1', 'n-us1', 'n1-1', 'h2-1', 'us2', 'r2-2', 'rx0-2'])
    expect(heardByGuo).toEqual(['us1', 'us-cn1', 'us2'])
  })

  test('R7 R11 an entry is found by its number, the newest where one was written again, in a state of before as well', () => {
    const room = given().enters('debrief')
    room.does(BEN, { type: 'writeReflection', prompt: 1, text: 'First.' })
    const before = room.state
    room.does(BEN, { type: 'writeReflection', prompt: 1, text: 'Again.' })
    room.does(CHAIR, { type: 'nudge', to: 'us', text: 'A note.' })
    for (const state of [before, room.state, before]) {
      const all = [...state.record, ...state.privateEntries]
      for (const { no } of all) expect(entryNumbered(state, no)).toBe(all.findLast((entry) => entry.no === no))
    }
    expect(entryNumbered(before, 'n-us1')).toBeUndefined()
    expect(entryNumbered(room.state, 'n-us1')?.event).toMatchObject({ text: 'A note.' })
    expect(entryNumbered(room.state, 'r2-2')?.event).toMatchObject({ text: 'Again.' })
  })

  test('R11 a record of the first edition goes on with one count for each kind', () => {
    const { privateEntries, heardByGuo } = privately(firstEdition(smallSeminar()))
    expect(privateEntries).toEqual(['c1', 'c2', 'n1', 'n2', 'h1', 'c3', 'r1', 'r2'])
    expect(heardByGuo).toEqual(['c1', 'c2', 'c3'])
  })

  /** The private entry numbers of a room in which everything private was said, and those that another delegation reads at the debrief. */
  function privately(planned: PlannedRoom) {
    const room = given(planned).enters('negotiation')
    const before = room.state.record.length
    room
      .does(AMARA, { type: 'speakInCaucus', text: 'One.' })
      .does(FEN, { type: 'speakInBilateral', between: 'us-cn', text: 'Two.' })
    room.does(CHAIR, { type: 'nudge', to: 'us', text: 'Three.' })
    room.does(CHAIR, { type: 'nudge', to: 'us.state', text: 'To the head.' })
    room.does(BEN, { type: 'callForHelp', text: 'Four.' })
    room.does(BEN, { type: 'speakInCaucus', text: 'Five.' }).enters('debrief')
    room.does(BEN, { type: 'writeReflection', prompt: 1, text: 'Six.' })
    room.does(IVO, { type: 'writeReflection', prompt: 1, text: 'Seven.' })
    expect(room.state.record.at(before)?.no).toBe(String(before + 1))
    const numbers = ({ privateEntries }: RoomState) => privateEntries.toArray().map(({ no }) => no)
    return { privateEntries: numbers(room.state), heardByGuo: numbers(room.as(room.viewerOf('guo'))) }
  }
})

// Points of order and the chair's rulings on them (rule M7).
import { expect, test } from 'vitest'
import { AMARA, BEN, CHAIR, EMI, FEN, GUO, hand, type Written } from '../../support/cast'
import { given } from '../../support/given'

test('M7 the chair rules once on a point of order: a raised hand, or a turn by its entry', () => {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  const ruling = (seat: string, words: string | null = null): Written => ({
    type: 'rulePoint',
    ...{ seat, upheld: true, words },
  })
  room.does(BEN, hand('point-of-order')).does(EMI, hand('challenge'))
  room.when(AMARA, ruling('us.treasury')).isRefused('not-the-chair')
  room.when(CHAIR, ruling('jp.finance')).isRefused('no-point-of-order')
  room
    .when(CHAIR, ruling('us.treasury', 'That is of another round.'))
    .happens(
      { type: 'PointRuled', seat: 'us.treasury', cites: null, upheld: true, words: 'That is of another round.' },
      { type: 'HandLowered', seat: 'us.treasury' },
    )
  room.does(CHAIR, ruling('us.treasury'))
  room.when(CHAIR, ruling('us.treasury')).isRefused('no-point-of-order')
  room.does(GUO, hand('point-of-order')).does(CHAIR, { type: 'grantFloor', seat: 'cn.commerce' }, 10)
  const granted = room.state.record.length
  room.when(CHAIR, ruling('cn.commerce')).happens({ type: 'PointRuled', cites: granted })
  room.does(
    GUO,
    { type: 'makeStatement', text: 'Nobody said that.', intent: 'point-of-order', answers: null, anchors: [] },
    15,
  )
  room.does(GUO, { type: 'yieldFloor', to: null }, 20)
  room.when(CHAIR, ruling('cn.commerce')).happens({ type: 'PointRuled', cites: granted + 1 })
  room.does(CHAIR, ruling('cn.commerce')).when(CHAIR, ruling('cn.commerce')).isRefused('no-point-of-order')
  expect(room.hearersOf('PointRuled')).toContain('stage')
  room.does(GUO, hand('point-of-order')).enters('negotiation')
  room.when(CHAIR, ruling('cn.commerce')).isRefused('no-point-of-order')
})

test('M7 a point that is ruled on while its speaker has the floor does not come back, whatever they say after it', () => {
  const ruling: Written = { type: 'rulePoint', seat: 'cn.commerce', upheld: false, words: null }
  const says = (text: string): Written => ({
    type: 'makeStatement',
    ...{ text, intent: 'point-of-order', answers: null, anchors: [] },
  })
  const speaking = () =>
    given()
      .enters('floor')
      .does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
      .does(GUO, hand('point-of-order'))
      .does(CHAIR, { type: 'grantFloor', seat: 'cn.commerce' }, 10)
  const silent = speaking().does(CHAIR, ruling, 12).does(GUO, { type: 'yieldFloor', to: null }, 20)
  expect(silent.rows.at(-1)?.event.type).toBe('FloorEnded')
  silent.when(CHAIR, ruling).isRefused('no-point-of-order')
  const spoke = speaking()
    .does(CHAIR, ruling, 12)
    .does(GUO, says('As I was saying.'), 13)
    .does(GUO, says('And so.'), 14)
  spoke.does(GUO, { type: 'yieldFloor', to: null }, 20).when(CHAIR, ruling).isRefused('no-point-of-order')
  // The next turn of the same seat is another point, also where it comes by yielding and has no entry of its own.
  spoke.does(GUO, hand('point-of-order'), 21).does(CHAIR, { type: 'grantFloor', seat: 'cn.commerce' }, 22)
  spoke
    .does(GUO, says('Again.'), 23)
    .when(CHAIR, ruling)
    .happens({ type: 'PointRuled', cites: spoke.state.record.length })
  const yielded = speaking().does(CHAIR, ruling, 12).does(GUO, { type: 'yieldFloor', to: null }, 20)
  yielded.does(FEN, hand('point-of-order'), 21).does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' }, 22)
  yielded.does(FEN, { type: 'yieldFloor', to: 'cn.commerce' }, 25).does(GUO, says('Another matter.'), 26)
  yielded.when(CHAIR, ruling).happens({ type: 'PointRuled', cites: yielded.state.record.length })
})

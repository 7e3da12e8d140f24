// A mark that was pressed is shown without a gap, from the press until the room's own row, in whatever order answer and row come.
import { describe, expect, test } from 'vitest'
import { isStillShown, type Sent } from '../../app/_room/use-sent-value'

const pressed: Sent = { value: 1, over: null, saved: false }
const saved: Sent = { ...pressed, saved: true }

/** What is seen where the room shows `stands`. */
const seen = (sent: Sent, stands: number | null) => (isStillShown(sent, stands) ? sent.value : stands)

describe('a value on its way', () => {
  test('is seen before the answer, between the answer and its row, and after its row', () => {
    const answerFirst = [seen(pressed, null), seen(saved, null), seen(saved, 1)]
    const rowFirst = [seen(pressed, null), seen(pressed, 1), seen(saved, 1)]
    expect([answerFirst, rowFirst]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
  })

  test('gives way to what another device of the same office marked after it, and not to what it marked before', () => {
    expect(seen(saved, 2)).toBe(2)
    expect(seen({ ...pressed, value: 1.5, over: 0 }, 0.5)).toBe(1.5)
  })
})

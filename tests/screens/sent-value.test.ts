// A mark that was pressed is shown without a gap, from the press until the room's own row, in whatever order presses, answers and rows come.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, onItsWay, pressed, type Sent } from '../../app/_room/hooks/use-sent-value'

/** A page: what is on its way, and what the room shows. */
function page() {
  let sent: Sent | null = null
  let stands: number | null = null
  const look = () => {
    sent = sent && onItsWay(sent, stands)
    return sent?.value ?? stands
  }
  return {
    look,
    press: (no: number, value: number) => {
      look()
      sent = pressed(sent, { no, value, over: stands })
    },
    answer: (no: number, saved: boolean) => {
      sent = answered(sent, no, saved)
    },
    row: (value: number) => {
      stands = value
    },
  }
}

type Step = 'press' | 'answer' | 'row'
const steps = fc.array(fc.constantFrom<Step[]>('press', 'answer', 'row'), { minLength: 4, maxLength: 24 })

test('what was pressed last is shown from its press on, and in the end what the room shows', () => {
  let pressedTwice = 0
  fc.assert(
    fc.property(steps, (order) => {
      const { look, press, answer, row } = page()
      // Each press has a value of its own. An answer follows its press, and a row its answer or just before it.
      const count = { press: 0, answer: 0, row: 0 }
      const does = { press: () => press(count.press, count.press), answer: () => answer(count.answer, true) }
      const may = (step: Step) =>
        step === 'press' || count[step] < (step === 'answer' ? count.press : Math.min(count.press, count.answer + 1))
      const next = (step: Step) => {
        if (!may(step)) return
        count[step] += 1
        if (step === 'row') row(count.row)
        else does[step]()
        expect(look()).toBe(count.press === 0 ? null : count.press)
      }
      for (const step of order) next(step)
      if (count.press - count.row > 1) pressedTwice += 1
      while (may('answer')) next('answer')
      while (may('row')) next('row')
    }),
    { numRuns: 300 },
  )
  expect(pressedTwice).toBeGreaterThan(20)
})

test('it gives way to a refusal, and to what another device of the same office marked after it', () => {
  const refused = page()
  refused.press(1, 1)
  refused.press(2, 2)
  refused.answer(1, false)
  refused.answer(2, false)
  expect(refused.look()).toBeNull()
  const other = page()
  other.press(1, 1)
  other.answer(1, true)
  other.row(1)
  other.row(2)
  expect(other.look()).toBe(2)
})

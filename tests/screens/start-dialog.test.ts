/** A start that seats people first goes on when all of them sit, and asks anew when one could not be seated. */
import { expect, test } from 'vitest'
import type { Ack } from '#simulation/wire/protocol'
import { seatThenStart } from '../../app/_room/start-dialog'

const SEATED: Ack = { ok: true, seq: 4 }
const REFUSED: Ack = { ok: false, rejection: 'removed' }

test.each([
  { answers: [], does: ['start'] },
  { answers: [SEATED, SEATED], does: ['start'] },
  { answers: [REFUSED], does: ['removed', 'ask again'] },
  { answers: [SEATED, REFUSED, SEATED], does: ['removed', 'ask again'] },
])('after $answers.length answers it does $does', async ({ answers, does }) => {
  const done: string[] = []
  const steps = {
    onSeat: async () => answers,
    onStart: () => void done.push('start'),
    onAskAgain: () => void done.push('ask again'),
  }
  await seatThenStart(steps, [], (rejection) => void done.push(rejection))
  expect(done).toEqual(does)
})

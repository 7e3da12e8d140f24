/** D35: its chairs are told that a record fills, when they come in and while they are there; nobody else is. */
import { expect, test, vi } from 'vitest'
import { savingMessage } from '#simulation/wire/protocol'
import { givenClass, givenHouse, givenPage, givenSeated } from './given-classroom'
import { accepted, until } from './given-page'

vi.mock('#simulation/kernel/limits', async (real) => ({ ...(await real<object>()), RECORD: { rows: 20, bytes: 1e9 } }))

const house = givenHouse()

test('chairs are told how full the record is, and students are not', async () => {
  const of = await givenClass()
  const student = await givenSeated(house.now(), of, 'Mei', 'us.state')
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const heard: Record<string, unknown[]> = { student: [], chair: [] }
  for (const [name, page] of Object.entries({ student, chair }))
    page.socket.on('saving', (message) => void heard[name]?.push(savingMessage.parse(message).space))
  const fillsTo = async (rows: number) => {
    for (let row = 0; row < 20; row += 1) {
      const answer = await chair.submit(of.roomId, { type: 'nudge', to: 'room', text: `We begin, ${row}.` })
      if (accepted(answer) >= rows) return
    }
  }
  await fillsTo(15)
  expect(heard).toEqual({ student: [], chair: [] })
  await fillsTo(16)
  await until(() => expect(heard).toEqual({ student: [null], chair: ['filling'] }))
  await fillsTo(18)
  await until(() => expect(heard).toEqual({ student: [null, null], chair: ['filling', 'full'] }))
  expect(await chair.join(of.roomId)).toMatchObject({ ok: true, space: 'full' })
  expect(await student.join(of.roomId)).toMatchObject({ ok: true, space: null })
})

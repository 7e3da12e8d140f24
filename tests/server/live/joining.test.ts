/** What may change between looking somebody up and letting them in. */
import { expect, test } from 'vitest'
import { isPlacedElsewhere } from '#server/live/joining'
import type { DoorNews } from '#server/store/door/door-news'
import { personId, roomId } from '#simulation/kernel/ids'

const [here, there] = [roomId.parse('table-1'), roomId.parse('table-2')]
const mei = personId.parse('mei')

const newsOf = (placed: string | null): DoorNews => ({
  title: 'The China gap',
  rooms: 2,
  code: null,
  joinPath: null,
  waiting: [],
  participants: [
    {
      ...{
        id: mei,
        name: 'Mei',
        roomId: placed,
        userId: 'u',
        rosterPlaceId: null,
        removedAt: null,
        keptInGrades: false,
        proven: false,
      },
      ...{ createdAt: new Date(0), byOpenCode: false, instructedAt: null, deviceHash: null, addressHash: null },
    },
  ],
})

test('whoever was moved to another table, or off every table, while they were looked up asks again', () => {
  expect(isPlacedElsewhere(newsOf(there), mei, here)).toBe(true)
  expect(isPlacedElsewhere(newsOf(null), mei, here)).toBe(true)
})

test('a chair, who sits there, and who is so new that the news have not named them come in', () => {
  expect(isPlacedElsewhere(newsOf(here), mei, here)).toBe(false)
  expect(isPlacedElsewhere(newsOf(here), null, there)).toBe(false)
  expect(isPlacedElsewhere(newsOf(there), personId.parse('yuki'), here)).toBe(false)
})

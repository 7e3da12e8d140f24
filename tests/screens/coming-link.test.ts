/** What follows a room is loaded once the page is drawn: until then the page shows a room that it has not joined, and a loss of the line on the way costs a moment. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { roomId } from '#simulation/kernel/ids'
import { ComingLink } from '../../app/_room/link/coming-link'
import { RoomLink } from '../../app/_room/link/room-link'
import { beforeJoining } from '../../app/_room/link/room-view'

test('a page that loses its line while it loads what follows its room tries again, and then shows what that says', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const link = new RoomLink(roomId.parse('one'), 'self', {
    open: () => new Promise(() => undefined),
    shelf: { read: async () => [], change: async () => undefined, hold: () => undefined },
    reload: () => undefined,
  })
  let asked = 0
  const coming = new ComingLink(async () => {
    asked += 1
    if (asked === 1) throw new Error('offline')
    return link
  })
  const heard = vi.fn()
  coming.subscribe(heard)
  await Promise.race([coming.start(), Promise.resolve()])
  expect(coming.view).toBe(beforeJoining)
  await vi.runOnlyPendingTimersAsync()
  expect(asked).toBe(2)
  expect(heard).toHaveBeenCalled()
  expect(coming.view).toBe(link.view)
})

/** What follows a room is loaded once the page is drawn: until then the page shows a room that it has not joined, and a loss of the line on the way costs a moment. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { roomId } from '#simulation/kernel/ids'
import { ComingLink } from '../../app/_room/link/coming-link'
import { RoomLink } from '../../app/_room/link/room-link'
import { beforeJoining } from '../../app/_room/link/room-view'

test('a page that cannot load what follows its room tries again, reloads where the server answers, and then shows what that says', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const link = new RoomLink(roomId.parse('one'), 'self', {
    open: () => new Promise(() => undefined),
    shelf: { read: async () => [], change: async () => undefined, hold: () => undefined },
    reload: () => undefined,
  })
  // The server is away, and then there with another build.
  const served = vi.fn<typeof fetch>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(new Response())
  vi.stubGlobal('fetch', served)
  vi.stubGlobal('location', { pathname: '/rooms/one' })
  onTestFinished(() => void vi.unstubAllGlobals())
  const reload = vi.fn()
  let asked = 0
  const coming = new ComingLink(async () => {
    asked += 1
    if (asked < 3) throw new Error('no script')
    return link
  }, reload)
  const heard = vi.fn()
  coming.subscribe(heard)
  await coming.start()
  expect([coming.view, reload.mock.calls.length]).toEqual([beforeJoining, 0])
  await vi.runOnlyPendingTimersAsync()
  expect([coming.view, reload.mock.calls.length]).toEqual([beforeJoining, 1])
  await vi.runOnlyPendingTimersAsync()
  expect(asked).toBe(3)
  expect(heard).toHaveBeenCalled()
  expect(coming.view).toBe(link.view)
})

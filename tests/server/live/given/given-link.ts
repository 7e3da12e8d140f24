/** The page's own link to a room, run without a browser: on a device whose storage and locks are a test's. */
import { io } from 'socket.io-client'
import { expect } from 'vitest'
import type { RoomId } from '#simulation/kernel/ids'
import { socketSettings } from '../../../../app/_room/link/reconnecting'
import { RoomLink } from '../../../../app/_room/link/room-link'
import { Device } from '../../../support/device'
import { until } from './given-page'

export type { RoomLink }

/** A page that follows a room from `address`, coming back quickly when its line is lost. */
export function openLink(page: {
  address: string
  origin: string
  roomId: RoomId
  cookie: string
  device?: Device
  as?: 'self' | 'stage'
  /** Comes back as soon as a real page does, by the same settings; else at once. */
  asPages?: boolean
  reload?: () => void
  /** What the page asks with as its version; that of this build if it is left out. */
  protocol?: () => number
}): RoomLink {
  const { address, origin, cookie, device = new Device(), as = 'self', asPages = false } = page
  const { reload = () => expect.unreachable('The page would have reloaded.') } = page
  const open = async (room: RoomId) => {
    return io(address, {
      ...socketSettings(room),
      ...(asPages ? {} : { reconnectionDelay: 50, reconnectionDelayMax: 200 }),
      extraHeaders: { cookie, origin },
    })
  }
  class OfBuild extends RoomLink {
    protected override request(anew: boolean): object {
      return { ...super.request(anew), ...(page.protocol && { protocol: page.protocol() }) }
    }
  }
  const link = new OfBuild(page.roomId, as, { open, shelf: device, reload })
  void link.start()
  return link
}

export const live = (link: RoomLink): Promise<void> =>
  until(() => expect(link.view.connection).toEqual({ kind: 'live' }), 20_000)

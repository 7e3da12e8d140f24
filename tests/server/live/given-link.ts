/** The page's own link to a room, run without a browser: on a device whose storage and locks are a test's. */
import { io } from 'socket.io-client'
import { expect } from 'vitest'
import type { RoomId } from '#simulation/kernel/ids'
import type { OutboxItem, OutboxStorage } from '../../../app/_room/outbox'
import { socketSettings } from '../../../app/_room/reconnecting'
import { RoomLink } from '../../../app/_room/room-link'
import { until } from './given-page'

export type { RoomLink }

/** A device's storage, shared by its pages and unchanged by a reload. */
export class Device implements OutboxStorage {
  readonly kept = new Map<string, readonly OutboxItem[]>()
  async read(key: string): Promise<unknown> {
    return this.kept.get(key)
  }
  async change(key: string, how: (before: unknown) => readonly OutboxItem[]): Promise<void> {
    this.kept.set(key, how(this.kept.get(key)))
  }
  readonly #queues = new Map<string, Promise<void>>()
  hold(name: string, work: () => Promise<void>): void {
    this.#queues.set(name, (this.#queues.get(name) ?? Promise.resolve()).then(work))
  }
  get all(): readonly OutboxItem[] {
    return [...this.kept.values()].flat()
  }
}

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
}): RoomLink {
  const { address, origin, cookie, device = new Device(), as = 'self', asPages = false } = page
  const { reload = () => expect.unreachable('The page would have reloaded.') } = page
  const open = async (room: RoomId) =>
    io(address, {
      ...socketSettings(room),
      ...(asPages ? {} : { reconnectionDelay: 50, reconnectionDelayMax: 200 }),
      extraHeaders: { cookie, origin },
    })
  const link = new RoomLink(page.roomId, as, { open, shelf: device, reload })
  void link.start()
  return link
}

export const live = (link: RoomLink): Promise<void> =>
  until(() => expect(link.view.connection).toEqual({ kind: 'live' }), 20_000)

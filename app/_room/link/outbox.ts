// Keeps submitted words on this device, by room and person, until the room has saved them; without it a reload or a restart of the server
// between sending and saving would lose them.
import { createStore, get, update } from 'idb-keyval'
import * as z from 'zod/mini'
import { type CommandId, commandId, instant, type RoomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { clientCommand } from '#simulation/shapes/room-command'
import { rejection } from '#simulation/shapes/verdict'
import { WIRE_REFUSALS } from '#simulation/wire/protocol'
import { OUTBOX } from '../../_device/device-storage'
import { randomHex } from './random-hex.ts'

const kept = z.strictObject({
  id: commandId,
  command: clientCommand,
  at: instant,
  refused: z.nullable(z.union([rejection, z.enum(WIRE_REFUSALS)])),
})
export type OutboxItem = z.infer<typeof kept>

/** Lists by key, shared by all pages of a device. */
export type OutboxStorage = {
  read(key: string): Promise<unknown>
  /** Changes a list in one step, also between pages. */
  change(key: string, how: (before: unknown) => readonly OutboxItem[]): Promise<void>
  /** Runs `work` under a lock that all pages of this device share; the lock ends with the work or with the page. */
  hold(name: string, work: () => Promise<void>): void
}

export const newCommandId = (): CommandId => commandId.parse(`c-${randomHex()}`)

export class Outbox {
  readonly #key: string
  readonly #shelf: OutboxStorage

  constructor(room: RoomId, owner: Viewer, shelf: OutboxStorage) {
    this.#key = `${room}/${owner.kind === 'person' ? owner.person : owner.kind}`
    this.#shelf = shelf
  }

  /** The stored items, oldest first. An item that an older version wrote and this one cannot parse is left out. */
  async entries(): Promise<readonly OutboxItem[]> {
    return readable(await this.#shelf.read(this.#key).catch(() => undefined))
  }

  async put(entry: OutboxItem): Promise<void> {
    await this.#change((before) => [...before.filter(({ id }) => id !== entry.id), entry])
  }

  async remove(gone: CommandId): Promise<void> {
    await this.#change((before) => before.filter(({ id }) => id !== gone))
  }

  /**
   * Runs `work` under the item's lock, so that two pages of a device do not both send it: at once for this page's own item, for that of
   * another page when that page is closed.
   */
  whenMine(id: CommandId, work: () => Promise<void>): void {
    this.#shelf.hold(`outbox/${id}`, work)
  }

  /** Storage may be refused (private windows): the command is still sent, it only does not survive a reload. */
  async #change(how: (before: readonly OutboxItem[]) => readonly OutboxItem[]): Promise<void> {
    await this.#shelf.change(this.#key, (before) => how(readable(before))).catch(() => undefined)
  }
}

function readable(stored: unknown): readonly OutboxItem[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry: unknown) => {
    const parsed = kept.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}

/** IndexedDB with Web Locks. Plain http has no locks: then every page sends the item, and the server takes its command id once. */
export function deviceStorage(): OutboxStorage {
  const store = createStore(OUTBOX.database, OUTBOX.store)
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
  return {
    read: (key) => get(key, store),
    change: (key, how) => update(key, how, store),
    hold: (name, work) => void (locks ? locks.request(name, work) : work()).catch(() => undefined),
  }
}

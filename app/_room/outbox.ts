// Where a page keeps the words it has sent until the room has saved them: on this device, by room and person, through a
// reload and a restart. It must not know how they are sent, nor what the room answers.
import { createStore, get, update } from 'idb-keyval'
import * as z from 'zod/mini'
import { type CommandId, commandId, instant, type RoomId } from '#simulation/kernel/ids'
import { type ClientCommand, clientCommand } from '#simulation/kernel/room-command'
import { rejection } from '#simulation/kernel/verdict'
import type { Viewer } from '#simulation/secrecy/viewer'
import { commandRow } from '#simulation/topics/catalogue'
import { WIRE_REFUSALS } from '#simulation/wire/protocol'
import { OUTBOX } from '../_device/device-storage'

const kept = z.strictObject({
  id: commandId,
  command: clientCommand,
  at: instant,
  refused: z.nullable(z.union([rejection, z.enum(WIRE_REFUSALS)])),
})
export type OutboxItem = z.infer<typeof kept>

/** Where lists are kept by key, for all pages of a device. */
export type OutboxStorage = {
  read(key: string): Promise<unknown>
  /** Changes a list in one step, also between pages. */
  change(key: string, how: (before: unknown) => readonly OutboxItem[]): Promise<void>
  /** Runs `work` once no other page of this device holds that name, and holds it until the work is done or the page gone. */
  hold(name: string, work: () => Promise<void>): void
}

/** Whether a command carries somebody's words or considered choice, and so outlives the moment it was sent in. */
export const isKept = (command: ClientCommand): boolean => commandRow(command).inOutbox

/** Not randomUUID: a class on a plain-http address has none. */
export function newCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return commandId.parse(`c-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

export class Outbox {
  readonly #key: string
  readonly #shelf: OutboxStorage

  constructor(room: RoomId, owner: Viewer, shelf: OutboxStorage) {
    this.#key = `${room}/${owner.kind === 'person' ? owner.person : owner.kind}`
    this.#shelf = shelf
  }

  /** What is kept, oldest first; an entry that an older page wrote and this one cannot read is left out. */
  async entries(): Promise<readonly OutboxItem[]> {
    return readable(await this.#shelf.read(this.#key).catch(() => undefined))
  }

  async put(entry: OutboxItem): Promise<void> {
    await this.#change((before) => [...before.filter(({ id }) => id !== entry.id), entry])
  }

  async remove(gone: CommandId): Promise<void> {
    await this.#change((before) => before.filter(({ id }) => id !== gone))
  }

  /** Runs `work` once this page alone has the entry: at once for its own, for another page's when that one is closed. */
  whenMine(id: CommandId, work: () => Promise<void>): void {
    this.#shelf.hold(`outbox/${id}`, work)
  }

  /** A device that refuses storage still sends; it only cannot survive a reload. */
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

/** The device's own storage. Without locks, as on plain http, every page sends what is kept; its id counts once. */
export function deviceStorage(): OutboxStorage {
  const store = createStore(OUTBOX.database, OUTBOX.store)
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
  return {
    read: (key) => get(key, store),
    change: (key, how) => update(key, how, store),
    hold: (name, work) => void (locks ? locks.request(name, work) : work()).catch(() => undefined),
  }
}

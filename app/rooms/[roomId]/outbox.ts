// Where a page keeps the words it has sent until the room has saved them: on this device, by room and person, through a
// reload and a restart. It must not know how they are sent, nor what the room answers.
import { createStore, get, update } from 'idb-keyval'
import { z } from 'zod'
import { type CommandId, commandId, instant, type RoomId } from '#simulation/ids'
import { WIRE_REFUSALS } from '#simulation/protocol'
import type { Viewer } from '#simulation/record'
import { type ClientCommand, clientCommand } from '#simulation/room-command'
import { rejection } from '#simulation/verdict'

const kept = z.strictObject({
  id: commandId,
  command: clientCommand,
  at: instant,
  refused: z.union([rejection, z.enum(WIRE_REFUSALS)]).nullable(),
})
export type Kept = z.infer<typeof kept>

/** Something that holds a list under a key and changes it in one step, also between tabs. */
export type Shelf = {
  read(key: string): Promise<unknown>
  change(key: string, how: (before: unknown) => readonly Kept[]): Promise<void>
}

/** Whether a command carries somebody's words or considered choice, and so outlives the moment it was sent in. */
export function isKept(command: ClientCommand): boolean {
  switch (command.type) {
    case 'makeStatement':
    case 'withdrawStatement':
    case 'speakInCaucus':
    case 'speakInBilateral':
    case 'draftPosition':
    case 'filePosition':
    case 'keepBracket':
    case 'adviseBallot':
    case 'castBallot':
    case 'nudge':
    case 'callForHelp':
    case 'answerHelp':
    case 'writeInject':
    case 'bookmarkEntry':
    case 'markStance':
    case 'writeReflection':
      return true
    default:
      return false
  }
}

/** Not randomUUID: a class on a plain-http address has none. */
export function newCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return commandId.parse(`c-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

export class Outbox {
  readonly #key: string
  readonly #shelf: Shelf

  constructor(room: RoomId, owner: Viewer, shelf: Shelf) {
    this.#key = `${room}/${owner.kind === 'person' ? owner.person : owner.kind}`
    this.#shelf = shelf
  }

  /** What is kept, oldest first; an entry that an older page wrote and this one cannot read is left out. */
  async entries(): Promise<readonly Kept[]> {
    return readable(await this.#shelf.read(this.#key).catch(() => undefined))
  }

  async put(entry: Kept): Promise<void> {
    await this.#change((before) => [...before.filter(({ id }) => id !== entry.id), entry])
  }

  async remove(gone: CommandId): Promise<void> {
    await this.#change((before) => before.filter(({ id }) => id !== gone))
  }

  /** A device that refuses storage still sends; it only cannot survive a reload. */
  async #change(how: (before: readonly Kept[]) => readonly Kept[]): Promise<void> {
    await this.#shelf.change(this.#key, (before) => how(readable(before))).catch(() => undefined)
  }
}

function readable(stored: unknown): readonly Kept[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry: unknown) => {
    const parsed = kept.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}

/** The device's own storage. */
export function deviceShelf(): Shelf {
  const store = createStore('track-two-outbox', 'kept')
  return {
    read: (key) => get(key, store),
    change: (key, how) => update(key, how, store),
  }
}

/**
 * Holds an entry as this page's own while the page lives, and waits for it while another page has it: when that page is
 * closed before its words were saved, this one sends them. Without locks (plain http) every page sends; the id counts once.
 */
export function whenMine(id: CommandId, then: () => Promise<void>): void {
  if (!('locks' in navigator) || !navigator.locks) {
    void then()
    return
  }
  void navigator.locks.request(`outbox/${id}`, then).catch(() => undefined)
}

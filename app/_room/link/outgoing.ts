// This page's commands that are not on the record yet. Each keeps its id through every resend, so that the server takes it once, and
// leaves the list in the same update in which its row arrives, so that it is never shown twice or not at all.
import type { CommandId } from '#simulation/kernel/ids'
import { type ClientCommand, isKept } from '#simulation/shapes/room-command'
import { type Ack, MOMENT_MS } from '#simulation/wire/protocol'
import { newCommandId, type Outbox, type OutboxItem } from './outbox'
import type { PendingCommand, Refusal } from './room-view'

/** Sends once; the answer is null when none came in time. */
type SendCommand = (id: CommandId, command: ClientCommand, answered: (answer: Ack | null) => void) => void

type OutgoingCommand = PendingCommand & {
  kept: boolean
  /** Whether the newest send has no answer yet. */
  inFlight: boolean
  /** The row number it was saved under; it stays listed until that row has arrived. */
  savedAs: number | null
  answer: (ack: Ack) => void
}

const AGAIN_MS = 1_000

export class Outgoing {
  savedAt: number | null = null
  #entries: readonly OutgoingCommand[] = []
  #view: readonly PendingCommand[] = []
  #outbox: Outbox | null = null
  #ready = false
  #closed = false
  readonly #wakes: (() => void)[] = []
  #pump: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly given: {
      post: SendCommand
      now: () => number
      toldUpTo: () => number
      /** Since when the room cannot save; null while it can. */
      unsavedSince: () => number | null
      changed: () => void
    },
  ) {}

  get view(): readonly PendingCommand[] {
    return this.#view
  }

  submit(command: ClientCommand): Promise<Ack> {
    if (!this.#ready) this.#supersede(command)
    return new Promise((answer) => {
      const id = newCommandId()
      const at = this.given.now()
      const kept = isKept(command)
      this.#add({ id, command, at, status: { kind: 'sending' }, kept, inFlight: false, savedAs: null, answer })
      if (kept) this.#hold(id)
      else setTimeout(() => this.#giveUp(id), MOMENT_MS)
      this.#send()
    })
  }

  /** Resumes the items that this device still stores for this person in this room. Called once, when the join says who the reader is. */
  async open(outbox: Outbox): Promise<void> {
    if (this.#outbox) return
    this.#outbox = outbox
    for (const { id, kept } of this.#entries) if (kept) this.#hold(id)
    for (const found of await outbox.entries()) {
      if (this.#find(found.id)) continue
      if (found.refused !== null) this.#add(asEntry(found))
      else outbox.whenMine(found.id, () => this.#adopt(found.id))
    }
    this.#send()
  }

  /** Releases the locks on stored items when the page is left, so that another page can send them. */
  close(): void {
    this.halt()
    this.#closed = true
    this.#wake()
  }

  /**
   * Called after every join: sends each command again that has no answer, or whose row is not among those that came, in order. A database
   * may have come back without the row; where it has not, the room knows the id and answers as before.
   */
  resume(): void {
    this.#ready = true
    this.#entries = this.#entries.map((entry) => ({ ...entry, inFlight: false, savedAs: null }))
    this.#send()
  }

  halt(): void {
    this.#ready = false
    clearTimeout(this.#pump)
  }

  /** Rows up to this number have arrived: removes the commands they hold. The caller shows rows and removal in one update. */
  told(seq: number): readonly PendingCommand[] {
    if (this.#entries.some(({ savedAs }) => savedAs !== null && savedAs <= seq))
      this.#put(this.#entries.filter(({ savedAs }) => savedAs === null || savedAs > seq))
    return this.#view
  }

  dismiss = (id: CommandId): void => {
    if (this.#find(id)?.status.kind === 'refused') this.#drop(id)
  }

  retry = (id: CommandId): void => {
    const entry = this.#find(id)
    if (entry?.status.kind !== 'refused') return
    this.#drop(id)
    void this.submit(entry.command)
  }

  #send(): void {
    if (!this.#ready) return
    for (const { id, command, status, inFlight, savedAs } of this.#entries) {
      if (status.kind === 'refused' || inFlight || savedAs !== null) continue
      this.#change(id, { inFlight: true })
      this.given.post(id, command, (answer) => this.#answered(id, answer))
    }
  }

  #answered(id: CommandId, answer: Ack | null): void {
    if (!this.#find(id)) return
    if (answer?.ok) this.#saved(id, answer)
    else if (answer === null || isPassing(answer.rejection)) {
      this.#change(id, { inFlight: false })
      clearTimeout(this.#pump)
      this.#pump = setTimeout(() => this.#send(), AGAIN_MS * (1 + Math.random()))
    } else this.#refused(id, answer.rejection)
  }

  #saved(id: CommandId, answer: Extract<Ack, { ok: true }>): void {
    this.savedAt = this.given.now()
    void this.#outbox?.remove(id)
    const entry = this.#find(id)
    if (answer.seq <= this.given.toldUpTo()) this.#set(this.#entries.filter((other) => other.id !== id))
    else this.#change(id, { savedAs: answer.seq })
    entry?.answer(answer)
  }

  #refused(id: CommandId, reason: Refusal): void {
    const entry = this.#find(id)
    if (entry?.kept) {
      void this.#outbox?.put({ id, command: entry.command, at: entry.at, refused: reason })
      this.#change(id, { inFlight: false, status: { kind: 'refused', reason } })
    } else this.#drop(id)
    entry?.answer({ ok: false, rejection: reason })
  }

  #giveUp(id: CommandId): void {
    if (this.#find(id)?.savedAs !== null) return
    this.#refused(id, this.given.unsavedSince() === null ? 'try-again' : 'cannot-save')
  }

  /** Stores a command on this device under a lock, so that other pages of the device do not send it while this one lists it. */
  #hold(id: CommandId): void {
    const entry = this.#find(id)
    if (!this.#outbox || !entry) return
    void this.#outbox.put({ id, command: entry.command, at: entry.at, refused: null })
    this.#outbox.whenMine(id, () => this.#untilGone(id))
  }

  async #adopt(id: CommandId): Promise<void> {
    const still = (await this.#outbox?.entries())?.find((entry) => entry.id === id)
    if (!still || this.#find(id) || this.#closed) return
    this.#add(asEntry(still))
    this.#send()
    await this.#untilGone(id)
  }

  async #untilGone(id: CommandId): Promise<void> {
    while (this.#find(id) && !this.#closed) await new Promise<void>((wake) => this.#wakes.push(wake))
  }

  /** While offline, only the newest proposal of a position is kept: the older ones would be sent only to be replaced. */
  #supersede(command: ClientCommand): void {
    if (command.type !== 'draftPosition') return
    for (const { id, command: older, status, answer } of this.#entries) {
      if (older.type !== 'draftPosition' || status.kind === 'refused') continue
      if (older.round !== command.round || older.stage !== command.stage) continue
      this.#drop(id)
      answer({ ok: false, rejection: 'nothing-changed' })
    }
  }

  #wake(): void {
    for (const wake of this.#wakes.splice(0)) wake()
  }

  #find = (id: CommandId): OutgoingCommand | undefined => this.#entries.find((entry) => entry.id === id)

  #add(entry: OutgoingCommand): void {
    this.#set([...this.#entries, entry])
  }

  #change(id: CommandId, change: Partial<OutgoingCommand>): void {
    this.#set(this.#entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))
  }

  #drop(id: CommandId): void {
    void this.#outbox?.remove(id)
    this.#set(this.#entries.filter((entry) => entry.id !== id))
  }

  #set(entries: readonly OutgoingCommand[]): void {
    this.#put(entries)
    this.given.changed()
  }

  #put(entries: readonly OutgoingCommand[]): void {
    this.#entries = entries
    this.#view = entries.map(({ id, command, at, status }) => ({ id, command, at, status }))
    this.#wake()
  }
}

/** Whether the same command, sent again a moment later, may be taken. */
export const isPassing = (reason: Refusal): boolean =>
  reason === 'try-again' || reason === 'slow-down' || reason === 'not-joined' || reason === 'signed-out'

const asEntry = ({ id, command, at, refused }: OutboxItem): OutgoingCommand => ({
  id,
  command,
  at,
  status: refused === null ? { kind: 'sending' } : { kind: 'refused', reason: refused },
  kept: true,
  inFlight: false,
  savedAs: null,
  answer: () => undefined,
})

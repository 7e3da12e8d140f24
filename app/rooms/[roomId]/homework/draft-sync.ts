// Synchronises the drafts of this device with the server: typed text is sent after a pause, text from another device is taken over where
// nothing was typed here, and where both changed, both texts are kept until the writer chooses.

import type { SaveAnswer, ServerDraft } from '#simulation/wire/drafts'
import { bothOf, isBlank, wordsIn } from './draft-words'
import type { LocalDrafts } from './local-drafts'

/** Both methods reject while offline, and resolve to "closed" once the person has no access to these drafts. */
export type DraftServer = {
  all(): Promise<readonly ServerDraft[] | 'closed'>
  save(draft: { key: string; text: string; over: number | null }): Promise<SaveAnswer>
}

type SyncState =
  | { kind: 'saved'; at: number }
  /** On this device only; not saved on the server yet. */
  | { kind: 'device' }
  /** `savedAt` is null where the other words were written in another tab of this device. */
  | { kind: 'differs'; other: { text: string; savedAt: number | null } }
export type SyncStates = ReadonlyMap<string, SyncState>

const REST_MS = 800
const AGAIN_MS = 5_000

export class DraftSync {
  view: SyncStates = new Map()
  readonly #standing = new Map<string, SyncState>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #busy = new Set<string>()
  #unwatch: (() => void) | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #isRunning = false

  constructor(
    private readonly shelf: LocalDrafts,
    private readonly server: DraftServer,
    private readonly changed: () => void,
  ) {}

  async start(): Promise<void> {
    this.#isRunning = true
    this.#unwatch ??= this.shelf.watch((what) => this.#typed(what))
    await this.pull()
  }

  /** Stops the sync after one last save of what was typed. */
  stop(): void {
    this.flush()
    this.#close()
  }

  /** Sends what is still waiting for the typing pause, because the page may be about to close. */
  flush(): void {
    const waiting = [...this.#timers]
    this.#timers.clear()
    for (const [what, timer] of waiting) {
      clearTimeout(timer)
      void this.#send(what)
    }
  }

  #close(): void {
    this.#isRunning = false
    this.#unwatch?.()
    this.#unwatch = undefined
    clearTimeout(this.#again)
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Reads what the server holds, takes over what is newer there, and sends what is newer here. */
  async pull(): Promise<void> {
    clearTimeout(this.#again)
    if (!this.#isRunning) return
    try {
      const held = await this.server.all()
      if (held === 'closed') {
        this.#close()
        return
      }
      for (const what of this.shelf.keys()) this.#clashes(what)
      for (const { key, text, savedAt } of held) this.#met(key, text, savedAt)
      for (const what of this.shelf.keys()) if (this.#isDirty(what)) await this.#send(what)
    } catch {
      for (const what of this.shelf.keys()) if (this.#isDirty(what)) this.#set(what, { kind: 'device' })
      this.#tryAgain()
    }
  }

  /** Resolves a conflict: the chosen text is saved over that of the other device. */
  async choose(what: string, which: 'here' | 'other' | 'both'): Promise<void> {
    const standing = this.#standing.get(what)
    if (standing?.kind !== 'differs') return
    const { other } = standing
    const here = this.shelf.read(what) ?? '""'
    if (other.savedAt === null) this.shelf.settleClash(what)
    else this.shelf.setBase(what, { at: other.savedAt, text: other.text })
    this.#standing.delete(what)
    if (which !== 'here') this.shelf.write(what, which === 'other' ? other.text : bothOf(here, other.text))
    this.#unwait(what)
    await this.#send(what)
  }

  /** Whether words of another tab wait for a choice; if they do, nothing is sent until it is made, in whichever tab. */
  #clashes(what: string): boolean {
    const text = this.shelf.clash(what)
    const standing = this.#standing.get(what)
    if (text !== null) this.#set(what, { kind: 'differs', other: { text, savedAt: null } })
    else if (standing?.kind === 'differs' && standing.other.savedAt === null) this.#set(what, { kind: 'device' })
    return text !== null
  }

  #typed(what: string): void {
    if (this.#clashes(what)) return
    if (this.#standing.get(what)?.kind === 'differs') return
    if (!this.#isDirty(what)) return
    this.#set(what, { kind: 'device' })
    this.#unwait(what)
    this.#timers.set(
      what,
      setTimeout(() => {
        this.#timers.delete(what)
        void this.#send(what)
      }, REST_MS),
    )
  }

  #unwait(what: string): void {
    clearTimeout(this.#timers.get(what))
    this.#timers.delete(what)
  }

  /** Compares one draft of the server with this device's. */
  #met(what: string, text: string, savedAt: number): void {
    if (this.shelf.clash(what) !== null) return
    const here = this.shelf.read(what)
    const known = this.shelf.base(what)
    if (known?.at === savedAt) {
      if (!this.#isDirty(what)) this.#set(what, { kind: 'saved', at: savedAt })
      return
    }
    const untouched = here === null || here === known?.text || here === text
    if (untouched || wordsIn(here) === wordsIn(text) || isBlank(here)) {
      this.shelf.setBase(what, { at: savedAt, text })
      if (here !== text) this.shelf.write(what, text)
      this.#set(what, { kind: 'saved', at: savedAt })
    } else if (isBlank(text)) {
      // The local draft is empty, so overwriting it loses nothing.
      this.shelf.setBase(what, { at: savedAt, text })
    } else this.#set(what, { kind: 'differs', other: { text, savedAt } })
  }

  async #send(what: string): Promise<void> {
    const text = this.shelf.read(what)
    if (!this.#isRunning || text === null || this.#busy.has(what) || this.#standing.get(what)?.kind === 'differs')
      return
    this.#busy.add(what)
    const known = this.shelf.base(what)
    try {
      const answer = await this.server.save({ key: what, text, over: known?.at ?? null })
      if (answer.kind === 'saved') {
        this.shelf.setBase(what, { at: answer.savedAt, text })
        this.#set(what, this.#isDirty(what) ? { kind: 'device' } : { kind: 'saved', at: answer.savedAt })
      } else if (answer.kind === 'other') this.#met(what, answer.text, answer.savedAt)
      else this.#set(what, { kind: 'device' })
      this.#busy.delete(what)
      if (answer.kind === 'closed') this.#close()
      else if (answer.kind !== 'full' && this.#isRunning && this.#isDirty(what)) await this.#send(what)
    } catch {
      this.#busy.delete(what)
      this.#set(what, { kind: 'device' })
      this.#tryAgain()
    }
  }

  #isDirty(what: string): boolean {
    const here = this.shelf.read(what)
    const known = this.shelf.base(what)
    return here !== null && here !== known?.text && !(known === null && isBlank(here))
  }

  #tryAgain(): void {
    clearTimeout(this.#again)
    if (this.#isRunning) this.#again = setTimeout(() => void this.pull(), AGAIN_MS)
  }

  #set(what: string, standing: SyncState): void {
    this.#standing.set(what, standing)
    this.view = new Map(this.#standing)
    this.changed()
  }
}

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
/** One for each of several tabs that are cut off and closed; older ones are not met again. */
const KEPT = 8

/** Words of the server that were not taken over because this device has others, and the version that was known here when they came. */
type Unread = { text: string; savedAt: number; over: number | null }

export class DraftSync {
  view: SyncStates = new Map()
  readonly #unread = new Map<string, Unread>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #busy = new Set<string>()
  #unwatch: (() => void) | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #isRunning = false
  /** A save was not answered: nothing more is sent from here until the server has told what it holds. */
  #isCut = false

  constructor(
    private readonly shelf: LocalDrafts,
    private readonly server: DraftServer,
    private readonly changed: () => void,
  ) {}

  async start(): Promise<void> {
    this.#isRunning = true
    this.#unwatch ??= this.shelf.watch({ here: (what) => this.#typed(what), elsewhere: (what) => this.#heard(what) })
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
      void this.#save(what)
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
    const known = new Map(this.shelf.keys().map((what) => [what, this.#knownAt(what)]))
    try {
      const held = await this.server.all()
      if (held === 'closed') {
        this.#close()
        return
      }
      this.#isCut = false
      for (const { key, text, savedAt } of held) this.#met(key, text, savedAt, known.get(key) ?? null)
      for (const what of this.shelf.keys()) await this.#send(what)
    } catch {
      for (const what of this.shelf.keys()) this.#look(what)
      this.#tryAgain()
    }
  }

  /** Resolves a conflict: the chosen text is saved over that of the other device. */
  async choose(what: string, which: 'here' | 'other' | 'both'): Promise<void> {
    const standing = this.view.get(what)
    if (standing?.kind !== 'differs') return
    const { other } = standing
    const here = this.shelf.read(what) ?? '""'
    if (other.savedAt === null) this.shelf.settleClash(what)
    else this.shelf.setBase(what, { at: other.savedAt, text: other.text })
    if (which !== 'here') this.shelf.write(what, which === 'other' ? other.text : bothOf(here, other.text))
    clearTimeout(this.#timers.get(what))
    this.#timers.delete(what)
    await this.#send(what)
  }

  /** The tab in which words are typed sends them. */
  #typed(what: string): void {
    if (this.#look(what) === 'device') this.#sendSoon(what)
  }

  /** Another tab typed, saved or chose. It sends its words itself, unless they waited for a choice here. */
  #heard(what: string): void {
    const waited = this.view.get(what)?.kind === 'differs'
    if (this.#look(what) === 'device' && waited) this.#sendSoon(what)
  }

  #sendSoon(what: string): void {
    clearTimeout(this.#timers.get(what))
    this.#timers.set(
      what,
      setTimeout(() => {
        this.#timers.delete(what)
        void this.#send(what)
      }, REST_MS),
    )
  }

  /**
   * Compares one draft of the server with this device's. An answer says nothing about words of which another tab has read or saved a
   * version since it was asked: `asked` is the version that was known then.
   */
  #met(what: string, text: string, savedAt: number, asked: number | null): void {
    const known = this.shelf.base(what)
    const here = this.shelf.read(what)
    if (here !== null && (known?.at ?? null) !== asked) return
    if (known?.at === savedAt || this.shelf.clash(what) !== null) return
    const isOurs = text === known?.text || this.shelf.unanswered(what).includes(text)
    const isUntouched = here === null || here === known?.text || isBlank(here) || wordsIn(here) === wordsIn(text)
    if (isOurs || here === text || (isBlank(text) && !isUntouched)) {
      // Nothing there is new to this device: what stands here goes over it.
      this.#answered(what, text)
      this.shelf.setBase(what, { at: savedAt, text })
    } else if (isUntouched) {
      this.shelf.setBase(what, { at: savedAt, text })
      this.shelf.write(what, text)
    } else this.#unread.set(what, { text, savedAt, over: asked })
  }

  async #send(what: string): Promise<void> {
    if (this.#isCut) this.#look(what)
    else await this.#save(what)
  }

  async #save(what: string): Promise<void> {
    const text = this.shelf.read(what)
    if (this.#look(what) !== 'device' || text === null || !this.#isRunning || this.#busy.has(what)) return
    this.#busy.add(what)
    // Kept until there is an answer: where it is lost, this device still knows its own words when the server shows them.
    this.shelf.setUnanswered(what, [...this.shelf.unanswered(what).filter((one) => one !== text), text].slice(-KEPT))
    const over = this.#knownAt(what)
    try {
      const answer = await this.server.save({ key: what, text, over })
      if (answer.kind === 'other') this.#met(what, answer.text, answer.savedAt, over)
      if (answer.kind === 'saved') this.#answered(what, text)
      // Another tab may have read a later version meanwhile: what is known never goes back.
      if (answer.kind === 'saved' && (this.#knownAt(what) === over || answer.savedAt > (this.#knownAt(what) ?? 0)))
        this.shelf.setBase(what, { at: answer.savedAt, text })
      this.#busy.delete(what)
      this.#look(what)
      if (answer.kind === 'closed') this.#close()
      else if (this.#knownAt(what) !== over) await this.#send(what)
    } catch {
      this.#busy.delete(what)
      this.#isCut = true
      this.#look(what)
      this.#tryAgain()
    }
  }

  /** The server holds these words, or held them: what was sent before them is told as well. */
  #answered(what: string, text: string): void {
    const unanswered = this.shelf.unanswered(what)
    this.shelf.setUnanswered(what, unanswered.slice(unanswered.lastIndexOf(text) + 1))
  }

  #knownAt(what: string): number | null {
    return this.shelf.base(what)?.at ?? null
  }

  #tryAgain(): void {
    clearTimeout(this.#again)
    if (this.#isRunning) this.#again = setTimeout(() => void this.pull(), AGAIN_MS)
  }

  /** How a draft stands, from what this device holds at this moment: tabs share it, and another may have settled what was asked here. */
  #stateOf(what: string): SyncState | null {
    const clash = this.shelf.clash(what)
    if (clash !== null) return { kind: 'differs', other: { text: clash, savedAt: null } }
    const here = this.shelf.read(what)
    const known = this.shelf.base(what)
    if (here === known?.text && this.shelf.unanswered(what).length === 0) return { kind: 'saved', at: known.at }
    if (here === null || (known === null && isBlank(here))) return null
    const unread = this.#unread.get(what)
    return unread && unread.over === (known?.at ?? null) && wordsIn(unread.text) !== wordsIn(here)
      ? { kind: 'differs', other: { text: unread.text, savedAt: unread.savedAt } }
      : { kind: 'device' }
  }

  #look(what: string): SyncState['kind'] | null {
    const state = this.#stateOf(what)
    const view = new Map(this.view)
    if (state) view.set(what, state)
    else view.delete(what)
    this.view = view
    this.changed()
    return state?.kind ?? null
  }
}

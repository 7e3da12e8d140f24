// What a page holds of its room until the script that follows rooms is there: a page is drawn first, and loads it then.
import { serverAnswers } from '#ui/controls/server-answers.ts'
import type { RoomLink } from './room-link'
import { beforeJoining, type RoomView } from './room-view'

/** Offline, it tries again after so long. */
const AGAIN_MS = 3_000

export class ComingLink {
  #link: RoomLink | null = null
  #stopped = false
  readonly #listeners = new Set<() => void>()

  /** `reload` is asked where the server answers and the script is not to be had: it was of a build that is gone. */
  constructor(
    private readonly load: () => Promise<RoomLink>,
    private readonly reload: () => void,
  ) {}

  get view(): RoomView {
    return this.#link?.view ?? beforeJoining
  }

  async start(): Promise<void> {
    if (this.#stopped) return
    const link = await this.load().catch(() => null)
    if (this.#stopped) return
    if (!link) {
      if ((await serverAnswers()) === 'ok') this.reload()
      return void setTimeout(() => this.start(), AGAIN_MS)
    }
    this.#link = link
    link.subscribe(this.#changed)
    this.#changed()
    await link.start()
  }

  stop(): void {
    this.#stopped = true
    this.#link?.stop()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly #changed = (): void => {
    for (const listener of this.#listeners) listener()
  }
}

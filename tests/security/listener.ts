/** A listener in a seminar whose private words are marked: what they may know is compared with all bytes they are sent. */
import { expect } from 'vitest'
import type { RoomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { type Page, until } from '../server/live/given/given-page'
import type { StoryBook } from '../support/stories/story-book'
import { marksIn } from '../support/stories/story-marks'

/** Somebody's page, and all they were ever let in on. */
export class Listener {
  readonly allowed = new Set<number>()
  readonly found = new Set<number>()
  removedAt: number | null = null
  #searched = 0
  #joining: Promise<void> = Promise.resolve()

  constructor(
    readonly name: string,
    readonly cookie: string,
    readonly page: Page,
    readonly room: RoomId,
    readonly viewer: () => Viewer | null,
    readonly as: 'self' | 'stage' = 'self',
  ) {
    page.socket.on('leave', () => {
      const why = page.left.at(-1)
      if (why === 'rejoin') this.#joining = this.join()
      if (why === 'removed') this.removedAt = page.bytes.length
    })
  }

  /** Until it is in again, however often it must ask. A guest's removal has ended their line as well. */
  async join(): Promise<void> {
    for (;;) {
      if (!this.page.socket.connected) await until(async () => void (await this.page.connect()))
      const answer = await this.page.join(this.room, this.as)
      if (answer.ok) break
      if (answer.refusal === 'removed' || answer.refusal === 'not-found') return
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    this.removedAt = null
  }

  async hears(seq: number): Promise<void> {
    await until(() => expect(this.removedAt !== null || this.page.seq >= seq).toBe(true), 8_000)
    await this.#joining
  }

  /** Until all it was sent by now has come. The numbers of what others said come later, and nobody waits for those. */
  async settles(): Promise<void> {
    if (this.removedAt !== null) return
    await this.page.now().catch((lost: unknown) => {
      // Removed meanwhile.
      if (this.removedAt === null) throw lost
    })
    await this.#joining
  }

  /** Holds what was sent since the last search against what the story let them in on until now; returns how much that was. */
  search(book: StoryBook): number {
    const viewer = this.viewer()
    if (viewer) for (const token of book.toldTo(viewer)) this.allowed.add(token)
    const news = this.page.bytes.slice(this.#searched)
    this.#searched = this.page.bytes.length
    for (const token of marksIn(news)) this.found.add(token)
    const leaked = [...this.found].filter((token) => !this.allowed.has(token))
    expect({ who: this.name, leaked }).toEqual({ who: this.name, leaked: [] })
    // At most what time it is, where that was asked before, and that their line ends.
    if (this.removedAt !== null)
      expect(this.page.bytes.slice(this.removedAt), `${this.name} was removed`).toMatch(/^(3\d+\[\{"now":\d+\}\])?1?$/)
    return news.length
  }
}

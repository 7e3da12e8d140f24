// Links that all parts of a page share: the first part that reads one opens it, and it is closed a moment after the last has gone.

type Link = { start(): Promise<void>; stop(): void; subscribe(listener: () => void): () => void }
type Shared<Kind extends Link> = { link: Kind; readers: number; closing: ReturnType<typeof setTimeout> | undefined }

/** React mounts twice in development: a link stays open this long for the second mount. */
const LINGER_MS = 1_000

export class SharedLinks<Kind extends Link> {
  readonly #links = new Map<string, Shared<Kind>>()
  readonly #make: (key: string) => Kind

  constructor(make: (key: string) => Kind) {
    this.#make = make
  }

  of(key: string): Kind {
    return this.#held(key).link
  }

  /** Reads the link until the returned function is called. */
  attach(key: string, listener: () => void): () => void {
    const mine = this.#held(key)
    clearTimeout(mine.closing)
    if (mine.readers === 0 && mine.closing === undefined) void mine.link.start()
    mine.closing = undefined
    mine.readers += 1
    const unsubscribe = mine.link.subscribe(listener)
    return () => {
      unsubscribe()
      mine.readers -= 1
      if (mine.readers > 0) return
      mine.closing = setTimeout(() => {
        this.#links.delete(key)
        mine.link.stop()
      }, LINGER_MS)
    }
  }

  #held(key: string): Shared<Kind> {
    let found = this.#links.get(key)
    if (!found) {
      found = { link: this.#make(key), readers: 0, closing: undefined }
      this.#links.set(key, found)
    }
    return found
  }
}

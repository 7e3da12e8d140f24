/** When something was broken in a run, so that the judge knows what could not be expected then. */

export type Outage = {
  from: number
  /** Infinity while it lasts. */
  to: number
  /** One of several servers, by its number, while the others went on; null when nobody could be served. */
  server: number | null
}

export class Outages {
  readonly all: Outage[] = []

  /** Notes that something is broken while `work` goes on. */
  async during(server: number | null, work: () => Promise<void>): Promise<void> {
    const outage: Outage = { from: Date.now(), to: Number.POSITIVE_INFINITY, server }
    this.all.push(outage)
    await work()
    outage.to = Date.now()
  }

  /**
   * What may keep the clock of a room from being on time. Where one of several servers breaks, the others take its work over at once, so
   * that only its beginning counts.
   */
  ofClocks(): readonly Pick<Outage, 'from' | 'to'>[] {
    return this.all.map(({ from, to, server }) => ({ from, to: server === null ? to : from }))
  }

  /** What keeps a page from hearing anything while it is with `server`. */
  ofPages(server: number | null): readonly Pick<Outage, 'from' | 'to'>[] {
    return this.all.filter((outage) => outage.server === null || outage.server === server)
  }
}

// Sums by name of which every version stays valid, for what is added to often: a version copies a list of numbers, which takes
// a fraction of what copying an object of as many names does. It must not know what it sums.

/** All versions share the places of the names; a version that is older than a name has nothing in its place. */
export class Tally<K extends string> implements Iterable<[K, number]> {
  readonly #places: Map<K, number>
  readonly #sums: readonly number[]

  private constructor(places: Map<K, number>, sums: readonly number[]) {
    this.#places = places
    this.#sums = sums
  }

  static empty<K extends string>(): Tally<K> {
    return new Tally<K>(new Map(), [])
  }

  of(name: K): number {
    const place = this.#places.get(name)
    return place === undefined ? 0 : (this.#sums[place] ?? 0)
  }

  plus(name: K, amount: number): Tally<K> {
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.#places.size
      this.#places.set(name, place)
    }
    const sums = this.#sums.slice()
    // A name that another line of versions brought in has a place here too.
    while (sums.length < place) sums.push(0)
    sums[place] = (sums[place] ?? 0) + amount
    return new Tally(this.#places, sums)
  }

  *[Symbol.iterator](): Iterator<[K, number]> {
    for (const name of [...this.#places.keys()].sort()) if (this.of(name) !== 0) yield [name, this.of(name)]
  }
}

// Immutable sums by name. A new version copies an array of numbers, which takes a fraction of the time of copying an object with as
// many keys; floor time is added at every turn.

/** All versions share the map from names to array indexes. An older version has no number at the index of a newer name, and reads 0. */
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
    // A name that was added on another branch of versions has an index here too; fill up to it, or `sums` would have holes.
    while (sums.length < place) sums.push(0)
    sums[place] = (sums[place] ?? 0) + amount
    return new Tally(this.#places, sums)
  }

  *[Symbol.iterator](): Iterator<[K, number]> {
    for (const name of [...this.#places.keys()].sort()) if (this.of(name) !== 0) yield [name, this.of(name)]
  }
}

// An immutable list that grows, and in which a row may take the place of another: appending gives a new version in O(1), because all
// versions share one array, and older versions stay valid. Copying the record at every row would make folding a log quadratic.

/**
 * Each version remembers its own length, so an older one never sees what a newer one added. Appending to a version that is not the
 * newest (a command judged, its rows not stored, and another judged instead) copies the array once: otherwise it would overwrite rows
 * that the newer version lists.
 */
export class Ledger<T> implements Iterable<T> {
  readonly #rows: T[]
  readonly length: number

  private constructor(rows: T[], length: number) {
    this.#rows = rows
    this.length = length
  }

  static empty<T>(): Ledger<T> {
    return new Ledger<T>([], 0)
  }

  append(row: T): Ledger<T> {
    const rows = this.#rows.length === this.length ? this.#rows : this.#rows.slice(0, this.length)
    rows.push(row)
    return new Ledger(rows, this.length + 1)
  }

  /** With another row in the place of one; a copy, for what seldom happens. */
  with(index: number, row: T): Ledger<T> {
    return index < this.length ? new Ledger(this.toArray().with(index, row), this.length) : this
  }

  at(index: number): T | undefined {
    return index < this.length ? this.#rows[index] : undefined
  }

  last(): T | undefined {
    return this.at(this.length - 1)
  }

  /** The newest row that fits, searching from the end. */
  findLast<S extends T>(fits: (row: T) => row is S): S | undefined
  findLast(fits: (row: T) => boolean): T | undefined
  findLast(fits: (row: T) => boolean): T | undefined {
    for (let index = this.length - 1; index >= 0; index -= 1) {
      const row = this.#rows[index]
      if (row !== undefined && fits(row)) return row
    }
    return undefined
  }

  toArray(): T[] {
    return this.#rows.slice(0, this.length)
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.length; index += 1) yield this.#rows[index] as T
  }
}

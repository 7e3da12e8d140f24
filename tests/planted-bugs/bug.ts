/** One bug to plant: where, what stands there, what is put in its place, and which tests must notice. It knows nobody who plants it. */

export type Bug = {
  /** What goes wrong, in the words of somebody it happens to. */
  breaks: string
  /** What the bug is planted in, by its declared name, whichever file that stands in: a function, a class, a const, `Room.#append`. */
  inside: string
  /** Stands exactly once in something of that name in the whole program, however its lines are broken. */
  old: string
  /** What is put there instead. */
  planted: string
  /** The narrowest files of tests that must fail. */
  tests: readonly string[]
  /** Of their tests, only those with this in their names. */
  only?: string
  /** The tests look at the built server, so it is bundled anew from the planted text. */
  built?: true
}

/** One bug to plant: where, the text there, the text to put in its place, and which tests must fail then. */

export type Bug = {
  /** What a user would see go wrong. */
  breaks: string
  /** The declaration it is planted in, by name, in whichever file that is: a function, a class, a const, `Room.#append`. */
  inside: string
  /** The text to replace: exactly once in the declarations of that name in the whole program, however its lines are broken. */
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

// What is said of something that a newer server has written: this one cannot read it, and nothing is wrong with it.
// A page shows a sentence for it, so this file carries no schema into a browser.

/** By which a page knows the fault (app/error.tsx). */
export const MADE_BY_NEWER = 'made-by-newer'

export class MadeByNewer extends Error {
  /** Next hands this word to the page, and in production nothing else. */
  readonly digest = MADE_BY_NEWER

  constructor(what: string, version: number, newest: number) {
    super(
      `This ${what} was made by a newer version of the server (it has version ${version}, and this server reads up to ${newest}): ` +
        'update the server.',
    )
  }
}

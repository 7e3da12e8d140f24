// The error for stored data with a version above this server's: it is not damaged, the server is too old for it. Pages import the
// constant, so this file imports no schema, which would add to what a browser loads.

/** The `digest` by which app/error.tsx recognises the error. */
export const MADE_BY_NEWER = 'made-by-newer'

export class MadeByNewer extends Error {
  /** In production Next passes only the digest of a server error to the page, not its class or message. */
  readonly digest = MADE_BY_NEWER

  constructor(what: string, version: number, newest: number) {
    super(
      `This ${what} was made by a newer version of the server (it has version ${version}, and this server reads up to ${newest}): ` +
        'update the server.',
    )
  }
}

// The HTTP client of the drafts route. Answers that do not match the schema are rejected.
import { draftsAnswer, saveAnswer } from '#simulation/wire/drafts'
import type { DraftServer } from './draft-sync'

/** In letters, of up to three bytes each. */
const LONG = 15_000

/** `ask` is the browser's fetch, which sends the session cookie. */
export function draftServer(address: string, ask: typeof fetch = fetch): DraftServer {
  const read = async (request: Promise<Response>): Promise<unknown> => {
    const response = await request
    if (!response.ok) throw new Error(`The drafts answered ${response.status}.`)
    return response.json()
  }
  return {
    all: async () => {
      const held = draftsAnswer.parse(await read(ask(address, { cache: 'no-store' })))
      return held.kind === 'open' ? held.drafts : 'closed'
    },
    save: async (draft) => {
      const body = JSON.stringify(draft)
      const saving = ask(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
        // Lets the last save finish while the page is being closed. A browser allows it 64 KiB in all.
        keepalive: body.length < LONG,
      })
      return saveAnswer.parse(await read(saving))
    },
  }
}

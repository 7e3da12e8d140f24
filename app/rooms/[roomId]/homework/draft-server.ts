// Reaches the drafts of a room as the server keeps them, and takes no answer that is not shaped as agreed.
import { draftsAnswer, saveAnswer } from '#simulation/wire/drafts'
import type { DraftServer } from './draft-sync'

/** The drafts that are kept at this address; `ask` is the browser's own fetch, which sends the sign-in along. */
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
    save: async (draft) =>
      saveAnswer.parse(
        await read(
          ask(address, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(draft),
            // What was typed last still goes out while the page is being left.
            keepalive: true,
          }),
        ),
      ),
  }
}

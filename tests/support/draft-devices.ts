// The drafts of a homework room without a browser: a server in memory, and devices with tabs that share what they keep.
import type { ServerDraft } from '#simulation/wire/drafts'
import { type DraftServer, DraftSync } from '../../app/rooms/[roomId]/homework/draft-sync'
import type { LocalDrafts, ServerVersion } from '../../app/rooms/[roomId]/homework/local-drafts'

export const KEY = 'post/3/framing'
export const words = (text: string) => JSON.stringify({ text, intent: 'point' })

/** An in-memory draft server that can be disconnected. It and the real one pass the same contract (draft-contract.ts). */
export function givenServer() {
  const rows = new Map<string, ServerDraft>()
  let time = 100
  const server = {
    rows,
    isUp: true,
    isClosed: false,
    saves: 0,
    asked: 0,
    async all() {
      server.asked += 1
      if (!server.isUp) throw new Error('down')
      if (server.isClosed) return 'closed' as const
      return [...rows.values()]
    },
    async save({ key, text, over }: Parameters<DraftServer['save']>[0]) {
      server.asked += 1
      if (!server.isUp) throw new Error('down')
      if (server.isClosed) return { kind: 'closed' } as const
      server.saves += 1
      const standing = rows.get(key)
      if (standing && standing.savedAt !== over && standing.text !== text)
        return { kind: 'other', text: standing.text, savedAt: standing.savedAt } as const
      time += 1
      rows.set(key, { key, text, savedAt: time })
      return { kind: 'saved', savedAt: time } as const
    },
  }
  return server
}

/** What the tabs of one device share. A tab hears of what another one wrote when it is told to. */
export function givenDevice(server: DraftServer) {
  const kept = new Map<string, string>()
  const bases = new Map<string, ServerVersion>()
  const unanswered = new Map<string, readonly string[]>()
  const clashes = new Map<string, string>()
  const tabs: { unheard: string[]; here: (what: string) => void }[] = []

  function opensTab(through: DraftServer = server) {
    const listeners = new Set<Parameters<LocalDrafts['watch']>[0]>()
    const tab = {
      unheard: [] as string[],
      here: (what: string) => {
        for (const { here } of listeners) here(what)
      },
    }
    tabs.push(tab)
    const others = (what: string) => {
      for (const each of tabs) if (each !== tab) each.unheard.push(what)
    }
    const shelf: LocalDrafts = {
      keys: () => [...kept.keys()],
      read: (what) => kept.get(what) ?? null,
      write: (what, text) => {
        kept.set(what, text)
        others(what)
        tab.here(what)
      },
      base: (what) => bases.get(what) ?? null,
      setBase: (what, known) => {
        bases.set(what, known)
        others(what)
      },
      unanswered: (what) => unanswered.get(what) ?? [],
      setUnanswered: (what, texts) => void unanswered.set(what, texts),
      clash: (what) => clashes.get(what) ?? null,
      settleClash: (what) => {
        clashes.delete(what)
        others(what)
      },
      watch: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
    const sync = new DraftSync(shelf, through, () => undefined)
    return {
      sync,
      hears: () => {
        for (const what of tab.unheard.splice(0)) for (const { elsewhere } of listeners) elsewhere(what)
      },
      type: (text: string) => shelf.write(KEY, words(text)),
      /** This tab's words were written over those of another, which it had not heard of. */
      clash: (there: string, here: string) => {
        clashes.set(KEY, words(there))
        shelf.write(KEY, words(here))
      },
      read: () => shelf.read(KEY),
    }
  }
  return { ...opensTab(), opensTab }
}

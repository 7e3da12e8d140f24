'use client'
// The drafts of one person in one room on this device, each with the server's version as last seen from here.
import * as z from 'zod/mini'
import { clashKey, keptKey, type Owner, onOtherTab, onStored, tellKept } from '#room/hooks/use-local-storage.ts'
import { draftOf } from '#simulation/wire/draft-key'

const base = z.strictObject({ at: z.number(), text: z.string() })
const texts = z.array(z.string())
/** The server's version of a draft that this device last read or wrote. */
export type ServerVersion = z.infer<typeof base>

export type LocalDrafts = {
  /** The keys of every draft on this device. */
  keys(): string[]
  read(what: string): string | null
  write(what: string, text: string): void
  base(what: string): ServerVersion | null
  setBase(what: string, base: ServerVersion): void
  /** What any tab has sent and was not told the fate of, the oldest first. */
  unanswered(what: string): readonly string[]
  setUnanswered(what: string, texts: readonly string[]): void
  /** What another tab wrote and this device's words were written over; null where nothing waits for a choice. */
  clash(what: string): string | null
  settleClash(what: string): void
  /** Subscribes to changes of drafts, of their known versions and of what waits for a choice, made by this page or by another tab. */
  watch(changed: { here: (what: string) => void; elsewhere: (what: string) => void }): () => void
}

export function deviceDrafts(owner: Owner): LocalDrafts {
  const prefix = keptKey(owner, '')
  const baseKey = (what: string) => `${prefix}known/${what}`
  const unansweredKey = (what: string) => `${prefix}unanswered/${what}`
  const whatOf = (key: string) => {
    const what = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    return draftOf(what) === null ? null : what
  }
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise // no storage: drafts typed on this page are still sent
    }
  }
  const drafts: LocalDrafts = {
    keys: () => attempt(() => Object.keys(window.localStorage).flatMap((key) => whatOf(key) ?? []), []),
    read: (what) => attempt(() => window.localStorage.getItem(prefix + what), null),
    write: (what, text) =>
      attempt(() => {
        window.localStorage.setItem(prefix + what, text)
        tellKept(prefix + what)
      }, undefined),
    base: (what) =>
      attempt(() => {
        const parsed = base.safeParse(JSON.parse(window.localStorage.getItem(baseKey(what)) ?? 'null'))
        return parsed.success ? parsed.data : null
      }, null),
    setBase: (what, known) =>
      attempt(() => window.localStorage.setItem(baseKey(what), JSON.stringify(known)), undefined),
    unanswered: (what) =>
      attempt(() => texts.parse(JSON.parse(window.localStorage.getItem(unansweredKey(what)) ?? '[]')), []),
    setUnanswered: (what, all) =>
      attempt(() => {
        if (all.length === 0) window.localStorage.removeItem(unansweredKey(what))
        else window.localStorage.setItem(unansweredKey(what), JSON.stringify(all))
      }, undefined),
    clash: (what) => attempt(() => window.localStorage.getItem(clashKey(owner, what)), null),
    settleClash: (what) => attempt(() => window.localStorage.removeItem(clashKey(owner, what)), undefined),
    watch: ({ here, elsewhere }) => {
      const beside = [clashKey(owner, ''), baseKey('')]
      const whatChanged = (key: string) => {
        const start = beside.find((each) => key.startsWith(each))
        return start === undefined ? whatOf(key) : key.slice(start.length)
      }
      const tell = (key: string, listener: (what: string) => void) => {
        const what = whatChanged(key)
        if (what !== null) listener(what)
      }
      const offPage = onStored((key) => tell(key, here))
      const offTabs = onOtherTab((key) => {
        if (key === null) for (const what of drafts.keys()) elsewhere(what)
        else tell(key, elsewhere)
      })
      return () => {
        offPage()
        offTabs()
      }
    },
  }
  return drafts
}

'use client'
// What was typed into the form that was sent last. A form whose sending fails, because no server answers, is taken off with its page; when
// the page is loaded again, maybe in a newer version, its words are put back.
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { KEPT } from './device-storage'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const TYPED = 'input:not([type=password],[type=hidden],[type=file],[type=checkbox],[type=radio]), textarea, select'

const sentForm = z.strictObject({ path: z.string(), words: z.record(z.string(), z.string()) })
/** In the storage of this tab only from the failure until the page is there again. */
const KEY = `${KEPT}sent-form`

let sent: z.infer<typeof sentForm> | null = null

/** Stands once in every page, and notes what each form holds when it is sent: no password, and no file. */
export function KeptForm() {
  useEffect(() => {
    putBack()
    const note = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement)) return
      const fields = [...target.querySelectorAll<Field>(TYPED)].filter(({ name }) => name !== '')
      sent = { path: location.pathname, words: Object.fromEntries(fields.map(({ name, value }) => [name, value])) }
    }
    document.addEventListener('submit', note, { capture: true })
    return () => document.removeEventListener('submit', note, { capture: true })
  }, [])
  return null
}

/** Loads the page again, which then holds the words that were sent from it. */
export function reloadWithWords(): void {
  if (sent?.path === location.pathname) sessionStorage.setItem(KEY, JSON.stringify(sent))
  location.reload()
}

function putBack(): void {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return
  sessionStorage.removeItem(KEY)
  const { path, words } = sentForm.parse(JSON.parse(kept))
  const names = Object.keys(words)
  const attempt = () => {
    const fields = [...document.querySelectorAll<Field>(TYPED)].filter(({ name }) => names.includes(name))
    if (path === location.pathname && fields.length < names.length) return
    again.disconnect()
    if (path === location.pathname) for (const field of fields) type(field, words[field.name] ?? '')
  }
  const again = new MutationObserver(attempt)
  again.observe(document.body, { childList: true, subtree: true })
  attempt()
}

/** As a hand would: React hears of a value only where it was set past it, and by the event. */
function type(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

'use client'
// What was typed into the form that was sent last, in memory alone. A form whose sending fails, because no server answers, is taken off with
// its page; when the page is tried again, the words are put back.
import { useEffect } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const TYPED = 'input:not([type=password],[type=hidden],[type=file],[type=checkbox],[type=radio]), textarea, select'

let kept: { path: string; words: ReadonlyMap<string, string> } | null = null

/** Stands once in every page, and notes what each form holds when it is sent: no password, and no file. */
export function KeptForm() {
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement)) return
      const fields = [...target.querySelectorAll<Field>(TYPED)].filter(({ name }) => name !== '')
      kept = { path: location.pathname, words: new Map(fields.map(({ name, value }) => [name, value])) }
    }
    document.addEventListener('submit', note, { capture: true })
    return () => document.removeEventListener('submit', note, { capture: true })
  }, [])
  return null
}

/** Puts the words back as soon as the page has its form again. */
export function putBack(): void {
  if (kept?.path !== location.pathname || kept.words.size === 0) return
  const { path, words } = kept
  const again = new MutationObserver(() => {
    if (path !== location.pathname) return again.disconnect()
    const fields = [...document.querySelectorAll<Field>(TYPED)].filter(({ name }) => words.has(name))
    if (fields.length < words.size) return
    again.disconnect()
    for (const field of fields) type(field, words.get(field.name) ?? '')
  })
  again.observe(document.body, { childList: true, subtree: true })
}

/** As a hand would: React hears of a value only where it was set past it, and by the event. */
function type(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

'use client'
// What was typed into the form that was sent last. A form whose sending fails, because no server answers, is taken off with its page; when
// the page is loaded again, maybe in a newer version, its words are put back.
import { useEffect } from 'react'
import { MINUTE_MS } from '#simulation/kernel/time'
import { KEPT } from './kept-prefix'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const TYPED = 'input:not([type=password],[type=hidden],[type=file],[type=checkbox],[type=radio]), textarea, select'

/** As `sentForm` reads it. */
type SentForm = { path: string; place: number; fields: [name: string, value: string][] }

/** In the storage of this tab, only from the failure until the page is there again. */
const KEY = `${KEPT}sent-form`
/** A failure that comes later is not of this form any more. */
const FAILS_WITHIN_MS = MINUTE_MS
/** Until then its form is on the page, or does not come. */
const DRAWN_WITHIN_MS = 5_000

let sent: { form: HTMLFormElement; at: number; was: SentForm } | null = null

const fieldsOf = (form: HTMLFormElement) => [...form.querySelectorAll<Field>(TYPED)].filter(({ name }) => name !== '')

const formsWith = (names: readonly string[]) =>
  [...document.forms].filter(
    (form) =>
      fieldsOf(form)
        .map(({ name }) => name)
        .join('\n') === names.join('\n'),
  )

function note(form: HTMLFormElement, at: number): void {
  const fields = fieldsOf(form)
  const place = formsWith(fields.map(({ name }) => name)).indexOf(form)
  const was: SentForm = { path: location.pathname, place, fields: fields.map(({ name, value }) => [name, value]) }
  sent = { form, at, was }
}

/** Stands once in every page, and notes what the form holds that is sent: no password, and no file. */
export function KeptForm() {
  useEffect(() => {
    void putBack()
    const submitted = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) note(target, Date.now())
    }
    const typed = ({ target }: Event) => {
      if (sent && target instanceof Node && sent.form.contains(target)) note(sent.form, sent.at)
    }
    document.addEventListener('submit', submitted, { capture: true })
    document.addEventListener('input', typed, { capture: true })
    return () => {
      document.removeEventListener('submit', submitted, { capture: true })
      document.removeEventListener('input', typed, { capture: true })
    }
  }, [])
  return null
}

/** Loads the page again, which then holds the words that were sent from it a moment ago. */
export function reloadWithWords(): void {
  if (sent?.was.path === location.pathname && Date.now() - sent.at < FAILS_WITHIN_MS)
    sessionStorage.setItem(KEY, JSON.stringify(sent.was))
  location.reload()
}

async function putBack(): Promise<void> {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return
  sessionStorage.removeItem(KEY)
  const { sentForm } = await import('./sent-form')
  const { path, place, fields } = sentForm.parse(JSON.parse(kept))
  if (path !== location.pathname) return
  const attempt = () => {
    const form = formsWith(fields.map(([name]) => name))[place]
    if (!form) return
    stop()
    for (const [nth, field] of fieldsOf(form).entries()) type(field, fields[nth]?.[1] ?? '')
  }
  const drawn = new MutationObserver(attempt)
  const timer = setTimeout(() => stop(), DRAWN_WITHIN_MS)
  const stop = () => {
    drawn.disconnect()
    clearTimeout(timer)
    for (const hand of HANDS) document.removeEventListener(hand, stop, { capture: true })
  }
  // Whoever goes on by hand finds the page as they see it.
  for (const hand of HANDS) document.addEventListener(hand, stop, { capture: true })
  drawn.observe(document.body, { childList: true, subtree: true })
  attempt()
}

const HANDS = ['pointerdown', 'keydown'] as const

/** As a hand would: React hears of a value only where it was set past it, and by the event. */
function type(field: Field, value: string): void {
  if (field.value === value) return
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

'use client'
// A form that asks the page again as soon as something is chosen. Without a script its own buttons do the same.
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'

export function AutoForm({ children }: { children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  useEffect(() => {
    const element = form.current
    // The native event: a number is asked about once it is finished, not at every key.
    const ask = () => element?.requestSubmit()
    element?.addEventListener('change', ask)
    return () => element?.removeEventListener('change', ask)
  }, [])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const fields = new FormData(event.currentTarget, submitter)
    const address = `?${new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))}`
    // Going on is a page of its own in the browser's history; a choice within a step is not.
    if (submitter?.getAttribute('name') === 'step') router.push(address)
    else router.replace(address, { scroll: false })
  }

  return (
    <form ref={form} onSubmit={send}>
      {/* What Enter in a field presses: the first button of a form, which would otherwise be one that moves a round. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      {children}
    </form>
  )
}

'use client'
// A form that submits itself when a choice changes. Without a script its buttons do the same. While the page works the choice out, its links and
// other forms cannot be pressed (wizard.module.css): they still have what was chosen before.
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react'
import { saidIn } from './said-fields'

type AutoFormProps = {
  /** What a page without a script calls, where its form has more fields than an address may hold. */
  action?: (form: FormData) => Promise<void>
  children: ReactNode
}

export function AutoForm({ action, children }: AutoFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const [isWorkingOut, startWorkingOut] = useTransition()
  useEffect(() => {
    const element = form.current
    // The native `change` event: React's fires at every key, which would submit half a number.
    const ask = () => element?.requestSubmit()
    element?.addEventListener('change', ask)
    return () => element?.removeEventListener('change', ask)
  }, [])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const fields = new FormData(event.currentTarget, submitter)
    const address = `?${new URLSearchParams(saidIn(fields))}`
    // The next step is a new history entry; a choice within a step replaces the entry, so that Back leaves the step.
    if (submitter?.getAttribute('name') === 'step') router.push(address)
    else startWorkingOut(() => router.replace(address, { scroll: false }))
  }

  return (
    <form ref={form} action={action} onSubmit={send} aria-busy={isWorkingOut}>
      {/* Enter in a field clicks the form's first button, which would otherwise be one that moves a round. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      {children}
    </form>
  )
}

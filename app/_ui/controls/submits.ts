// What a form does that is sent by script.
import type { FormEvent } from 'react'

/** A form's `onSubmit`: the page stays, and `send` is called. */
export const submits = (send: () => unknown) => (event: FormEvent) => {
  event.preventDefault()
  send()
}

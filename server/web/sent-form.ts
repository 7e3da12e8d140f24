/** What a Server Action is called with: TypeScript knows a form and the state before it, and a client may send anything. */
import { notFound } from 'next/navigation'

/** Answers "not found" unless `form` is a form and `before`, where the action takes one, an object. Call it before either is used. */
export function requireForm(form: unknown, before: unknown = {}): void {
  if (!(form instanceof FormData) || typeof before !== 'object' || before === null) notFound()
}

// The text of a draft of any form: whether it is empty, and how two of them are joined. A draft is a text, or a form with a `text` in it.
import * as z from 'zod/mini'

const form = z.looseObject({ text: z.string() })
const draft = z.union([z.string(), form])

function parsed(kept: string | null): z.infer<typeof draft> | null {
  if (kept === null) return null
  try {
    const found = draft.safeParse(JSON.parse(kept))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

/** The text of a draft, as shown where the writer must choose between two. */
export function wordsIn(kept: string | null): string {
  const found = parsed(kept)
  return (typeof found === 'string' ? found : (found?.text ?? '')).trim()
}

export const isBlank = (kept: string | null): boolean => wordsIn(kept) === ''

/** Joins both texts, the other device's first; the other fields are this device's. */
export function bothOf(here: string, other: string): string {
  const mine = parsed(here)
  const text = `${wordsIn(other)}\n\n${wordsIn(here)}`
  return JSON.stringify(mine === null || typeof mine === 'string' ? text : { ...mine, text })
}

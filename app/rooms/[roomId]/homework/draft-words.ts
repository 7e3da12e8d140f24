// What can be said of a draft without knowing its form: whether it holds words, and two of them as one.
// A draft is a text, or a form with a `text` in it.
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

/** The words themselves, as they are shown to whoever must choose between two. */
export function wordsIn(kept: string | null): string {
  const found = parsed(kept)
  return (typeof found === 'string' ? found : (found?.text ?? '')).trim()
}

export const isBlank = (kept: string | null): boolean => wordsIn(kept) === ''

/** Both words one after the other, the other device's first; whatever else the form holds stays as it is here. */
export function bothOf(here: string, other: string): string {
  const mine = parsed(here)
  const text = `${wordsIn(other)}\n\n${wordsIn(here)}`
  return JSON.stringify(mine === null || typeof mine === 'string' ? text : { ...mine, text })
}

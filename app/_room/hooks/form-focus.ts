// Whether the person has their hands in something on this page at this moment, read from the page itself.
import { hasOpenSheet, pageHere } from '#ui/over/opened-sheet.ts'

/** What a form is of whose words may be unsent. */
type FormOf = 'position' | 'text' | 'reflection' | 'strategy'

/** Marks a form whose words are not sent: it may not be taken away. */
export const ownForm = (of: FormOf, unsent: boolean) => (unsent ? { 'data-own-form': of } : {})

/** Marks the fields of a position, in which the person's hands may be though nothing is unsent. */
export const OWN_FIELDS = { 'data-own-fields': '' }

export const hasOwnForm = (of: FormOf): boolean => pageHere()?.querySelector(`[data-own-form="${of}"]`) != null

/** Whether the focus is in this part of the page. */
export const isIn = (selector: string): boolean => pageHere()?.activeElement?.closest(selector) != null

/** Whether the person types in the fields of their position. */
export const isInOwnFields = (): boolean => isIn('[data-own-fields] :is(textarea, input:not([type=range]))')

/**
 * Whether another tab would interrupt the person: a sheet of theirs is open, a form holds unsent words, or the focus is in a form whose field holds text.
 */
export function isAtWork(): boolean {
  if (hasOpenSheet() || document.querySelector('[data-own-form]')) return true
  const focus = document.activeElement
  if (focus === null) return false
  // Beyond unsent words a position's form begins with what others have too: a button just pressed in it, such as File, is no reason to stay.
  if (isIn('[data-own-fields]')) return isInOwnFields()
  return holdsText(focus) || [...(focus.closest('form')?.querySelectorAll('textarea') ?? [])].some(holdsText)
}

function holdsText(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== ''
  return field instanceof HTMLInputElement && ['text', 'search'].includes(field.type) && field.value !== ''
}

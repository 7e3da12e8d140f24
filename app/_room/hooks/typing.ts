// Where letters are text and no keys of the page: in a field, and where a field was taken from under somebody's hands.

/** The fields in which a person types. */
export const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]'

/** What lay over the page and fades: the hand that closed it is already at the next key. */
export const FADING = '[data-closed]'

/** Where keys belong to what lies over the page. */
export const ELSEWHERE = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role=${role}]:not(${FADING})`)
  .join(', ')

/** What stands in for a field that is gone, until its writer turns to something else. */
export const AWAITS_HANDS = '[data-awaits-hands]'

/** Focuses this element in place of a field that was in it: the rest of a word typed there presses nothing. */
export function awaitHands(around: HTMLElement): void {
  const before = around.getAttribute('tabindex')
  around.tabIndex = -1
  around.dataset.awaitsHands = ''
  const over = () => {
    delete around.dataset.awaitsHands
    if (before === null) around.removeAttribute('tabindex')
    else around.setAttribute('tabindex', before)
  }
  around.addEventListener('blur', over, { once: true })
  around.focus({ preventScroll: true })
}

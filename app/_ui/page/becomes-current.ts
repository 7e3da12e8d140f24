// The row or column that the keys act on follows the focus and the press.
import type { FocusEvent } from 'react'

/**
 * What the frame of a row listens to: `here` makes it the current one. Of a press only once it is over, because rows change their height
 * then, and what was pressed would go from under the pointer.
 */
export function becomesCurrent(here: () => void) {
  return {
    onFocus: ({ target }: FocusEvent) => {
      if (target.matches(':focus-visible')) here()
    },
    onClick: here,
  }
}

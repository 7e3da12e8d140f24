'use client'
// One menu for the buttons of many rows, such as those of a record: it is drawn once, beside the button that was pressed. On a phone it is
// a sheet at the foot of the screen.
import type { MenuAtProps } from './menu-parts'
import { useFloatingParts } from './use-floating-parts'

export function MenuAt(props: MenuAtProps) {
  const parts = useFloatingParts()
  return parts ? <parts.MenuAtParts {...props} /> : null
}

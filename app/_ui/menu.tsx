'use client'
// A list of things to do, behind one button. The button is there at once, the list when the page stands.
import { useState } from 'react'
import { EarlyTrigger } from './early-trigger'
import type { MenuProps } from './menu-parts'
import { useFloatingParts } from './use-floating-parts'

export type { MenuItem } from './menu-parts'

export function Menu(props: MenuProps) {
  const parts = useFloatingParts()
  const [pressed, setPressed] = useState(false)
  if (parts) return <parts.MenuParts {...props} opened={pressed} />
  return <EarlyTrigger opens="menu" trigger={props.trigger} onPress={() => setPressed(true)} />
}

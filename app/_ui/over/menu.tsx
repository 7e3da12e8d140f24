'use client'
// A menu of actions behind a button. The button is rendered with the page; the list is loaded afterwards.
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

'use client'
// A small sheet that opens beside what was pressed, and closes by itself when attention goes elsewhere. The button is there at once,
// the sheet when the page stands.
import { useState } from 'react'
import { EarlyTrigger } from './early-trigger'
import type { PopoverProps } from './popover-parts'
import { useFloatingParts } from './use-floating-parts'

export function Popover(props: PopoverProps) {
  const parts = useFloatingParts()
  const [pressed, setPressed] = useState(false)
  if (parts) return <parts.PopoverParts {...props} opened={pressed} />
  const press = () => {
    setPressed(true)
    props.onOpenChange?.(true)
  }
  return <EarlyTrigger opens="dialog" trigger={props.trigger} onPress={press} />
}

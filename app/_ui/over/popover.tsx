'use client'
// A small sheet that opens beside its button and closes when the focus leaves it. The button is rendered with the page; the sheet is
// loaded afterwards.
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

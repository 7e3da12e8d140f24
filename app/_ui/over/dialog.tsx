'use client'
// A modal dialog. Its button is rendered with the page; the sheet is loaded afterwards.
import { type ReactElement, useState } from 'react'
import type { DialogProps } from './dialog-parts'
import { EarlyTrigger } from './early-trigger'
import { useFloatingParts } from './use-floating-parts'

export function Dialog(props: DialogProps) {
  const parts = useFloatingParts()
  const [pressed, setPressed] = useState(false)
  if (parts) return <parts.DialogParts {...props} opened={pressed} />
  if (!props.trigger) return null
  const press = () => {
    setPressed(true)
    props.onOpenChange?.(true)
  }
  return <EarlyTrigger opens="dialog" trigger={props.trigger} onPress={press} />
}

/** Wraps the button in `actions` that only closes. */
export function DialogClose({ children }: { children: ReactElement<Record<string, unknown>> }) {
  const parts = useFloatingParts()
  return parts ? <parts.ClosePart>{children}</parts.ClosePart> : children
}

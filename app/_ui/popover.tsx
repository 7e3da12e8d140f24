'use client'
// A small sheet that opens beside what was pressed, and closes by itself when attention goes elsewhere.
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import floating from './floating.module.css'

type PopoverProps = {
  /** A button: it receives the press, the focus and the state. */
  trigger: ReactElement<Record<string, unknown>>
  title?: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

export function Popover({ trigger, title, side = 'bottom', open, onOpenChange, children }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={floating.positioner} side={side} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={floating.popup}>
            {title ? <Base.Title className={floating.title}>{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

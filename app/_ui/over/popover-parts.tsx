'use client'
// The sheet of a popover. popover.tsx loads this chunk after the page, because the page can be read without it.
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { Button } from '../controls/button'
import floating from './floating.module.css'
import { OPENED_SHEET } from './opened-sheet'

export type PopoverProps = {
  /** A button; it receives the handlers and the ARIA state. */
  trigger: ReactElement<Record<string, unknown>>
  title?: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** The words of a button that closes it, shown on a device that is touched: there is no Escape, and no edge beside it to press. */
  done?: string
  children: ReactNode
}

type PartsProps = PopoverProps & { opened: boolean }

export function PopoverParts({
  trigger,
  title,
  side = 'bottom',
  open,
  onOpenChange,
  opened,
  done,
  children,
}: PartsProps) {
  return (
    <Base.Root defaultOpen={opened} open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={floating.positioner} side={side} sideOffset={6} collisionPadding={8}>
          <Base.Popup {...OPENED_SHEET} className={floating.popup}>
            {title ? <Base.Title className={floating.title}>{title}</Base.Title> : null}
            {children}
            {done ? (
              <div className={floating.done}>
                <Base.Close render={<Button wide>{done}</Button>} />
              </div>
            ) : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

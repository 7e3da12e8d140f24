'use client'
// A tooltip for a control that is too small for a label. Its text must be elsewhere too, because touch screens show no tooltips.
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import floating from './floating.module.css'

export function Tooltip({ label, children }: { label: ReactNode; children: ReactElement<Record<string, unknown>> }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={floating.positioner} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={floating.popup} data-tip="">
            {label}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
